// Files and processes.
#pragma once
#include <string>
#include <vector>

namespace msl {

struct Result {
    int status; // 127 if there is no such program
    std::string output, errors;
};

// Runs a program to its end, with this standard input.
Result run(const std::vector<std::string> &command, const std::string &input = "");

bool read_file(const std::string &path, std::string &content);
// Through a file beside it, so that nobody sees it half written.
bool write_file(const std::string &path, const std::string &content);
void make_folders(const std::string &path);
std::string hash(const std::string &text);

} // namespace msl
