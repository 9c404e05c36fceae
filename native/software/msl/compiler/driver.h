// The text that is compiled after a program: a C function for each kernel, and the module's description.
#pragma once
#include "scan.h"

namespace msl {

struct Driver {
    struct Origin {
        size_t offset; // in the text, from here on
        size_t token;  // what of the program it is about
    };
    std::string text;
    std::vector<Origin> origins;
};

// Adds to the scan's errors what is wrong with arguments.
Driver driver(const Tokens &tokens, Scan &scan);

} // namespace msl
