/*
 * Bodies and values, all of Java 17: what kernels don't have is parsed too, so that it can be named instead of being
 * called a mistake of syntax.
 *
 * BodyMarker has come before and has decided what takes unlimited lookahead: where a local variable, a cast, a
 * lambda or a local class begins. So one or two tokens tell every rule what to do, however long the text. Operators
 * of all precedences make one flat list, and so do chains of '?:', of assignments and of 'else if': ExprBuilder
 * groups them, and only brackets and nested statements make these rules recur.
 */
parser grammar Kernels;

options { tokenVocab = JavaLexer; superClass = NestingParser; }

import Types;

body : block EOF;

value : element EOF;

block : LBRACE statement* RBRACE;

statement : ifStatement | otherStatement;

ifStatement : ifPart ( ELSE ifPart )* ( ELSE otherStatement )?;

ifPart : IF LPAREN expression RPAREN statement;

otherStatement
    : block                                                                                # blockStatement
    | LOCAL local SEMICOLON                                                                # localStatement
    | LOCAL_TYPE                                                                           # localTypeStatement
    | SEMICOLON                                                                            # emptyStatement
    | WHILE LPAREN expression RPAREN statement                                             # whileStatement
    | DO statement WHILE LPAREN expression RPAREN SEMICOLON                                # doStatement
    | FOR LPAREN FOR_EACH modifier* type IDENTIFIER dimensions COLON expression RPAREN statement   # forEachStatement
    | FOR LPAREN ( LOCAL local | init=expressions )? SEMICOLON expression? SEMICOLON
      update=expressions? RPAREN statement                                                 # forStatement
    | SWITCH LPAREN expression RPAREN switchBlock                                          # switchStatement
    | RETURN expression? SEMICOLON                                                         # returnStatement
    | BREAK IDENTIFIER? SEMICOLON                                                          # breakStatement
    | CONTINUE IDENTIFIER? SEMICOLON                                                       # continueStatement
    | YIELD expression SEMICOLON                                                           # yieldStatement
    | THROW expression SEMICOLON                                                           # throwStatement
    | ASSERT expression ( COLON expression )? SEMICOLON                                    # assertStatement
    | SYNCHRONIZED LPAREN expression RPAREN block                                          # synchronizedStatement
    | TRY ARGUMENTS? block ( CATCH ARGUMENTS block )* ( FINALLY block )?                   # tryStatement
    | IDENTIFIER COLON statement                                                           # labeledStatement
    | expression SEMICOLON                                                                 # expressionStatement
    ;

local : modifier* type declarator ( COMMA declarator )*;

declarator : IDENTIFIER dimensions ( ASSIGN element )?;

switchBlock : LBRACE switchGroup* RBRACE;

switchGroup : ( CASE expressions ( COMMA DEFAULT )? | DEFAULT ) ( COLON statement* | CASE_ARROW arrowBody );

arrowBody : block | THROW expression SEMICOLON | expression SEMICOLON;

expressions : expression ( COMMA expression )*;

arguments : LPAREN expressions? RPAREN;

expression : conditional ( assignmentOperator conditional )*;

conditional : binary ( QUESTION expression COLON binary )*;

binary : unary ( binaryOperator unary | INSTANCE_TEST )*;

unary : prefix* primary suffix*;

assignmentOperator
    : ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | MOD_ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN | SHL_ASSIGN
    | AND_ASSIGN | XOR_ASSIGN | OR_ASSIGN | GT_JOINED GT_JOINED? GE
    ;

binaryOperator
    : STAR | SLASH | PERCENT | PLUS | MINUS | LT_LT | LT | LE | GE | EQ | NE | AMPERSAND | CARET | BAR | AND_AND
    | OR_OR | GT | GT_JOINED GT_JOINED? GT
    ;

prefix : PLUS_PLUS | MINUS_MINUS | PLUS | MINUS | NOT | TILDE | CAST LPAREN annotation* type ( AMPERSAND annotation* type )* RPAREN;

suffix
    : DOT IDENTIFIER arguments?                       # memberSuffix
    | LBRACKET expression RBRACKET                    # indexSuffix
    | ( PLUS_PLUS | MINUS_MINUS )                     # incrementSuffix
    | DOT typeArguments ( IDENTIFIER | SUPER ) arguments   # genericCallSuffix
    | DOT NEW creator                                 # innerCreationSuffix
    | DOT THIS                                        # thisSuffix
    | DOT SUPER arguments?                            # superSuffix
    | DOT CLASS                                       # classSuffix
    | COLON_COLON typeArguments? ( IDENTIFIER | NEW ) # referenceSuffix
    ;

primary
    : LPAREN expression RPAREN                                          # parenthesized
    | literal                                                           # literalPrimary
    | IDENTIFIER arguments?                                             # namePrimary
    | NEW creator                                                       # creation
    | SWITCH_VALUE LPAREN expression RPAREN switchBlock                 # switchValue
    | ( IDENTIFIER | ARGUMENTS ) ARROW ( block | expression )           # lambda
    | THIS arguments?                                                   # thisPrimary
    | SUPER arguments?                                                  # superPrimary
    | typeArguments ( THIS | SUPER ) arguments                          # genericConstructorCall
    | CLASS_LITERAL                                                     # classLiteral
    | REFERENCE_TYPE                                                    # referenceType
    | PATTERN                                                           # pattern
    ;

literal
    : INT_LITERAL | LONG_LITERAL | FLOAT_LITERAL | DOUBLE_LITERAL | CHAR_LITERAL | STRING_LITERAL | TEXT_BLOCK
    | TRUE | FALSE | NULL
    ;

creator
    : typeArguments? annotation* ( primitive | classType )
      ( arguments BODY? | length+ dimensions | ( annotation* LBRACKET RBRACKET )+ arrayInitializer )
    ;

length : annotation* LBRACKET expression RBRACKET;

arrayInitializer : LBRACE ( element ( COMMA element )* )? COMMA? RBRACE;

element : arrayInitializer | expression;
