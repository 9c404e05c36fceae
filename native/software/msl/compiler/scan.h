// Finds in preprocessed MSL what clang doesn't know: kernels with their attributes, threadgroup variables, function
// constants; and edits the text into what clang does know.
#pragma once
#include "tokens.h"

#include <map>
#include <string>
#include <vector>

namespace msl {

struct Attribute {
    std::string name;
    std::string value; // what stands in parentheses; empty without
};

struct Parameter {
    std::string name;
    std::vector<Attribute> attributes;
    size_t token; // where it begins

    const Attribute *attribute(std::string_view name) const;
};

struct Kernel {
    std::string name;      // with namespaces
    std::string host_name; // what the host calls it; empty for a template
    bool is_template = false;
    std::vector<Parameter> parameters;
    std::string max_total_threads; // an expression, or empty
    size_t token;
};

// A kernel of a template, asked for by `template [[host_name("...")]] ...`.
struct Instantiation {
    std::string kernel; // the template's name with namespaces, as found from outside
    std::string id;     // with its arguments
    std::string host_name;
    size_t token;
};

struct FunctionConstant {
    std::string name, index;
};

// Replaces length characters of the preprocessed text.
struct Edit {
    size_t offset, length;
    std::string text;
};

struct Problem {
    size_t token;
    std::string message;
};

struct Scan {
    std::vector<Kernel> kernels;
    std::vector<Instantiation> instantiations;
    std::vector<FunctionConstant> constants;
    std::vector<Edit> edits; // in order
    std::vector<Problem> errors, warnings;
};

// version: major * 100 + minor * 10, as __METAL_VERSION__.
Scan scan(const Tokens &tokens, int version);

} // namespace msl
