/*
 * A source file, down to its members. DeclarationFolder has come before and made one token of each body, of each
 * value, and of the arguments of each annotation and enum constant: what they hold isn't looked at here.
 */
parser grammar Declarations;

options { tokenVocab = JavaLexer; superClass = NestingParser; }

import Types;

file : item* EOF;

item
    : SEMICOLON
    | IMPORT STATIC? name ( DOT STAR )? SEMICOLON
    | modifier* ( PACKAGE name SEMICOLON | typeDeclaration | module )
    ;

// 'open module a.b { ... }': 'open' and 'module' are identifiers.
module : IDENTIFIER? IDENTIFIER name BODY;

typeDeclaration
    : CLASS IDENTIFIER typeParameters? superTypes* typeBody
    | RECORD IDENTIFIER typeParameters? LPAREN parameters? RPAREN superTypes* typeBody
    | ENUM IDENTIFIER superTypes* enumBody
    | INTERFACE IDENTIFIER typeParameters? superTypes* typeBody
    | AT INTERFACE IDENTIFIER typeBody
    ;

superTypes : ( EXTENDS | IMPLEMENTS | PERMITS ) annotatedType ( COMMA annotatedType )*;

typeParameters : LT typeParameter ( COMMA typeParameter )* ( GT | GT_JOINED );

typeParameter : annotation* IDENTIFIER ( EXTENDS annotatedType ( AMPERSAND annotatedType )* )?;

annotatedType : annotation* type;

typeBody : LBRACE member* RBRACE;

enumBody : LBRACE ( enumConstant ( COMMA enumConstant )* )? COMMA? ( SEMICOLON member* )? RBRACE;

enumConstant : annotation* IDENTIFIER ARGUMENTS? BODY?;

member
    : SEMICOLON
    | modifier* ( typeDeclaration | initializer | constructor | methodOrField )
    ;

initializer : BODY;

// The one without parameters is a record's.
constructor : IDENTIFIER BODY | typeParameters? IDENTIFIER LPAREN parameters? RPAREN exceptions? BODY;

methodOrField : ( typeParameters annotation* )? type IDENTIFIER ( method | field );

method
    : LPAREN parameters? RPAREN dimensions exceptions? ( BODY | ( DEFAULT VALUE )? SEMICOLON )
    ;

field : variable ( COMMA IDENTIFIER variable )* SEMICOLON;

variable : dimensions ( ASSIGN VALUE )?;

exceptions : THROWS annotatedType ( COMMA annotatedType )*;

parameters : parameter ( COMMA parameter )*;

parameter : modifier* type ( annotation* ELLIPSIS )? ( IDENTIFIER dimensions | receiver );

receiver : ( IDENTIFIER DOT )* THIS;
