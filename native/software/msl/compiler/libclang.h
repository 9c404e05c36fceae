// As much of libclang's C interface as is used here. Debian's clang-19 brings the library, but not its headers.
#pragma once

extern "C" {
typedef void *CXIndex;
typedef void *CXTranslationUnit;
typedef void *CXDiagnostic;
typedef void *CXDiagnosticSet;
typedef void *CXFile;
typedef void *CXClientData;
struct CXString { const void *data; unsigned flags; };
struct CXCursor { int kind, xdata; const void *data[3]; };
struct CXType { int kind; void *data[2]; };
struct CXSourceLocation { const void *pointers[2]; unsigned data; };
struct CXUnsavedFile { const char *name, *contents; unsigned long length; };

enum {
    CXCursor_FieldDecl = 6,
    CXCursor_FunctionDecl = 8,
    CXCursor_VarDecl = 9,
    CXCursor_ParmDecl = 10,
    CXCursor_CXXMethod = 21,
    CXCursor_Constructor = 24,
    CXCursor_ConversionFunction = 26,
    CXCursor_FunctionTemplate = 30,
    CXCursor_UnexposedExpr = 100,
    CXCursor_DeclRefExpr = 101,
    CXCursor_MemberRefExpr = 102,
    CXCursor_CallExpr = 103,
    CXCursor_CStyleCastExpr = 117,
    CXCursor_OverloadedDeclRef = 49,
    CXType_Invalid = 0,
    CXType_Pointer = 101,
    CXType_LValueReference = 103,
    CXType_RValueReference = 104,
    CXType_Auto = 118,
    CXType_LongLong = 19,
    CXType_ULongLong = 11,
    CXChildVisit_Continue = 1,
    CXChildVisit_Recurse = 2,
};

CXIndex clang_createIndex(int exclude_pch, int display);
void clang_disposeIndex(CXIndex);
int clang_parseTranslationUnit2(CXIndex, const char *file, const char *const *arguments, int count, CXUnsavedFile *, unsigned,
                                unsigned options, CXTranslationUnit *);
void clang_disposeTranslationUnit(CXTranslationUnit);
unsigned clang_getNumDiagnostics(CXTranslationUnit);
CXDiagnostic clang_getDiagnostic(CXTranslationUnit, unsigned);
CXDiagnosticSet clang_getChildDiagnostics(CXDiagnostic);
unsigned clang_getNumDiagnosticsInSet(CXDiagnosticSet);
CXDiagnostic clang_getDiagnosticInSet(CXDiagnosticSet, unsigned);
int clang_getDiagnosticSeverity(CXDiagnostic); // 1 note, 2 warning, 3 error, 4 fatal
CXSourceLocation clang_getDiagnosticLocation(CXDiagnostic);
CXString clang_getDiagnosticSpelling(CXDiagnostic);
CXString clang_getDiagnosticOption(CXDiagnostic, CXString *disable);
void clang_disposeDiagnostic(CXDiagnostic);
const char *clang_getCString(CXString);
void clang_disposeString(CXString);
void clang_getExpansionLocation(CXSourceLocation, CXFile *, unsigned *line, unsigned *column, unsigned *offset);
void clang_getPresumedLocation(CXSourceLocation, CXString *file, unsigned *line, unsigned *column);
int clang_Location_isFromMainFile(CXSourceLocation);
CXString clang_getFileName(CXFile);
CXCursor clang_getTranslationUnitCursor(CXTranslationUnit);
unsigned clang_visitChildren(CXCursor, int (*)(CXCursor, CXCursor, CXClientData), CXClientData);
CXSourceLocation clang_getCursorLocation(CXCursor);
CXType clang_getCursorType(CXCursor);
CXType clang_getCanonicalType(CXType);
CXType clang_getPointeeType(CXType);
CXType clang_getCursorResultType(CXCursor);
unsigned clang_getAddressSpace(CXType);
CXString clang_getTypeSpelling(CXType);
CXString clang_getCursorSpelling(CXCursor);
CXCursor clang_getCursorReferenced(CXCursor);
CXCursor clang_getCanonicalCursor(CXCursor);
CXCursor clang_getSpecializedCursorTemplate(CXCursor);
unsigned clang_getNumOverloadedDecls(CXCursor);
CXCursor clang_getOverloadedDecl(CXCursor, unsigned);
int clang_Cursor_isNull(CXCursor);
unsigned clang_equalCursors(CXCursor, CXCursor);
unsigned clang_hashCursor(CXCursor);
unsigned clang_isCursorDefinition(CXCursor);
int clang_Cursor_getNumArguments(CXCursor);
}
