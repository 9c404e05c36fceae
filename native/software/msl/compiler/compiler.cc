#include "compiler.h"

#include "check.h"
#include "driver.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <unistd.h>

namespace msl {
namespace {

constexpr const char *clang = "clang++-19";

const char *const undefined_always = "integer-divide-by-zero,signed-integer-overflow";
const char *const undefined_checked =
    "shift-base,shift-exponent,float-cast-overflow,array-bounds,bool,return,unreachable";

// Whether pointers are cast to others: without that, all are aligned as what is bound. Watching over it makes programs
// with thousands of accesses slow to compile, since each becomes a branch.
bool casts_pointers(const std::string &program) {
    for (const char *space : {"device", "constant", "threadgroup", "thread"}) {
        for (size_t at = 0; (at = program.find(space, at)) != std::string::npos;) {
            at += std::string(space).size();
            const size_t star = program.find_first_of("*;{}()", at);
            if (star == std::string::npos || program[star] != '*') continue;
            const size_t next = program.find_first_not_of(" \t\n", star + 1);
            if (next != std::string::npos && (program[next] == ')' || program[next] == '>')) return true;
        }
    }
    return false;
}

void add(std::vector<std::string> &to, const std::vector<std::string> &what) { to.insert(to.end(), what.begin(), what.end()); }

// The text that is compiled: the preprocessed one with the edits; and where each part of it comes from.
class Program {
  public:
    Program(const Tokens &tokens, const Scan &scan, Driver added) : tokens(tokens), driver(std::move(added)) {
        size_t from = 0;
        for (const Edit &edit : scan.edits) {
            if (edit.offset < from) continue; // lies in what another edit replaced
            copy(from, edit.offset);
            pieces.push_back({text.size(), edit.offset, false});
            text += edit.text;
            from = edit.offset + edit.length;
        }
        copy(from, tokens.text.size());
        pragmas();
        unrolls();
        driver_begin = text.size();
        text += driver.text;
    }

    std::string text;

    // The token of the program that a place in the text is about.
    size_t token(size_t offset) const {
        if (offset >= driver_begin) {
            size_t token = 0;
            for (const auto &origin : driver.origins)
                if (driver_begin + origin.offset <= offset) token = origin.token;
            return token;
        }
        size_t at = 0;
        for (const auto &piece : pieces)
            if (piece.made <= offset) at = piece.copied ? piece.source + (offset - piece.made) : piece.source;
        const auto after = std::upper_bound(tokens.all.begin(), tokens.all.end(), at,
                                            [](size_t offset, const Token &token) { return offset < token.offset; });
        const size_t index = static_cast<size_t>(after - tokens.all.begin());
        // In a token, or before the next.
        if (index > 0 && at < tokens[index - 1].offset + tokens[index - 1].text.size()) return index - 1;
        return std::min(index, tokens.size() - 1);
    }

    // Whether a place in the text is the program's own.
    bool written(size_t offset) const {
        bool copied = false;
        if (offset >= driver_begin) return false;
        for (const auto &piece : pieces)
            if (piece.made <= offset) copied = piece.copied;
        return copied;
    }

  private:
    struct Piece {
        size_t made, source;
        bool copied;
    };
    const Tokens &tokens;
    const Driver driver;
    std::vector<Piece> pieces;
    size_t driver_begin = 0;

    void copy(size_t from, size_t to) {
        if (from >= to) return;
        pieces.push_back({text.size(), from, true});
        text += tokens.text.substr(from, to - from);
    }

    // #pragma METAL fp contract(off) is clang's under another name; the same number of characters is kept.
    void pragmas() {
        static const std::string ours = "#pragma METAL fp ", clangs = "#pragma clang fp ";
        for (size_t at = 0; (at = text.find(ours, at)) != std::string::npos; at += ours.size()) {
            const size_t end = text.find('\n', at);
            const std::string rest = text.substr(at + ours.size(), end - at - ours.size());
            if (rest.rfind("contract", 0) == 0) text.replace(at, ours.size(), clangs);
            else if (rest.find("fast") != std::string::npos || rest.find("relaxed") != std::string::npos) text.replace(at, end - at, padded("#pragma clang fp reassociate(on)", end - at));
            else if (rest.find("safe") != std::string::npos) text.replace(at, end - at, padded("#pragma clang fp reassociate(off)", end - at));
        }
    }

    // Preprocessing leaves macros in pragmas: what is no number there is left out.
    void unrolls() {
        static const std::string pragma = "#pragma unroll(";
        for (size_t at = 0; (at = text.find(pragma, at)) != std::string::npos; ++at) {
            at += pragma.size() - 1;
            const size_t end = text.find('\n', at);
            if (text.find_first_not_of("0123456789", at + 1) != text.find(')', at))
                for (size_t i = at; i < end; ++i) text[i] = ' ';
        }
    }

    static std::string padded(std::string text, size_t length) {
        text.resize(std::max(text.size(), length), ' ');
        return text;
    }
};

std::vector<Message> messages(const Source &source, const Tokens &tokens, const Program &program, const Scan &scan,
                              const std::vector<Finding> &findings) {
    std::vector<Message> result;
    std::set<std::pair<std::string, std::string>> seen;
    const auto say = [&](Severity severity, const Place &place, const std::string &text) {
        const std::string at = place.file + ":" + std::to_string(place.line);
        if (severity != Severity::Note && !seen.emplace(at + ":" + std::to_string(place.column), text).second) return;
        result.push_back({severity, place, text});
    };
    for (const Problem &problem : scan.errors) say(Severity::Error, source.place(tokens, problem.token), problem.message);
    for (const Problem &problem : scan.warnings) say(Severity::Warning, source.place(tokens, problem.token), problem.message);
    for (const Finding &finding : findings) {
        const Place place = finding.offset == SIZE_MAX || tokens.size() == 0 ? Place() : source.place(tokens, program.token(finding.offset));
        say(finding.severity, place, in_metal_words(finding.text));
    }
    return result;
}

} // namespace

std::string Options::key() const {
    std::string key = std::to_string(version) + " " + math + (fast_functions ? " fast" : " precise") + (contract ? " contract " : " ")
                      + std::to_string(checks) + (alignment ? " alignment" : "") + (debug ? " debug" : "");
    for (const auto &word : preprocessor) key += " " + word;
    return key;
}

std::vector<std::string> Compiler::language(const Options &options) const {
    std::vector<std::string> words = {
        "-x", "clcpp", "-cl-std=clc++2021", "-cl-no-stdinc", "-nostdinc", "-cl-single-precision-constant",
        "-Xclang", "-cl-ext=-cl_khr_fp64,-__opencl_c_fp64,+cl_khr_fp16", "-O2", "-fPIC", "-fvisibility=hidden",
        "-fno-strict-float-cast-overflow", "-fno-strict-aliasing", "-fno-delete-null-pointer-checks", "-fmax-type-align=8", "-fno-ident", "-w",
        "-fdeclspec",
    };
#if defined(__x86_64__)
    add(words, {"-target", "x86_64-unknown-linux-gnu"});
    // Fused multiply-add and half in hardware, where the machine has them: the results are the same, but for contraction.
    if (__builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c") && __builtin_cpu_supports("avx2")) {
        add(words, {"-mfma", "-mf16c", "-mavx2"});
    }
#elif defined(__aarch64__)
    add(words, {"-target", "aarch64-unknown-linux-gnu"});
#endif
    const std::string version = std::to_string(options.version);
    add(words, {"-D__METAL__=1", "-D__METAL_VERSION__=" + version, "-D__METAL_MACOS__=1", "-D__HAVE_BFLOAT__=1",
                "-D__HAVE_SIMDGROUP_MATRIX__=1", "-U__OPENCL_CPP_VERSION__", "-U__OPENCL_VERSION__"});
    if (options.math == "fast") add(words, {"-ffast-math", "-DMSL_FINITE_MATH=1", "-D__FAST_MATH__=1"});
    if (options.math == "relaxed") add(words, {"-ffast-math", "-fno-finite-math-only"});
    // Behind -ffast-math, which says it too. Without "honor", pragmas are ignored.
    words.push_back(options.contract ? "-ffp-contract=fast-honor-pragmas" : "-ffp-contract=off");
    std::string sanitized = undefined_always;
    if ((options.checks & 2) != 0) sanitized += std::string(",") + undefined_checked;
    if ((options.checks & 1) != 0) {
        sanitized += ",kernel-address";
        if (options.alignment) sanitized += ",alignment";
        if ((options.checks & 2) == 0) sanitized += ",array-bounds";
        for (const char *option : {"-asan-instrumentation-with-call-threshold=0", "-asan-stack=0", "-asan-globals=0",
                                   "-asan-kernel-mem-intrinsic-prefix=1"}) {
            add(words, {"-mllvm", option});
        }
    }
    add(words, {"-Xclang", "-fsanitize=" + sanitized, "-Xclang", "-fsanitize-recover=" + sanitized});
    return words;
}

bool Compiler::preprocess(const std::string &name, const std::string &source, const Options &options, std::string &text,
                          Compiled &result) const {
    std::vector<std::string> command = {clang};
    add(command, language(options));
    command.erase(std::find(command.begin(), command.end(), "-w"));
    add(command, {"-E", "-Wno-everything", "-I", parts + "/names"});
    for (const auto &word : options.preprocessor) command.push_back(word);
    command.push_back("-");
    const Result done = run(command, "#line 1 \"" + name + "\"\n" + source);
    text = done.output;
    if (done.status == 127) result.log += "error: " + done.errors + "; on Debian the package clang-19 has it\n";
    // Clang's own form is Metal's, but for the line numbers beside the text.
    size_t at = 0;
    while (at < done.errors.size()) {
        const size_t end = std::min(done.errors.find('\n', at), done.errors.size());
        std::string line = done.errors.substr(at, end - at);
        const size_t bar = line.find(" | ");
        if (bar != std::string::npos && line.find_first_not_of(" 0123456789") == bar + 1) line.erase(0, bar + 3);
        if (line.find(" error: ") != std::string::npos) ++result.errors;
        if (line.find("generated.") == std::string::npos && line.find("/names") == std::string::npos) result.log += line + "\n";
        at = end + 1;
    }
    return done.status == 0;
}

std::string Compiler::precompiled(const Options &options, std::string &errors) const {
    Options plain = options;
    plain.preprocessor.clear();
    // What is precompiled names the files that it came from: of another checkout, these may change.
    std::string key = plain.key() + stdlib;
    for (const auto &word : language(options)) key += word;
    for (const char *folder : {"", "/msl", "/simd"}) {
        if (DIR *listing = opendir((stdlib + folder).c_str())) {
            std::vector<std::string> names;
            while (const dirent *entry = readdir(listing)) names.push_back(entry->d_name);
            closedir(listing);
            std::sort(names.begin(), names.end());
            std::string content;
            for (const auto &name : names)
                if (name[0] != '.' && read_file(stdlib + folder + "/" + name, content)) key += name + content;
        }
    }
    const std::string path = cache + "/metal_stdlib-" + hash(key) + ".pch";
    if (access(path.c_str(), R_OK) == 0) return path;
    const int lock = open((path + ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    if (lock >= 0) flock(lock, LOCK_EX);
    if (access(path.c_str(), R_OK) != 0) {
        const std::string header = cache + "/metal_stdlib-" + hash(stdlib) + ".h";
        if (access(header.c_str(), R_OK) != 0) write_file(header, "#include <metal_stdlib>\n");
        const std::string part = path + "." + std::to_string(getpid()) + ".part";
        std::vector<std::string> command = {clang};
        add(command, language(options));
        add(command, {"-I", stdlib, "-c", "-Xclang", "-emit-pch", "-Xclang", "-fno-pch-timestamp", header, "-o", part});
        const Result done = run(command);
        if (done.status != 0) errors = "cannot compile metal_stdlib: " + done.errors;
        else std::rename(part.c_str(), path.c_str());
    }
    if (lock >= 0) close(lock);
    return path;
}

Compiled Compiler::compile(const std::string &name, const std::string &source, const Options &given) const {
    Options options = given;
    Compiled result;
    std::string text, errors;
    if (!preprocess(name, source, options, text, result)) return result;
    options.alignment = casts_pointers(text);
    const Tokens tokens = tokenize(text);
    Scan found;
    if (tokens.size() > 0) found = scan(tokens, options.version);
    Driver added = driver(tokens, found);
    const Program program(tokens, found, std::move(added));
    const std::string pch = precompiled(options, errors);
    std::vector<Finding> findings;
    if (errors.empty()) {
        std::vector<std::string> words = language(options);
        words.erase(std::find(words.begin(), words.end(), "-w"));
        add(words, {"-Wno-c++17-extensions", "-Wno-pragmas", "-Wno-unused-function", "-Wno-c99-designator"});
        add(words, options.warnings);
        add(words, {"-Wno-gnu", "-Wno-unused-const-variable", "-Wno-unused-local-typedef", "-Wno-undefined-internal",
                    "-Wno-duplicate-decl-specifier", "-include-pch", pch});
        findings = check(cache + "/program_source.cl", program.text, words, [&](size_t offset) { return program.written(offset); });
    } else {
        findings.push_back({Severity::Error, SIZE_MAX, errors});
    }
    const Source written(name, source);
    for (const Message &message : messages(written, tokens, program, found, findings)) {
        if (message.severity == Severity::Error) ++result.errors;
        if (message.severity == Severity::Warning) ++result.warnings;
        if (message.severity == Severity::Note && message.place.file.empty()) continue;
        result.log += written.render(message);
    }
    result.program = program.text;
    if (result.errors == 0) assemble(options, result);
    return result;
}

Compiled Compiler::again(const std::string &program, const Options &given) const {
    Options options = given;
    options.alignment = casts_pointers(program);
    Compiled result;
    result.program = program;
    assemble(options, result);
    return result;
}

void Compiler::assemble(const Options &options, Compiled &result) const {
    std::string errors;
    const std::string pch = precompiled(options, errors);
    const std::string object = cache + "/" + std::to_string(getpid()) + ".o";
    const std::string library = cache + "/" + std::to_string(getpid()) + ".so";
    std::vector<std::string> command = {clang};
    add(command, language(options));
    add(command, {"-include-pch", pch, "-c", "-", "-o", object});
    Result done = run(command, result.program);
    if (done.status == 0) {
        done = run({"ld", "-shared", "-z", "noexecstack", "-z", "norelro", "-z", "start-stop-visibility=hidden", "--build-id=none", "-o", library, object,
                    parts + "/msl_device.o", parts + "/msl_math.o", "-lm", "-lc", "-lgcc", "-L", MSL_GCC_FOLDER});
    }
    if (done.status != 0 || !read_file(library, result.object)) {
        ++result.errors;
        result.log += "error: the compiler failed: " + errors + done.errors + "\n";
    } else {
        result.ok = true;
    }
    unlink(object.c_str());
    unlink(library.c_str());
}

} // namespace msl
