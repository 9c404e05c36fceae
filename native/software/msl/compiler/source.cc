#include "source.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

namespace msl {

void Source::index() {
    std::string file = name;
    unsigned number = 1;
    std::istringstream in(text);
    static const std::regex directive(R"(^\s*#\s*(?:line\s+)?(\d+)(?:\s+"([^"]*)\")?.*$)");
    for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (line.find('#') != std::string::npos && std::regex_match(line, match, directive)) {
            number = static_cast<unsigned>(std::stoul(match[1]));
            if (match[2].matched) file = match[2];
            continue;
        }
        lines.emplace(std::make_pair(file, number++), line);
    }
}

std::vector<std::string> Source::line(const std::string &file, unsigned number) const {
    std::vector<std::string> result;
    auto [from, to] = lines.equal_range({file, number});
    for (; from != to; ++from) result.push_back(from->second);
    if (result.empty() && file != name) {
        std::ifstream in(file);
        std::string content;
        for (unsigned i = 0; i < number && std::getline(in, content); ++i)
            if (i + 1 == number) result.push_back(content);
    }
    return result;
}

Place Source::place(const Tokens &tokens, size_t token) const {
    const Token &wanted = tokens[token];
    const Line &at = tokens.lines[wanted.line];
    Place place{std::string(at.file), at.number, static_cast<unsigned>(wanted.offset - at.offset + 1)};
    size_t first = token;
    while (first > 0 && tokens.lines[tokens[first - 1].line].number == at.number
           && tokens.lines[tokens[first - 1].line].file == at.file) {
        --first;
    }
    for (const std::string &written : line(place.file, place.line)) {
        const Tokens own = tokenize(written);
        const size_t index = token - first;
        // The same token in the same place, or else the first such, as around a macro.
        for (size_t i = index; i < own.size(); i = i == index ? own.size() : i + 1) {
            if (own[i].text == wanted.text) {
                place.column = static_cast<unsigned>(own[i].offset + 1);
                return place;
            }
        }
        for (const Token &other : own.all) {
            if (other.text == wanted.text) {
                place.column = static_cast<unsigned>(other.offset + 1);
                return place;
            }
        }
    }
    return place;
}

std::string Source::render(const Message &message) const {
    static const char *const words[] = {"note", "warning", "error"};
    std::string result;
    if (!message.place.file.empty()) {
        result += message.place.file + ":" + std::to_string(message.place.line) + ":" + std::to_string(message.place.column) + ": ";
    }
    result += std::string(words[static_cast<int>(message.severity)]) + ": " + message.text + "\n";
    const auto written = message.place.file.empty() ? std::vector<std::string>() : line(message.place.file, message.place.line);
    if (!written.empty()) {
        result += written.front() + "\n";
        std::string caret = written.front().substr(0, std::min<size_t>(message.place.column - 1, written.front().size()));
        for (char &c : caret)
            if (c != '\t') c = ' ';
        result += caret + "^\n";
    }
    return result;
}

std::string in_metal_words(std::string text) {
    static const std::pair<std::regex, const char *> words[] = {
        {std::regex(R"( \(aka '[^']*'\))"), ""},
        {std::regex(R"(^static assertion failed due to requirement '.*?': )"), ""},
        {std::regex(R"(^static assertion failed: )"), ""},
        {std::regex(R"(use of type '(double|__private double)' requires .*)"), "'double' is not supported in Metal"},
        {std::regex("C\\+\\+ for OpenCL( version 2021)?"), "Metal"},
        {std::regex("OpenCL( C)?( version [0-9.]+)?"), "Metal"},
        {std::regex(R"((const )?__global_device )"), "$1device "},
        {std::regex(R"((const )?__global )"), "constant "},
        {std::regex("__local "), "threadgroup "},
        {std::regex("__private "), "thread "},
        {std::regex("__generic "), ""},
        {std::regex(" ?__(private|generic)\\b"), ""},
        {std::regex(R"((metal::)?packed_vec<(\w+), (\d)>)"), "packed_$2$3"},
        {std::regex(R"((metal::)?vec<unsigned (\w+), (\d)>)"), "u$2$3"},
        {std::regex(R"((metal::)?vec<(\w+), (\d)>)"), "$2$3"},
        {std::regex(R"((metal::)?matrix<(\w+), (\d), (\d)>)"), "$2$3x$4"},
        {std::regex(R"((metal::)?_atomic<unsigned (\w+)>)"), "atomic_u$2"},
        {std::regex(R"((metal::)?_atomic<(\w+)>)"), "atomic_$2"},
        {std::regex(R"(\bmsl_(local|global|generic|pipe|read_only|write_only|read_write|atomic_\w+|memory_order)\b)"), "$1"},
    };
    for (const auto &[from, to] : words) text = std::regex_replace(text, from, to);
    return text;
}

} // namespace msl
