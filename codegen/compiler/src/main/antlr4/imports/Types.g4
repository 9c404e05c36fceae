/* What declarations and bodies share: names, annotations, modifiers and types. */
parser grammar Types;

name : IDENTIFIER ( DOT IDENTIFIER )*;

// The arguments are one token.
annotation : AT name ARGUMENTS?;

modifier
    : annotation
    | PUBLIC | PROTECTED | PRIVATE | ABSTRACT | STATIC | FINAL | STRICTFP | NATIVE | SYNCHRONIZED | TRANSIENT
    | VOLATILE | DEFAULT | SEALED | NON_SEALED
    ;

type : ( primitive | VOID | classType ) dimensions;

primitive : BOOLEAN | BYTE | CHAR | DOUBLE | FLOAT | INT | LONG | SHORT;

classType : IDENTIFIER typeArguments? ( DOT annotation* IDENTIFIER typeArguments? )*;

dimensions : ( annotation* LBRACKET RBRACKET )*;

typeArguments : LT ( typeArgument ( COMMA typeArgument )* )? ( GT | GT_JOINED );

typeArgument : annotation* ( type | QUESTION ( ( EXTENDS | SUPER ) annotation* type )? );
