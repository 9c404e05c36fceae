#include "check.h"
#include "libclang.h"

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <set>

namespace msl {
namespace {

// The numbers of clang's address spaces.
enum Space : unsigned { Global = 1, Local = 2, Constant = 3, Private = 4, Generic = 5, Device = 6 };

std::string taken(CXString string) {
    const char *text = clang_getCString(string);
    std::string result = text == nullptr ? "" : text;
    clang_disposeString(string);
    return result;
}

// The file that is parsed; the library's are others.
std::string main_file;

size_t offset_of(CXSourceLocation location) {
    CXFile file = nullptr;
    unsigned line = 0, column = 0, offset = 0;
    clang_getExpansionLocation(location, &file, &line, &column, &offset);
    return file != nullptr && taken(clang_getFileName(file)) == main_file ? offset : SIZE_MAX;
}

class Rules {
  public:
    Rules(std::vector<Finding> &findings, const std::function<bool(size_t)> &own) : findings(findings), own(own) {}

    void run(CXTranslationUnit unit) {
        clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, this);
        recursion();
    }

  private:
    struct Call {
        size_t to, offset;
        std::string name;
    };
    std::vector<Finding> &findings;
    const std::function<bool(size_t)> &own;
    std::map<size_t, std::vector<Call>> calls;
    std::vector<size_t> functions;

    void error(size_t offset, const std::string &text) { findings.push_back({Severity::Error, offset, text}); }

    static int visit(CXCursor cursor, CXCursor, CXClientData data) {
        auto &rules = *static_cast<Rules *>(data);
        size_t offset = offset_of(clang_getCursorLocation(cursor));
        if (offset != SIZE_MAX && !rules.own(offset)) offset = SIZE_MAX;
        if (offset == SIZE_MAX && (cursor.kind < 100 && cursor.kind != 23)) return CXChildVisit_Continue; // the library's
        rules.look(cursor, offset);
        if (rules.is_function(cursor)) {
            rules.functions.push_back(rules.identity(cursor));
            clang_visitChildren(cursor, visit, data);
            rules.functions.pop_back();
            return CXChildVisit_Continue;
        }
        return CXChildVisit_Recurse;
    }

    bool is_function(CXCursor cursor) const {
        return cursor.kind == CXCursor_FunctionDecl || cursor.kind == CXCursor_CXXMethod || cursor.kind == CXCursor_FunctionTemplate
               || cursor.kind == CXCursor_Constructor || cursor.kind == CXCursor_ConversionFunction;
    }

    // A function is known by where it is first written: an instantiation by its template, a specialization by itself.
    size_t identity(CXCursor cursor) const { return offset_of(clang_getCursorLocation(clang_getCanonicalCursor(cursor))); }

    void look(CXCursor cursor, size_t offset) {
        switch (cursor.kind) {
        case CXCursor_VarDecl:
        case CXCursor_ParmDecl:
        case CXCursor_FieldDecl: declared(clang_getCursorType(cursor), offset); break;
        case CXCursor_FunctionDecl:
        case CXCursor_CXXMethod: declared(clang_getCursorResultType(cursor), offset); break;
        case CXCursor_CStyleCastExpr: declared(clang_getCursorType(cursor), offset); break;
        case CXCursor_UnexposedExpr: converted(cursor, offset); break;
        case CXCursor_DeclRefExpr:
        case CXCursor_MemberRefExpr: called(clang_getCursorReferenced(cursor), offset); break;
        case CXCursor_OverloadedDeclRef: break;
        default: break;
        }
    }

    // A pointer or reference says what address space it points to.
    void declared(CXType type, size_t offset) {
        if (offset == SIZE_MAX) return;
        const CXType canonical = clang_getCanonicalType(type);
        if (canonical.kind == CXType_LongLong || canonical.kind == CXType_ULongLong) {
            error(offset, "'long long' is not supported in Metal");
        }
        const bool reference = canonical.kind == CXType_LValueReference || canonical.kind == CXType_RValueReference;
        if (type.kind == CXType_Auto || clang_getPointeeType(type).kind == CXType_Auto) return;
        if ((canonical.kind == CXType_Pointer || reference) && clang_getPointeeType(canonical).kind != CXType_Invalid
            && clang_getAddressSpace(clang_getPointeeType(canonical)) == Generic) {
            error(offset, reference ? "reference type must have explicit address space qualifier"
                                    : "pointer type must have explicit address space qualifier");
        }
    }

    // Clang lets memory of the device become constant, since here the one's address space holds the other.
    void converted(CXCursor cursor, size_t offset) {
        const unsigned to = space(clang_getCursorType(cursor));
        if (to != Global || offset == SIZE_MAX) return;
        std::pair<Rules *, unsigned> state(this, 0);
        clang_visitChildren(
            cursor,
            [](CXCursor child, CXCursor, CXClientData data) -> int {
                auto &[rules, from] = *static_cast<std::pair<Rules *, unsigned> *>(data);
                from = rules->space(clang_getCursorType(child));
                return 0;
            },
            &state);
        if (state.second == Device) {
            error(offset, "cannot convert from address space 'device' to address space 'constant'");
        }
    }

    unsigned space(CXType type) const {
        CXType canonical = clang_getCanonicalType(type);
        if (canonical.kind == CXType_Pointer) canonical = clang_getPointeeType(canonical);
        return canonical.kind == CXType_Invalid ? 0 : clang_getAddressSpace(canonical);
    }

    void called(CXCursor referenced, size_t offset) {
        if (functions.empty() || clang_Cursor_isNull(referenced) || !is_function(referenced) || offset == SIZE_MAX) return;
        // Templates may call themselves with other arguments.
        if (!clang_Cursor_isNull(clang_getSpecializedCursorTemplate(referenced)) && identity(referenced) == functions.back()) return;
        const size_t to = identity(referenced);
        if (to != SIZE_MAX) calls[functions.back()].push_back({to, offset, taken(clang_getCursorSpelling(referenced))});
    }

    void recursion() {
        std::set<size_t> done;
        for (const auto &[function, unused] : calls) {
            (void)unused;
            std::vector<size_t> path;
            descend(function, path, done);
        }
    }

    void descend(size_t function, std::vector<size_t> &path, std::set<size_t> &done) {
        if (!done.insert(function).second) return;
        path.push_back(function);
        const auto from = calls.find(function);
        for (size_t i = 0; from != calls.end() && i < from->second.size(); ++i) {
            const Call &call = from->second[i];
            bool again = false;
            for (const size_t outer : path) again |= outer == call.to;
            if (again) error(call.offset, "recursive function call to '" + call.name + "' is not supported in Metal");
            else descend(call.to, path, done);
        }
        path.pop_back();
    }
};

void add(std::vector<Finding> &findings, CXDiagnostic diagnostic) {
    const int severity = clang_getDiagnosticSeverity(diagnostic);
    std::string text = taken(clang_getDiagnosticSpelling(diagnostic));
    const std::string option = taken(clang_getDiagnosticOption(diagnostic, nullptr));
    if (!option.empty() && severity >= 2) {
        text += severity == 3 ? " [-Werror," + option + "]" : " [" + option + "]";
    }
    size_t offset = offset_of(clang_getDiagnosticLocation(diagnostic));
    const CXDiagnosticSet children = clang_getChildDiagnostics(diagnostic);
    const unsigned count = clang_getNumDiagnosticsInSet(children);
    // What the library's text says is reported where the program asked for it.
    for (unsigned i = 0; offset == SIZE_MAX && i < count; ++i)
        offset = offset_of(clang_getDiagnosticLocation(clang_getDiagnosticInSet(children, i)));
    findings.push_back({severity == 1 ? Severity::Note : severity == 2 ? Severity::Warning : Severity::Error, offset, text});
    for (unsigned i = 0; i < count; ++i) {
        const CXDiagnostic child = clang_getDiagnosticInSet(children, i);
        if (offset_of(clang_getDiagnosticLocation(child)) == SIZE_MAX) continue;
        const std::string note = taken(clang_getDiagnosticSpelling(child));
        if (note.rfind("expanded from macro", 0) != 0 && note.rfind("expression evaluates to", 0) != 0)
            findings.push_back({Severity::Note, offset_of(clang_getDiagnosticLocation(child)), note});
    }
}

} // namespace

std::vector<Finding> check(const std::string &file, const std::string &text, const std::vector<std::string> &arguments,
                           const std::function<bool(size_t)> &written) {
    main_file = file;
    setenv("LIBCLANG_DISABLE_CRASH_RECOVERY", "1", 1);
    main_file = file;
    std::vector<Finding> findings;
    std::vector<const char *> argv;
    for (const auto &argument : arguments) argv.push_back(argument.c_str());
    const CXIndex index = clang_createIndex(1, 0);
    CXTranslationUnit unit = nullptr;
    CXUnsavedFile unsaved{file.c_str(), text.c_str(), text.size()};
    const int status = clang_parseTranslationUnit2(index, file.c_str(), argv.data(), static_cast<int>(argv.size()), &unsaved, 1,
                                                   0, &unit);
    if (status != 0 || unit == nullptr) {
        findings.push_back({Severity::Error, SIZE_MAX, "the compiler failed (libclang status " + std::to_string(status) + ")"});
        return findings;
    }
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); ++i) {
        const CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        add(findings, diagnostic);
        clang_disposeDiagnostic(diagnostic);
    }
    Rules(findings, written).run(unit);
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    return findings;
}

} // namespace msl
