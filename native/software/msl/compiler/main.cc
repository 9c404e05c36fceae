// mslc: compiles one source text to a shared object. What msl_compile calls; the stand-in for xcrun has its own words.
//
//   mslc --cache DIR [--program FILE] [--again] [--std 310] [--math safe] [--functions precise] [--contract on]
//        [--checks 3] [-D...] [-W...] [--name program_source] --output FILE SOURCE
//
// Messages go to standard error. Exit 0 if it compiled, 1 if not, 2 if the words are wrong.
#include "compiler.h"

#include <cstdio>
#include <cstdlib>

using namespace msl;

int main(int argc, char **argv) {
    Options options;
    std::string cache, output, program, name = "program_source", input, source;
    bool again = false;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
        if (word == "--cache") cache = value();
        else if (word == "--output") output = value();
        else if (word == "--program") program = value();
        else if (word == "--name") name = value();
        else if (word == "--again") again = true;
        else if (word == "--std") options.version = std::atoi(value().c_str());
        else if (word == "--math") options.math = value();
        else if (word == "--functions") options.fast_functions = value() == "fast";
        else if (word == "--contract") options.contract = value() == "on";
        else if (word == "--checks") options.checks = static_cast<unsigned>(std::atoi(value().c_str()));
        else if (word.rfind("-D", 0) == 0 || word.rfind("-U", 0) == 0 || word.rfind("-I", 0) == 0) options.preprocessor.push_back(word);
        else if (word.rfind("-W", 0) == 0) options.warnings.push_back(word);
        else if (word[0] != '-' && input.empty()) input = word;
        else {
            std::fprintf(stderr, "mslc: unknown option %s\n", word.c_str());
            return 2;
        }
    }
    if (cache.empty() || output.empty() || input.empty() || !read_file(input, source)) {
        std::fprintf(stderr, "mslc: needs --cache, --output and a source\n");
        return 2;
    }
    make_folders(cache);
    const char *home = std::getenv("SMELT_MSL_PARTS");
    const Compiler compiler(MSL_STDLIB, home != nullptr ? home : MSL_PARTS, cache);
    const Compiled compiled = again ? compiler.again(source, options) : compiler.compile(name, source, options);
    std::fputs(compiled.log.c_str(), stderr);
    if (!program.empty()) write_file(program, compiled.program);
    return compiled.ok && write_file(output, compiled.object) ? 0 : 1;
}
