// What the stand-in for xcrun runs: `metal metal ...` and `metal metallib ...`, with the words of Apple's that builds use,
// and no others. An .air file is a library (runtime/msl_library.h) of one program; metallib puts them together.
#include "compiler.h"

#include "../runtime/msl_library.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace msl;

namespace {

int fail(const std::string &tool, const std::string &message) {
    std::fprintf(stderr, "%s: error: %s\n", tool.c_str(), message.c_str());
    return 1;
}

template <typename T>
void put(std::string &to, T value) {
    to.append(reinterpret_cast<const char *>(&value), sizeof value);
}

std::string library(const std::string &programs, uint32_t count) {
    std::string bytes = MSL_LIBRARY_MAGIC;
    put(bytes, uint32_t(MSL_LIBRARY_VERSION));
    put(bytes, count);
    put(bytes, uint64_t(MSL_LIBRARY_HEADER + programs.size()));
    return bytes + hash(programs) + programs;
}

std::string cache_folder() {
    if (const char *given = std::getenv("SMELT_MSL_CACHE")) return given;
    if (const char *home = std::getenv("HOME")) return std::string(home) + "/.cache/smelt-msl";
    return "/tmp/smelt-msl";
}

struct Words {
    Options options;
    std::string input, output, error;
    bool compile_only = false, version = false;
};

Words understand(int argc, char **argv) {
    Words words;
    words.options.version = 310;
    words.options.math = "fast"; // Apple's default
    words.options.fast_functions = true;
    words.options.contract = true;
    for (int i = 2; i < argc && words.error.empty(); ++i) {
        const std::string word = argv[i];
        if (word == "--version") words.version = true;
        else if (word == "-c") words.compile_only = true;
        else if (word == "-o" && i + 1 < argc) words.output = argv[++i];
        else if (word == "-I" && i + 1 < argc) words.options.preprocessor.push_back(std::string("-I") + argv[++i]);
        else if (word.rfind("-I", 0) == 0 || word.rfind("-D", 0) == 0 || word.rfind("-U", 0) == 0) words.options.preprocessor.push_back(word);
        else if (word.rfind("-std=", 0) == 0) {
            static const std::pair<const char *, int> versions[] = {
                {"metal3.0", 300}, {"metal3.1", 310}, {"metal3.2", 320}, {"metal4.0", 400}};
            words.options.version = 0;
            for (const auto &[name, number] : versions)
                if (word.substr(5) == name) words.options.version = number;
            if (words.options.version == 0) words.error = "invalid value '" + word.substr(5) + "' in '" + word + "'";
        } else if (word == "-fno-fast-math") {
            words.options.math = "safe";
            words.options.fast_functions = false;
        } else if (word == "-ffast-math") {
            words.options.math = "fast";
            words.options.fast_functions = true;
        } else if (word == "-ffp-contract=off") words.options.contract = false;
        else if (word == "-ffp-contract=fast" || word == "-ffp-contract=on") words.options.contract = true;
        else if (word == "-Wall" || word == "-Wextra" || word == "-Werror" || word.rfind("-Wno-", 0) == 0) words.options.warnings.push_back(word);
        else if (word == "-frecord-sources" || word == "-gline-tables-only" || word.rfind("-mmacosx-version-min=", 0) == 0) {
            // They change nothing here.
        } else if (word[0] == '-') words.error = "unknown argument: '" + word + "'";
        else if (words.input.empty()) words.input = word;
        else words.error = "more than one source: '" + word + "'";
    }
    return words;
}

int metal(int argc, char **argv) {
    const Words words = understand(argc, argv);
    if (!words.error.empty()) return fail("metal", words.error);
    if (words.version) {
        // Libraries of another build of it are not up to date.
        std::puts("Apple metal version 0 (a stand-in of Smelt's, on clang 19, of " __DATE__ ", " __TIME__ ")");
        return 0;
    }
    std::string source;
    if (words.input.empty()) return fail("metal", "no input files");
    if (!read_file(words.input, source)) return fail("metal", "no such file or directory: '" + words.input + "'");
    if (!words.compile_only || words.output.empty()) return fail("metal", "only -c with -o is supported here");
    const std::string cache = cache_folder();
    make_folders(cache);
    const char *parts = std::getenv("SMELT_MSL_PARTS");
    const Compiled compiled = Compiler(MSL_STDLIB, parts != nullptr ? parts : MSL_PARTS, cache).compile(words.input, source, words.options);
    std::fputs(compiled.log.c_str(), stderr);
    if (compiled.errors > 0) std::fprintf(stderr, "%d error%s generated.\n", compiled.errors, compiled.errors == 1 ? "" : "s");
    if (!compiled.ok) return 1;
    const Options &o = words.options;
    const std::string again = "--std " + std::to_string(o.version) + " --math " + o.math + " --functions "
                              + (o.fast_functions ? "fast" : "precise") + " --contract " + (o.contract ? "on" : "off");
    std::string program;
    put(program, uint64_t(again.size()));
    put(program, uint64_t(compiled.program.size()));
    put(program, uint64_t(compiled.object.size()));
    program += again + compiled.program + compiled.object;
    if (!write_file(words.output, library(program, 1))) return fail("metal", "unable to open output file '" + words.output + "'");
    return 0;
}

int metallib(int argc, char **argv) {
    std::vector<std::string> inputs;
    std::string output, programs;
    uint32_t count = 0;
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "-o" && i + 1 < argc) output = argv[++i];
        else if (word[0] == '-') return fail("metallib", "unknown argument: '" + word + "'");
        else inputs.push_back(word);
    }
    if (inputs.empty() || output.empty()) return fail("metallib", inputs.empty() ? "no input files" : "no output file");
    for (const auto &input : inputs) {
        std::string bytes;
        if (!read_file(input, bytes)) return fail("metallib", "no such file or directory: '" + input + "'");
        uint32_t own = 0;
        if (bytes.size() < MSL_LIBRARY_HEADER || bytes.compare(0, 8, MSL_LIBRARY_MAGIC) != 0
            || hash(bytes.substr(MSL_LIBRARY_HEADER)) != bytes.substr(24, 32)) {
            return fail("metallib", "'" + input + "' is not an AIR file");
        }
        std::memcpy(&own, bytes.data() + 12, sizeof own);
        count += own;
        programs += bytes.substr(MSL_LIBRARY_HEADER);
    }
    return write_file(output, library(programs, count)) ? 0 : fail("metallib", "unable to open output file '" + output + "'");
}

} // namespace

int main(int argc, char **argv) {
    const std::string tool = argc > 1 ? argv[1] : "";
    return tool == "metal" ? metal(argc, argv) : tool == "metallib" ? metallib(argc, argv) : fail("metal", "no such tool");
}
