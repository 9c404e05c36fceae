// Tokens of preprocessed text, and the places in the source that they come from.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace msl {

enum class TokenKind { Name, Number, String, Punctuation };

struct Token {
    TokenKind kind;
    std::string_view text;
    size_t offset; // in the preprocessed text
    size_t line;   // an index into Tokens::lines
};

// A line of the preprocessed text, and where the program says that it comes from.
struct Line {
    size_t offset;
    std::string_view file;
    unsigned number;
};

struct Tokens {
    std::string_view text;
    std::vector<Token> all;
    std::vector<Line> lines;

    size_t size() const { return all.size(); }
    const Token &operator[](size_t i) const { return all[i]; }
    bool is(size_t i, std::string_view text) const { return i < all.size() && all[i].text == text; }
    // The token that closes the parenthesis, bracket or brace at i; size() if none does.
    size_t closing(size_t i) const;
    // The token after the template parameter or argument list whose < is at i.
    size_t after_angles(size_t i) const;
    // Tokens that follow each other without space: [[
    bool adjacent(size_t i) const { return i + 1 < all.size() && all[i].offset + all[i].text.size() == all[i + 1].offset; }
    // The text from one token to before another.
    std::string spelled(size_t from, size_t to) const;
};

// Honours line markers (# 12 "file"). The tokens refer to the text, which must live as long.
Tokens tokenize(std::string_view text);

} // namespace msl
