#include "scan.h"

#include <algorithm>
#include <set>

namespace msl {

const Attribute *Parameter::attribute(std::string_view wanted) const {
    for (const auto &attribute : attributes)
        if (attribute.name == wanted) return &attribute;
    return nullptr;
}

namespace {

const std::set<std::string_view> attributes_of_msl = {
    "buffer", "texture", "sampler", "threadgroup", "kernel", "vertex", "fragment", "host_name", "function_constant",
    "max_total_threads_per_threadgroup", "thread_position_in_grid", "thread_position_in_threadgroup",
    "threadgroup_position_in_grid", "threads_per_grid", "threads_per_threadgroup", "threadgroups_per_grid",
    "dispatch_threads_per_threadgroup", "thread_index_in_threadgroup", "thread_index_in_simdgroup",
    "simdgroup_index_in_threadgroup", "simdgroups_per_threadgroup", "dispatch_simdgroups_per_threadgroup",
    "threads_per_simdgroup", "thread_execution_width", "thread_index_in_quadgroup", "quadgroup_index_in_threadgroup",
    "quadgroups_per_threadgroup", "dispatch_quadgroups_per_threadgroup", "grid_origin", "grid_size", "stage_in", "id",
    "position", "attribute", "user", "color", "flat", "vertex_id", "instance_id", "point_size", "point_coord",
    "front_facing", "sample_id", "sample_mask", "depth", "visible", "stitchable", "raster_order_group", "invariant",
    "center_perspective", "center_no_perspective", "intersection", "payload", "early_fragment_tests", "patch",
    "base_vertex", "base_instance", "primitive_id", "render_target_array_index", "viewport_array_index",
    "required_threads_per_threadgroup", "mesh", "object", "clip_distance", "origin", "direction",
};

class Scanner {
  public:
    Scanner(const Tokens &tokens, int version) : tokens(tokens), version(version) {}

    Scan run() {
        attributes();
        expressions();
        scope(0, tokens.size(), "");
        std::stable_sort(found.edits.begin(), found.edits.end(),
                         [](const Edit &a, const Edit &b) { return a.offset < b.offset; });
        return std::move(found);
    }

  private:
    const Tokens &tokens;
    const int version;
    Scan found;
    unsigned variables = 0;

    void error(size_t token, std::string message) {
        found.errors.push_back({std::min(token, tokens.size() - 1), std::move(message)});
    }

    void edit(size_t from, size_t to, std::string text) {
        const size_t start = tokens[from].offset;
        const size_t end = to == 0 ? start : tokens[to - 1].offset + tokens[to - 1].text.size();
        found.edits.push_back({start, to == 0 ? 0 : end - start, std::move(text)});
    }

    bool opens_attribute(size_t i) const { return tokens.is(i, "[") && tokens.adjacent(i) && tokens.is(i + 1, "["); }

    // ---- everywhere in the text

    // Takes MSL's attributes out, keeping what is on a line in its column.
    void attributes() {
        for (size_t i = 0; i + 3 < tokens.size(); ++i) {
            if (!opens_attribute(i)) continue;
            const size_t end = tokens.closing(i);
            bool known = false;
            for (const auto &attribute : attributes_between(i + 2, end - 1)) known |= attributes_of_msl.count(attribute.name) != 0;
            if (known && end < tokens.size()) {
                for (size_t k = i; k <= end; ++k) edit(k, k + 1, std::string(tokens[k].text.size(), ' '));
            }
            i = end;
        }
    }

    std::vector<Attribute> attributes_between(size_t from, size_t to) const {
        std::vector<Attribute> result;
        for (size_t i = from; i < to; ++i) {
            if (tokens[i].kind != TokenKind::Name) continue;
            Attribute attribute{std::string(tokens[i].text), ""};
            if (tokens.is(i + 1, "::")) {
                attribute.name += "::" + std::string(tokens[i + 2].text);
                i += 2;
            }
            if (tokens.is(i + 1, "(")) {
                const size_t end = tokens.closing(i + 1);
                attribute.value = tokens.spelled(i + 2, end);
                i = end;
            }
            result.push_back(std::move(attribute));
        }
        return result;
    }

    // Conditional expressions get their arms as values (see msl/program.h); gotos and lambdas are found.
    void expressions() {
        std::vector<int> open; // per parenthesis, how many ? wait for their :
        open.push_back(0);
        for (size_t i = 0; i < tokens.size(); ++i) {
            const auto text = tokens[i].text;
            if (text == "(" || text == "[" || text == "{") {
                open.push_back(0);
            } else if (text == ")" || text == "]" || text == "}") {
                if (open.size() > 1) open.pop_back();
            } else if (text == ";") {
                open.back() = 0;
            } else if (text == "?") {
                ++open.back();
                arm(i + 1);
            } else if (text == ":" && open.back() > 0) {
                --open.back();
                arm(i + 1);
            } else if (text == "goto") {
                error(i, "'goto' statements are not supported in Metal");
            } else if (text == "virtual") {
                error(i, "virtual functions are not supported in Metal");
            } else if (text == "asm" || text == "__asm__") {
                error(i, "inline assembly is not supported in Metal");
            }
            if ((text == "device" || text == "constant" || text == "thread") && qualifies_method(i)) {
                // What an object may lie in that a method is called on, as keywords, which alone may stand there. Objects
                // that are just made lie nowhere yet, and belong to the thread: its methods are those of all.
                edit(i, i + 1, text == "device" ? "__global" : text == "thread" || !has_thread_form(i) ? "__generic" : "__constant");
            }
            if (text == "{" && i > 2 && tokens.is(i - 1, "=") && tokens[i - 2].kind == TokenKind::Name && is_vector(tokens[i - 3].text)) {
                // A list may have fewer than all components; the others are 0.
                edit(i, 0, "::msl::listed<" + std::string(tokens[i - 3].text) + ">");
            }
            if (text == "(" && tokens.is(i + 1, "*") && tokens.is(i + 3, ")") && tokens.is(i + 4, "(") && in_template(i)) {
                // A function for a template: clang takes one in OpenCL C++ as a reference only.
                edit(i + 1, i + 2, "&");
            }
            if (text == "[" && version < 320 && begins_lambda(i)) {
                error(i, "lambda expressions are not supported before Metal 3.2");
            }
        }
    }

    void arm(size_t i) {
        // Throws nothing, and pointers that are 0 stay constants.
        if (tokens.is(i, "nullptr") || tokens.is(i, "{") || i >= tokens.size()) return;
        edit(i, 0, "::msl::value = ");
    }

    // Whether a place lies in the parameters of a template, whose end is not yet known.
    bool in_template(size_t i) const {
        int depth = 0;
        for (; i > 0; --i) {
            const auto text = tokens[i].text;
            if (text == ";" || text == "{" || text == "}") return false;
            if (text == ")" || text == ">") ++depth;
            if (text == "(" || text == "<") --depth;
            if (text == "<" && depth < 0 && tokens.is(i - 1, "template")) return true;
        }
        return false;
    }

    // Whether an address space stands behind the parameters of a method.
    bool qualifies_method(size_t i) const {
        size_t before = i - 1, after = i + 1;
        while (before > 0 && (tokens.is(before, "const") || tokens.is(before, "volatile"))) --before;
        while (tokens.is(after, "const") || tokens.is(after, "volatile")) ++after;
        return i > 0 && tokens.is(before, ")")
               && (tokens.is(after, "{") || tokens.is(after, ":") || tokens.is(after, ";") || tokens.is(after, "="));
    }

    // Whether the method whose qualifier this is has another form, for objects of a thread.
    bool has_thread_form(size_t i) const {
        size_t open = i;
        int depth = 0;
        for (; open > 0; --open) {
            if (tokens.is(open, ")")) ++depth;
            if (tokens.is(open, "(") && --depth == 0) break;
        }
        if (open == 0) return false;
        size_t begin = open;
        for (depth = 0; begin > 0; --begin) {
            if (tokens.is(begin, "}")) ++depth;
            if (tokens.is(begin, "{") && --depth < 0) break;
        }
        const size_t end = tokens.closing(begin);
        for (size_t k = begin + 1; k < end && k + 1 < tokens.size(); ++k) {
            if (tokens.is(k, "{")) k = tokens.closing(k);
            if (tokens[k].text != tokens[open - 1].text || !tokens.is(k + 1, "(")) continue;
            size_t after = tokens.closing(k + 1) + 1;
            while (tokens.is(after, "const") || tokens.is(after, "volatile")) ++after;
            if (tokens.is(after, "thread") || tokens.is(after, "{") || tokens.is(after, ":")) return true;
        }
        return false;
    }

    static bool is_vector(std::string_view name) {
        static const std::set<std::string_view> scalars = {"bool", "char", "uchar", "short", "ushort", "int", "uint",
                                                           "long", "ulong", "half", "float", "bfloat"};
        return name.size() > 3 && name.back() >= '2' && name.back() <= '4' && scalars.count(name.substr(0, name.size() - 1)) != 0;
    }

    bool begins_lambda(size_t i) const {
        if (i == 0 || opens_attribute(i) || (i > 0 && opens_attribute(i - 1))) return false;
        const auto before = tokens[i - 1].text;
        const size_t end = tokens.closing(i);
        if (!tokens.is(end + 1, "(") && !tokens.is(end + 1, "{")) return false; // as in {[0] = 1}
        return before == "=" || before == "(" || before == "," || before == "return" || before == "{" || before == ";";
    }

    // ---- declarations

    // The declarations between two tokens, in a namespace.
    void scope(size_t i, size_t end, const std::string &within) {
        while (i < end) {
            if (tokens.is(i, "namespace")) {
                size_t at = i + 1;
                std::string name;
                for (; at < end && !tokens.is(at, "{") && !tokens.is(at, ";"); ++at) name += tokens[at].text;
                if (tokens.is(at, "{") && name.find('=') == std::string::npos) {
                    const size_t close = tokens.closing(at);
                    scope(at + 1, close, name.empty() ? within : within + name + "::");
                    i = close + 1;
                } else {
                    i = at + 1;
                }
            } else if (tokens.is(i, "extern") && i + 2 < end && tokens[i + 1].kind == TokenKind::String && tokens.is(i + 2, "{")) {
                const size_t close = tokens.closing(i + 2);
                scope(i + 3, close, within);
                i = close + 1;
            } else {
                i = declaration(i, end, within);
            }
        }
    }

    // One declaration, from its first token; gives the token after it.
    size_t declaration(size_t first, size_t end, const std::string &within) {
        size_t i = first;
        size_t head = first; // after template parameters
        bool is_template = false, is_type = false, initialised = false;
        size_t parameters = 0, body = 0;
        std::vector<Attribute> attributes;
        if (tokens.is(i, "template")) {
            if (!tokens.is(i + 1, "<")) return instantiation(i, end, within);
            while (tokens.is(i, "template") && tokens.is(i + 1, "<")) i = tokens.after_angles(i + 1);
            is_template = true;
            head = i;
        }
        for (; i < end; ++i) {
            const auto text = tokens[i].text;
            if (opens_attribute(i)) {
                const size_t close = tokens.closing(i);
                for (auto &attribute : attributes_between(i + 2, close - 1)) attributes.push_back(attribute);
                i = close;
            } else if (text == "(") {
                const bool named = i > head && (tokens[i - 1].kind == TokenKind::Name || tokens.is(i - 1, ">")) && !tokens.is(i - 1, "decltype")
                                   && !tokens.is(i - 1, "__attribute__") && !tokens.is(i - 1, "alignas");
                if (named && parameters == 0 && !initialised) parameters = i;
                i = tokens.closing(i);
            } else if (text == "<" && i > head && tokens[i - 1].kind == TokenKind::Name && !initialised) {
                i = tokens.after_angles(i) - 1;
            } else if (text == "=" ) {
                initialised = true;
            } else if (text == "{") {
                const size_t close = tokens.closing(i);
                if (parameters != 0 && !initialised && !is_type) {
                    body = i;
                    i = close;
                    break;
                }
                i = close;
            } else if (text == ";") {
                break;
            } else if (text == "struct" || text == "class" || text == "union" || text == "enum" || text == "using"
                       || text == "typedef" || text == "static_assert" || text == "friend" || text == "operator") {
                if (i == head || text == "operator") is_type = text != "operator";
                if (text == "operator") {
                    while (i + 1 < end && !tokens.is(i + 1, "(")) ++i;
                    if (tokens.is(i + 2, ")") && tokens.is(i + 3, "(")) i += 2;
                    parameters = i + 1;
                    i = tokens.closing(i + 1);
                }
            }
        }
        const size_t after = std::min(i + 1, end);
        if (is_type) {
            return after;
        }
        const bool is_kernel = marks_kernel(head, parameters, attributes);
        if (is_kernel && parameters != 0) {
            if (body != 0) kernel(head, parameters, is_template, within, attributes, first);
        } else if (parameters == 0 || (body == 0 && initialised)) {
            variable(head, i, attributes);
        }
        if (body != 0) {
            statements(body, tokens.closing(body), is_kernel, first, parameters, within);
        }
        return after;
    }

    bool marks_kernel(size_t from, size_t to, const std::vector<Attribute> &attributes) const {
        for (const auto &attribute : attributes)
            if (attribute.name == "kernel") return true;
        for (size_t i = from; i < to; ++i) {
            if (opens_attribute(i)) i = tokens.closing(i);
            else if (tokens.is(i, "kernel")) return true;
        }
        return false;
    }

    // A variable of the program: constant, or a sampler.
    void variable(size_t from, size_t to, const std::vector<Attribute> &attributes) {
        bool is_constant = false;
        for (size_t i = from; i < to; ++i) {
            const auto text = tokens[i].text;
            if (text == "=" || text == "{") break;
            if (text == "constant" || text == "sampler") is_constant = true;
        }
        if (to > from + 1 && !is_constant) {
            error(from, "program scope variable must reside in constant address space");
        }
        for (const auto &attribute : attributes) {
            if (attribute.name != "function_constant") continue;
            size_t name = from;
            for (size_t i = from; i < to && !opens_attribute(i); ++i) {
                if (tokens.is(i, "constant")) {
                    // Written by the host before the program runs; in a section of the file of its own.
                    edit(i, i + 1, "__attribute__((section(\"msl_constants\"), weak, used)) __attribute__((opencl_global))");
                }
                name = i;
            }
            const std::string spelled(tokens[name].text);
            edit(to, 0, "; __attribute__((section(\"msl_constants\"), weak, used)) __attribute__((opencl_global)) bool "
                        "msl_defined_" + spelled);
            found.constants.push_back({spelled, attribute.value});
        }
    }

    // ---- kernels

    void kernel(size_t head, size_t open, bool is_template, const std::string &within,
                const std::vector<Attribute> &attributes, size_t first) {
        Kernel kernel;
        const std::string name(tokens[open - 1].text);
        kernel.name = within + name;
        kernel.host_name = name;
        kernel.is_template = is_template;
        kernel.token = open - 1;
        (void)first;
        bool is_void = false;
        for (size_t i = head; i + 1 < open; ++i) {
            if (opens_attribute(i)) i = tokens.closing(i);
            else is_void |= tokens.is(i, "void");
        }
        if (!is_void) error(open - 1, "kernel must have void return type");
        if (name == "main") error(open - 1, "function cannot be called 'main' in Metal");
        for (const auto &attribute : attributes) {
            if (attribute.name == "host_name") kernel.host_name = unquoted(attribute.value);
            if (attribute.name == "max_total_threads_per_threadgroup") kernel.max_total_threads = attribute.value;
        }
        const size_t close = tokens.closing(open);
        // Attributes may follow the parameters too.
        for (size_t i = close + 1; i < tokens.size() && opens_attribute(i);) {
            const size_t end = tokens.closing(i);
            for (const auto &attribute : attributes_between(i + 2, end - 1))
                if (attribute.name == "max_total_threads_per_threadgroup") kernel.max_total_threads = attribute.value;
            i = end + 1;
        }
        kernel.parameters = parameters(open + 1, close);
        for (const auto &other : found.kernels) {
            if (other.name == kernel.name) error(open - 1, "kernel function '" + name + "' cannot be overloaded");
        }
        found.kernels.push_back(std::move(kernel));
    }

    static std::string unquoted(const std::string &text) {
        std::string result;
        bool inside = false;
        for (char c : text) {
            if (c == '"') inside = !inside;
            else if (inside) result += c;
        }
        return result;
    }

    std::vector<Parameter> parameters(size_t from, size_t to) const {
        std::vector<Parameter> result;
        while (from < to) {
            Parameter parameter;
            parameter.token = from;
            size_t i = from;
            bool named = false;
            for (; i < to && !tokens.is(i, ","); ++i) {
                if (opens_attribute(i)) {
                    const size_t close = tokens.closing(i);
                    for (auto &attribute : attributes_between(i + 2, close - 1)) parameter.attributes.push_back(attribute);
                    i = close;
                    named = true;
                } else if (tokens.is(i, "(") || tokens.is(i, "[")) {
                    i = tokens.closing(i);
                } else if (tokens.is(i, "<")) {
                    i = tokens.after_angles(i) - 1;
                } else if (!named && tokens[i].kind == TokenKind::Name) {
                    parameter.name = tokens[i].text;
                }
            }
            if (!(i == from + 1 && tokens.is(from, "void"))) result.push_back(std::move(parameter));
            from = i + 1;
        }
        return result;
    }

    // template [[host_name("x")]] [[kernel]] void f<float>(...);  or  ... decltype(f<float>) f<float>;
    size_t instantiation(size_t first, size_t end, const std::string &within) {
        std::string host_name;
        size_t i = first + 1, close = 0, open = 0;
        for (; i < end && !tokens.is(i, ";"); ++i) {
            if (opens_attribute(i)) {
                const size_t stop = tokens.closing(i);
                for (const auto &attribute : attributes_between(i + 2, stop - 1))
                    if (attribute.name == "host_name") host_name = unquoted(attribute.value);
                i = stop;
            } else if (tokens.is(i, "(")) {
                i = tokens.closing(i);
            } else if (tokens.is(i, "<")) {
                open = i;
                close = tokens.after_angles(i);
                i = close - 1;
            }
        }
        if (!host_name.empty() && open > first + 1) {
            size_t name = open - 1;
            while (name > first + 2 && tokens.is(name - 1, "::")) name -= 2;
            std::string path;
            for (size_t k = name; k < open; ++k) path += tokens[k].text;
            found.instantiations.push_back({within + path, within + path + tokens.spelled(open, close), host_name, first});
        }
        return std::min(i + 1, end);
    }

    // ---- bodies

    // Threadgroup variables become references to what the runtime gives.
    void statements(size_t open, size_t close, bool is_kernel, size_t first, size_t parameters, const std::string &within) {
        for (size_t i = open; i < close; ++i) {
            if (!tokens.is(i, "threadgroup")) continue;
            const auto before = tokens[i - 1].text;
            size_t start = i;
            if (before == "volatile" || before == "const" || before == "static") start = i - 1;
            const auto lead = tokens[start - 1].text;
            if (lead != "{" && lead != "}" && lead != ";" && lead != ")" && lead != ":") continue;
            if (lead == ")" && !tokens.is(start - 1, ")")) continue;
            i = threadgroup_declaration(start, i, close, is_kernel, first, parameters, within);
        }
    }

    size_t threadgroup_declaration(size_t start, size_t word, size_t close, bool is_kernel, size_t first, size_t parameters,
                                  const std::string &within) {
        size_t end = word;
        for (; end < close && !tokens.is(end, ";"); ++end)
            if (tokens.is(end, "(") || tokens.is(end, "[") || tokens.is(end, "{")) end = tokens.closing(end);
        // The type: names, :: and template arguments.
        size_t i = word + 1;
        size_t type = i;
        bool named = false;
        while (i < end) {
            const auto text = tokens[i].text;
            const bool qualifier = text == "const" || text == "volatile" || text == "unsigned" || text == "signed" || text == "typename"
                                   || text == "struct" || text == "alignas";
            if (text == "alignas") {
                i = tokens.closing(i + 1) + 1;
                continue;
            }
            if (tokens[i].kind != TokenKind::Name || (named && !qualifier)) break;
            if (!qualifier || text == "unsigned" || text == "signed") named = true;
            ++i;
            if (text == "unsigned" || text == "signed") {
                if (tokens.is(i, "int") || tokens.is(i, "char") || tokens.is(i, "short") || tokens.is(i, "long")) ++i;
                continue;
            }
            for (;;) {
                if (tokens.is(i, "<")) i = tokens.after_angles(i);
                else if (tokens.is(i, "::") && i + 1 < end) i += tokens.is(i + 1, "template") ? 3 : 2;
                else break;
            }
        }
        if (i >= end || tokens[i].kind != TokenKind::Name) return word; // a pointer or a reference, or an expression
        if (!is_kernel) {
            error(word, "variables in the threadgroup address space can only be declared in a kernel function");
            return end;
        }
        const std::string spelled_type = tokens.spelled(type, i);
        std::string text;
        while (i < end) {
            const std::string name(tokens[i].text);
            std::string dimensions;
            size_t next = i + 1;
            bool initialised = false;
            for (; next < end && !tokens.is(next, ","); ++next) {
                if (!initialised && (tokens.is(next, "=") || tokens.is(next, "{") || tokens.is(next, "("))) {
                    found.warnings.push_back({next, "initializer of a variable in the threadgroup address space is ignored"});
                    initialised = true;
                }
                if (tokens.is(next, "{") || tokens.is(next, "(")) next = tokens.closing(next);
                if (!initialised && tokens.is(next, "[")) {
                    const size_t stop = tokens.closing(next);
                    dimensions += tokens.spelled(next, stop + 1);
                    next = stop;
                }
            }
            const std::string number = std::to_string(variables++);
            text += "typedef " + spelled_type + " msl_type_" + number + dimensions + "; "
                    + "static __attribute__((opencl_global, section(\"msl_threadgroup\"), used)) const "
                      "::msl::variable_record msl_record_" + number + " = {(const void *)&::" + within + itself(first, parameters)
                    + ", " + number + ", sizeof(msl_type_" + number + "), alignof(msl_type_" + number + ")}; "
                    + "threadgroup msl_type_" + number + " &" + name + " = ::msl::threadgroup_variable<msl_type_" + number + ">("
                    + number + ")";
            i = next + 1;
            if (i < end) text += "; ";
        }
        edit(start, end, text);
        return end;
    }

    // How a kernel names itself; in its body only behind its namespace, since a parameter may have the same name.
    std::string itself(size_t first, size_t parameters) const {
        std::string name(tokens[parameters - 1].text);
        if (!tokens.is(first, "template")) return name;
        const size_t after = tokens.after_angles(first + 1);
        std::string arguments;
        for (size_t i = first + 2; i + 1 < after;) {
            std::string last, pack;
            bool defaulted = false;
            for (; i + 1 < after && !tokens.is(i, ","); ++i) {
                if (tokens.is(i, "<")) i = tokens.after_angles(i) - 1;
                else if (tokens.is(i, "(")) i = tokens.closing(i);
                else if (tokens.is(i, "=")) defaulted = true;
                else if (tokens.is(i, ".")) pack = "...";
                else if (!defaulted && tokens[i].kind == TokenKind::Name) last = tokens[i].text;
            }
            arguments += (arguments.empty() ? "" : ", ") + last + pack;
            ++i;
        }
        return name + "<" + arguments + ">";
    }
};

} // namespace

Scan scan(const Tokens &tokens, int version) { return Scanner(tokens, version).run(); }

} // namespace msl
