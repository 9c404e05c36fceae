#include "driver.h"

#include <cctype>
#include <set>

namespace msl {
namespace {

struct Position {
    const char *attribute;
    const char *field;  // of msl::thread_state, or a number
    bool dimensions;    // may be a vector
};
constexpr Position positions[] = {
    {"thread_position_in_grid", "position_in_grid", true},
    {"thread_position_in_threadgroup", "position_in_threadgroup", true},
    {"threadgroup_position_in_grid", "threadgroup_position", true},
    {"threads_per_grid", "threads_per_grid", true},
    {"threads_per_threadgroup", "threads_per_threadgroup", true},
    {"dispatch_threads_per_threadgroup", "dispatch_threads_per_threadgroup", true},
    {"threadgroups_per_grid", "threadgroups_per_grid", true},
    {"grid_origin", "0", true},
    {"grid_size", "threads_per_grid", true},
    {"thread_index_in_threadgroup", "index_in_threadgroup", false},
    {"thread_index_in_simdgroup", "index_in_simdgroup", false},
    {"simdgroup_index_in_threadgroup", "simdgroup_index", false},
    {"simdgroups_per_threadgroup", "simdgroups", false},
    {"dispatch_simdgroups_per_threadgroup", "dispatch_simdgroups", false},
    {"threads_per_simdgroup", "32", false},
    {"thread_execution_width", "32", false},
    {"thread_index_in_quadgroup", "index_in_simdgroup % 4", false},
    {"quadgroup_index_in_threadgroup", "index_in_threadgroup / 4", false},
    {"quadgroups_per_threadgroup", "simdgroups * 8", false},
    {"dispatch_quadgroups_per_threadgroup", "dispatch_simdgroups * 8", false},
};

const Position *position_of(const Parameter &parameter) {
    for (const auto &position : positions)
        if (parameter.attribute(position.attribute) != nullptr) return &position;
    return nullptr;
}

struct Kind {
    const char *attribute;
    int number; // as msl::bound<T>::kind
    int slots;
};
constexpr Kind kinds[] = {{"buffer", 0, 31}, {"threadgroup", 1, 31}, {"texture", 2, 128}, {"sampler", 3, 16}};

class Writer {
  public:
    Writer(const Tokens &tokens, Scan &scan) : tokens(tokens), scan(scan) {}

    Driver run() {
        out.text = "\n# 1 \"msl_driver\"\n";
        for (const auto &kernel : scan.kernels) {
            if (kernel.is_template) continue;
            entry(kernel, kernel.name, kernel.host_name, kernel.token);
        }
        for (const auto &wanted : scan.instantiations) {
            const Kernel *kernel = find(wanted.kernel);
            if (kernel == nullptr) continue; // no kernel: clang has said what it is
            entry(*kernel, wanted.id, wanted.host_name, wanted.token);
        }
        module();
        return std::move(out);
    }

  private:
    const Tokens &tokens;
    Scan &scan;
    Driver out;
    size_t count = 0;
    std::string records;
    std::set<std::string> host_names;

    void write(size_t token, const std::string &text) {
        out.origins.push_back({out.text.size(), token});
        out.text += text;
    }

    const Kernel *find(const std::string &name) const {
        for (const auto &kernel : scan.kernels)
            if (kernel.name == name) return &kernel;
        // Named from where it was declared in, or from outside.
        for (const auto &kernel : scan.kernels) {
            const size_t tail = kernel.name.rfind("::");
            if (tail != std::string::npos && kernel.name.substr(tail + 2) == name.substr(name.rfind(':') + 1)) return &kernel;
        }
        return nullptr;
    }

    static void require(std::string &text, const std::string &condition, const std::string &message) {
        text += "static_assert(" + condition + ", \"" + message + "\");\n";
    }

    void entry(const Kernel &kernel, const std::string &id, const std::string &host_name, size_t token) {
        if (!host_names.insert(host_name).second) {
            scan.errors.push_back({token, "there is already a kernel function named '" + host_name + "'"});
        }
        const std::string number = std::to_string(count++);
        write(token, "namespace msl_" + number + " { typedef decltype(::" + id + ") function;\n"
                     "extern \"C\" __attribute__((visibility(\"default\"))) void msl_entry_" + number
                     + "(const ::msl::thread_state *t);\n");
        std::string call = "void msl_entry_" + number + "(const ::msl::thread_state *t) { (void)t; ::" + id + "(";
        std::string arguments;
        std::set<std::string> slots[4];
        int automatic[4] = {};
        size_t index = 0;
        std::string dimensions; // of the first position
        for (const auto &parameter : kernel.parameters) {
            const std::string type = "::msl::argument<function, " + std::to_string(index) + ">";
            std::string checks, value;
            if (const Position *position = position_of(parameter)) {
                value = made_position(*position, type, checks, dimensions);
            } else {
                value = made_bound(parameter, type, checks, arguments, slots, automatic);
            }
            write(parameter.token, checks);
            call += (index++ == 0 ? "" : ", ") + value;
        }
        write(token, call + "); }\n" "static const __attribute__((opencl_global)) ::msl::argument_record arguments[] = {"
                     + arguments + "{\"\", 0, 0, 0, 0, 0, 0, 0, 0, 0, nullptr}};\n}\n");
        std::string threads = kernel.max_total_threads.empty() || kernel.is_template ? "0" : kernel.max_total_threads;
        if (kernel.is_template && !kernel.max_total_threads.empty() && std::isdigit(static_cast<unsigned char>(kernel.max_total_threads[0])))
            threads = kernel.max_total_threads;
        records += "{\"" + host_name + "\", (const void *)::msl_" + number + "::msl_entry_" + number + ", (const void *)(::msl_" + number
                   + "::function *)::" + id + ", ::msl_" + number + "::arguments, "
                   "sizeof(::msl_" + number + "::arguments) / sizeof(::msl::argument_record) - 1, uint(" + threads + ")},\n";
    }

    std::string made_position(const Position &position, const std::string &type, std::string &checks, std::string &dimensions) {
        const std::string name = position.attribute;
        const std::string trait = "::msl::position<" + type + ">";
        require(checks, trait + "::integer", "type is not valid for attribute '" + name + "': it must be of uint or ushort");
        if (position.dimensions) {
            if (dimensions.empty()) dimensions = trait;
            else require(checks, dimensions + "::size == " + trait + "::size",
                         "attributes of positions and sizes must be all scalars, or all vectors of the same size");
            return trait + "::make(" + (std::string(position.field) == "0" ? "::msl::origin" : "t->" + std::string(position.field)) + ")";
        }
        require(checks, trait + "::size == 1", "type is not valid for attribute '" + name + "': it must be a scalar");
        const std::string field = position.field;
        return type + "(" + (std::isdigit(static_cast<unsigned char>(field[0])) ? field : "t->" + field) + ")";
    }

    std::string made_bound(const Parameter &parameter, const std::string &type, std::string &checks,
                           std::string &arguments, std::set<std::string> (&slots)[4], int (&automatic)[4]) {
        const std::string bound = "::msl::bound<" + type + ">";
        const Kind *kind = nullptr;
        std::string slot;
        for (const auto &candidate : kinds) {
            if (const Attribute *attribute = parameter.attribute(candidate.attribute)) {
                kind = &candidate;
                slot = attribute->value;
                require(checks, bound + "::kind == " + std::to_string(candidate.number),
                        "type is not valid for attribute '" + std::string(candidate.attribute) + "'");
            }
        }
        if (parameter.attribute("stage_in") != nullptr) {
            scan.errors.push_back({parameter.token, "'stage_in' is not supported for kernel functions here"});
        }
        if (kind == nullptr) {
            require(checks, bound + "::kind >= 0", "invalid type for input declaration in a kernel function: it needs an attribute");
            require(checks, bound + "::kind != 1", "a threadgroup argument needs the attribute 'threadgroup'");
            kind = &kinds[kind_by_words(parameter)];
        }
        auto &taken = slots[kind - kinds];
        if (slot.empty()) {
            int &next = automatic[kind - kinds];
            while (taken.count(std::to_string(next)) != 0) ++next;
            slot = std::to_string(next);
        }
        const std::string last = std::to_string(kind->slots - 1);
        require(checks, "(" + slot + ") >= 0 && (" + slot + ") <= " + last,
                "'" + std::string(kind->attribute) + "' attribute parameter is out of bounds: must be between 0 and " + last);
        const Attribute *condition = parameter.attribute("function_constant");
        if (condition == nullptr) {
            for (const auto &other : taken) {
                require(checks, "(" + other + ") != (" + slot + ")",
                        "cannot reserve '" + std::string(kind->attribute) + "' resource location at index " + slot);
            }
            taken.insert(slot);
        }
        arguments += "{\"" + parameter.name + "\", " + bound + "::kind, " + slot + ", " + bound + "::count, " + bound
                     + "::space, " + bound + "::access, " + bound + "::reference, " + bound + "::type, " + bound
                     + "::size, " + bound + "::alignment, " + (condition == nullptr ? "nullptr" : "&::" + condition->value) + "},\n";
        return bound + "::make(*t, " + slot + ")";
    }

    size_t kind_by_words(const Parameter &parameter) const {
        for (size_t i = parameter.token; i < tokens.size() && !tokens.is(i, ",") && !tokens.is(i, ";"); ++i) {
            const auto text = tokens[i].text;
            if (text.substr(0, 7) == "texture" || text.substr(0, 5) == "depth") return 2;
            if (text == "sampler") return 3;
            if (text == "*" || text == "&") return 0;
        }
        return 0;
    }

    void module() {
        const std::string global = "const __attribute__((opencl_global)) ";
        std::string constants;
        for (const auto &constant : scan.constants) {
            constants += "{\"" + constant.name + "\", ulong(" + constant.index + "), sizeof(::" + constant.name + "), &::"
                         + constant.name + ", &::msl_defined_" + constant.name + "},\n";
        }
        out.origins.push_back({out.text.size(), 0});
        out.text += "namespace msl {\nstatic " + global + "function_record functions[] = {" + records
                    + "{\"\", nullptr, nullptr, nullptr, 0, 0}};\n"
                      "static " + global + "constant_record constants[] = {" + constants + "{\"\", 0, 0, nullptr, nullptr}};\n"
                      "static __attribute__((opencl_global, section(\"msl_threadgroup\"), used)) const variable_record none = "
                      "{nullptr, 0, 0, 1};\n"
                      "extern \"C\" __attribute__((visibility(\"hidden\"))) " + global + "variable_record __start_msl_threadgroup[];\n"
                      "extern \"C\" __attribute__((visibility(\"hidden\"))) " + global + "variable_record __stop_msl_threadgroup[];\n"
                      "extern \"C\" { extern " + global + "module msl_module __attribute__((visibility(\"default\"))); "
                      + global + "module msl_module = "
                      "{1, functions, " + std::to_string(count) + ", constants, " + std::to_string(scan.constants.size())
                    + ", __start_msl_threadgroup, __stop_msl_threadgroup}; }\n}\n";
    }
};

} // namespace

Driver driver(const Tokens &tokens, Scan &scan) { return Writer(tokens, scan).run(); }

} // namespace msl
