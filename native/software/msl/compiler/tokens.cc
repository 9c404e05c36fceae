#include "tokens.h"

#include <cctype>
#include <cstdlib>
#include <deque>

namespace msl {
namespace {

bool starts_name(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }
bool continues_name(char c) { return starts_name(c) || std::isdigit(static_cast<unsigned char>(c)); }

// Two characters that are one token for what is looked for here. >> is left as two: it may close two lists.
bool is_pair(std::string_view text) {
    static constexpr std::string_view pairs[] = {"::", "->", "++", "--", "<=", ">=", "==", "!=", "&&", "||",
                                                 "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<"};
    for (auto pair : pairs)
        if (text.substr(0, 2) == pair) return true;
    return false;
}

size_t string_end(std::string_view text, size_t at, char quote) {
    for (++at; at < text.size() && text[at] != quote && text[at] != '\n'; ++at)
        if (text[at] == '\\') ++at;
    return std::min(at + 1, text.size());
}

size_t number_end(std::string_view text, size_t at) {
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' || continues_name(c)) continue;
        const char before = text[at - 1];
        if ((c == '+' || c == '-') && (before == 'e' || before == 'E' || before == 'p' || before == 'P')) continue;
        break;
    }
    return at;
}

} // namespace

Tokens tokenize(std::string_view text) {
    Tokens tokens;
    tokens.text = text;
    std::string_view file = "program_source";
    unsigned number = 1;
    size_t at = 0;
    while (at < text.size()) {
        const size_t end = std::min(text.find('\n', at), text.size());
        const size_t first = text.find_first_not_of(" \t", at);
        if (first < end && text[first] == '#') {
            size_t digits = first + 1;
            if (text.compare(digits, 4, "line") == 0) digits += 4;
            digits = text.find_first_not_of(" \t", digits);
            if (digits < end && std::isdigit(static_cast<unsigned char>(text[digits]))) {
                number = static_cast<unsigned>(std::strtoul(text.data() + digits, nullptr, 10));
                const size_t open = text.find('"', digits);
                if (open < end) file = text.substr(open + 1, text.find('"', open + 1) - open - 1);
                at = end + 1;
                continue;
            }
            tokens.lines.push_back({at, file, number++}); // a #pragma
            at = end + 1;
            continue;
        }
        const size_t line = tokens.lines.size();
        tokens.lines.push_back({at, file, number++});
        while (at < end) {
            const char c = text[at];
            if (std::isspace(static_cast<unsigned char>(c))) {
                ++at;
                continue;
            }
            TokenKind kind = TokenKind::Punctuation;
            size_t stop = at + 1;
            if (starts_name(c)) {
                kind = TokenKind::Name;
                while (stop < end && continues_name(text[stop])) ++stop;
            } else if (std::isdigit(static_cast<unsigned char>(c))
                       || (c == '.' && at + 1 < end && std::isdigit(static_cast<unsigned char>(text[at + 1])))) {
                kind = TokenKind::Number;
                stop = number_end(text, at + 1);
            } else if (c == '"' || c == '\'') {
                kind = TokenKind::String;
                stop = string_end(text, at, c);
            } else if (is_pair(text.substr(at, end - at))) {
                stop = at + 2;
            }
            tokens.all.push_back({kind, text.substr(at, stop - at), at, line});
            at = stop;
        }
        at = end + 1;
    }
    return tokens;
}

size_t Tokens::closing(size_t i) const {
    int depth = 0;
    for (; i < all.size(); ++i) {
        const auto text = all[i].text;
        if (text == "(" || text == "[" || text == "{") ++depth;
        if ((text == ")" || text == "]" || text == "}") && --depth == 0) return i;
    }
    return all.size();
}

size_t Tokens::after_angles(size_t i) const {
    int depth = 0;
    for (; i < all.size(); ++i) {
        const auto text = all[i].text;
        if (text == "(" || text == "[" || text == "{") {
            i = closing(i);
        } else if (text == "<") {
            ++depth;
        } else if (text == ">") {
            if (--depth == 0) return i + 1;
        } else if (text == ";") {
            break;
        }
    }
    return all.size();
}

std::string Tokens::spelled(size_t from, size_t to) const {
    std::string result;
    for (size_t i = from; i < to && i < all.size(); ++i) {
        if (!result.empty()) result += ' ';
        result += all[i].text;
    }
    return result;
}

} // namespace msl
