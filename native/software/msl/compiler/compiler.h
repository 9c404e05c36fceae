// MSL to a shared object of the machine.
#pragma once
#include "process.h"

#include <string>
#include <vector>

namespace msl {

struct Options {
    int version = 400;        // as __METAL_VERSION__
    std::string math = "safe"; // relaxed, fast
    bool fast_functions = false;
    bool contract = false;
    unsigned checks = 0; // as MSL_CHECK_
    std::vector<std::string> preprocessor; // -D -U -I
    std::vector<std::string> warnings;     // -W
    bool alignment = false; // with bounds, of pointers too; set by the compiler
    bool debug = false;

    // What the compiled code depends on, beside the text.
    std::string key() const;
};

struct Compiled {
    bool ok = false;
    int errors = 0, warnings = 0;
    std::string log;
    std::string program; // the text that clang compiles: it can be compiled again
    std::string object;  // ELF
};

class Compiler {
  public:
    // The folder with the library and what programs are linked with, and a folder that may keep things.
    Compiler(std::string stdlib, std::string parts, std::string cache)
        : stdlib(std::move(stdlib)), parts(std::move(parts)), cache(std::move(cache)) {}

    Compiled compile(const std::string &name, const std::string &source, const Options &options) const;

    // Only the last step, for a text that `compile` made.
    Compiled again(const std::string &program, const Options &options) const;

  private:
    std::string stdlib, parts, cache;

    std::vector<std::string> language(const Options &options) const;
    bool preprocess(const std::string &name, const std::string &source, const Options &options, std::string &text, Compiled &result) const;
    std::string precompiled(const Options &options, std::string &errors) const;
    void assemble(const Options &options, Compiled &result) const;
};

} // namespace msl
