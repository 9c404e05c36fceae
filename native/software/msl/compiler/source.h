// Messages, and the places in the source that they name.
#pragma once
#include "scan.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace msl {

struct Place {
    std::string file;
    unsigned line = 0, column = 0;
};

enum class Severity { Note, Warning, Error };

struct Message {
    Severity severity;
    Place place;
    std::string text;
};

// The sources as they were written: of the file given, with its #line directives, and of what it includes.
class Source {
  public:
    Source(std::string name, std::string text) : name(std::move(name)), text(std::move(text)) { index(); }

    // Where a token was written: preprocessing keeps lines, but not columns.
    Place place(const Tokens &tokens, size_t token) const;

    // As Metal's compiler prints it: the message, the line, a caret.
    std::string render(const Message &message) const;

  private:
    std::string name, text;
    std::multimap<std::pair<std::string, unsigned>, std::string> lines;

    void index();
    std::vector<std::string> line(const std::string &file, unsigned number) const;
};

// Clang's words for what MSL calls otherwise.
std::string in_metal_words(std::string text);

} // namespace msl
