/*
 * The tokens of Java 17. Unicode escapes are translated before (JavaCharStream), as the language has it, so that
 * nothing here knows of them. The contextual keywords (record, sealed, permits, non-sealed, yield, var, module) are
 * identifiers here: where they are keywords is found by the passes over the tokens that come before the parsers.
 */
lexer grammar JavaLexer;

tokens {
    // A '>' that touches the '>' or '>=' behind it: the parsers join these to shifts, or close type arguments.
    GT_JOINED,

    // Other tokens, where they mean something else: contextual keywords, 'switch' as a value, '->' behind a case.
    NON_SEALED, PERMITS, RECORD, SEALED, YIELD, SWITCH_VALUE, CASE_ARROW,

    // Stretches of the text that stand as one token: '(...)' of an annotation, of an enum constant, of try and catch
    // and of lambdas; '{...}'; the value of a field or of an annotation's element.
    ARGUMENTS, BODY, VALUE,

    // Likewise, inside bodies: a local class; 'instanceof' with its type; int[].class; List<String> before '::'; the
    // pattern of a case, which later versions of Java have.
    LOCAL_TYPE, INSTANCE_TEST, CLASS_LITERAL, REFERENCE_TYPE, PATTERN,

    // Without text: what comes next is a local variable, the variable of a for-each, a cast.
    LOCAL, FOR_EACH, CAST
}

ABSTRACT     : 'abstract';
ASSERT       : 'assert';
BOOLEAN      : 'boolean';
BREAK        : 'break';
BYTE         : 'byte';
CASE         : 'case';
CATCH        : 'catch';
CHAR         : 'char';
CLASS        : 'class';
CONST        : 'const';
CONTINUE     : 'continue';
DEFAULT      : 'default';
DO           : 'do';
DOUBLE       : 'double';
ELSE         : 'else';
ENUM         : 'enum';
EXTENDS      : 'extends';
FINAL        : 'final';
FINALLY      : 'finally';
FLOAT        : 'float';
FOR          : 'for';
GOTO         : 'goto';
IF           : 'if';
IMPLEMENTS   : 'implements';
IMPORT       : 'import';
INSTANCEOF   : 'instanceof';
INT          : 'int';
INTERFACE    : 'interface';
LONG         : 'long';
NATIVE       : 'native';
NEW          : 'new';
PACKAGE      : 'package';
PRIVATE      : 'private';
PROTECTED    : 'protected';
PUBLIC       : 'public';
RETURN       : 'return';
SHORT        : 'short';
STATIC       : 'static';
STRICTFP     : 'strictfp';
SUPER        : 'super';
SWITCH       : 'switch';
SYNCHRONIZED : 'synchronized';
THIS         : 'this';
THROW        : 'throw';
THROWS       : 'throws';
TRANSIENT    : 'transient';
TRY          : 'try';
VOID         : 'void';
VOLATILE     : 'volatile';
WHILE        : 'while';
UNDERSCORE   : '_';

TRUE         : 'true';
FALSE        : 'false';
NULL         : 'null';

LONG_LITERAL : Integer [lL];
INT_LITERAL  : Integer;

FLOAT_LITERAL
    : Digits [fF]
    | ( Digits Exponent | Fraction Exponent? | HexFloat ) [fF]
    ;

DOUBLE_LITERAL
    : Digits [dD]
    | ( Digits Exponent | Fraction Exponent? | HexFloat ) [dD]?
    ;

CHAR_LITERAL
    : '\'' ( ~['\\\r\n\u{10000}-\u{10FFFF}] | '\\' [btnfrs"'\\] | '\\' ( [0-3]? [0-7] )? [0-7] ) '\''
    ;

STRING_LITERAL : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"';

TEXT_BLOCK : '"""' [ \t\f]* [\r\n] TextBlockPart* '"""';

LPAREN       : '(';
RPAREN       : ')';
LBRACE       : '{';
RBRACE       : '}';
LBRACKET     : '[';
RBRACKET     : ']';
SEMICOLON    : ';';
COMMA        : ',';
DOT          : '.';
ELLIPSIS     : '...';
AT           : '@';
COLON_COLON  : '::';
ARROW        : '->';

ASSIGN       : '=';
GT           : '>';
LT           : '<';
NOT          : '!';
TILDE        : '~';
QUESTION     : '?';
COLON        : ':';
EQ           : '==';
LE           : '<=';
GE           : '>=';
NE           : '!=';
AND_AND      : '&&';
OR_OR        : '||';
PLUS_PLUS    : '++';
MINUS_MINUS  : '--';
PLUS         : '+';
MINUS        : '-';
STAR         : '*';
SLASH        : '/';
AMPERSAND    : '&';
BAR          : '|';
CARET        : '^';
PERCENT      : '%';
LT_LT        : '<<';
PLUS_ASSIGN  : '+=';
MINUS_ASSIGN : '-=';
STAR_ASSIGN  : '*=';
SLASH_ASSIGN : '/=';
AND_ASSIGN   : '&=';
OR_ASSIGN    : '|=';
XOR_ASSIGN   : '^=';
MOD_ASSIGN   : '%=';
SHL_ASSIGN   : '<<=';

IDENTIFIER : Letter LetterOrDigit*;

WHITESPACE    : [ \t\f\r\n]+ -> skip;
COMMENT       : '/*' ( ~'*' | '*'+ ~[*/] )* '*'+ '/' -> skip;
LINE_COMMENT  : '//' ~[\r\n]* -> skip;

// What is not Java is a token too, so that each mistake is told in our words, where it is.
UNTERMINATED_COMMENT    : '/*' ( ~'*' | '*'+ ~[*/] )* '*'* EOF;
UNTERMINATED_TEXT_BLOCK : '"""' [ \t\f]* [\r\n] TextBlockPart* '"'? '"'? EOF;
UNTERMINATED_STRING     : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'?;
MALFORMED_CHAR          : '\'' ( ~['\\\r\n] | '\\' ~[\r\n] )* '\'';
MALFORMED_NUMBER        : ( [0-9] | '.' [0-9] ) [0-9a-zA-Z_.]*;
UNKNOWN                 : .;

fragment Integer
    : Digits
    | '0' [xX] HexDigits
    | '0' [bB] [01] ( [01_]* [01] )?
    ;

fragment Digits    : [0-9] ( [0-9_]* [0-9] )?;
fragment HexDigits : [0-9a-fA-F] ( [0-9a-fA-F_]* [0-9a-fA-F] )?;
fragment Fraction  : Digits '.' Digits? | '.' Digits;
fragment Exponent  : [eE] [+-]? Digits;
fragment HexFloat  : '0' [xX] ( HexDigits '.'? | HexDigits? '.' HexDigits ) [pP] [+-]? Digits;

fragment TextBlockPart : '"'? '"'? ( ~["\\] | '\\' . );

// The classes of characters are those of Character.isJavaIdentifierStart and isJavaIdentifierPart.
fragment Letter        : [\p{L}\p{Nl}\p{Sc}\p{Pc}];
fragment LetterOrDigit : [\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}\p{Cf}\u0000-\u0008\u000E-\u001B\u007F-\u009F];
