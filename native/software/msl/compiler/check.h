// Parses a program with libclang: what clang says of it, and the rules of MSL that only the tree shows.
#pragma once
#include "source.h"

#include <functional>

namespace msl {

struct Finding {
    Severity severity;
    size_t offset; // in the text that was parsed; SIZE_MAX: not in it
    std::string text;
};

// Clang's messages and ours, in order. `arguments` are clang's; `written` tells of a place in the text whether it is the
// program's own, which alone must keep the rules.
std::vector<Finding> check(const std::string &file, const std::string &text, const std::vector<std::string> &arguments,
                           const std::function<bool(size_t)> &written);

} // namespace msl
