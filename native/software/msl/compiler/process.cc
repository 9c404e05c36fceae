#include "process.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <spawn.h>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace msl {
namespace {

void drain(int descriptor, std::string &into, bool &open) {
    char block[65536];
    const ssize_t count = read(descriptor, block, sizeof block);
    if (count > 0) into.append(block, static_cast<size_t>(count));
    else if (count == 0 || errno != EINTR) open = false;
}

} // namespace

Result run(const std::vector<std::string> &command, const std::string &input) {
    std::vector<char *> argv;
    for (const auto &word : command) argv.push_back(const_cast<char *>(word.c_str()));
    argv.push_back(nullptr);
    FILE *file = std::tmpfile();
    if (file == nullptr) return {127, "", std::strerror(errno)};
    std::fwrite(input.data(), 1, input.size(), file);
    std::rewind(file);
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) return {127, "", std::strerror(errno)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(file), 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    pid_t pid = 0;
    const int failed = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    std::fclose(file);
    close(out[1]);
    close(err[1]);
    Result result{127, "", ""};
    if (failed != 0) {
        result.errors = command[0] + ": " + std::strerror(failed);
    } else {
        bool more_out = true, more_err = true;
        while (more_out || more_err) {
            pollfd both[2] = {{more_out ? out[0] : -1, POLLIN, 0}, {more_err ? err[0] : -1, POLLIN, 0}};
            if (poll(both, 2, -1) < 0 && errno != EINTR) break;
            if (more_out && both[0].revents != 0) drain(out[0], result.output, more_out);
            if (more_err && both[1].revents != 0) drain(err[0], result.errors, more_err);
        }
        int status = 0;
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
        }
        result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    close(out[0]);
    close(err[0]);
    return result;
}

bool read_file(const std::string &path, std::string &content) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return false;
    std::ostringstream all;
    all << in.rdbuf();
    content = all.str();
    return !in.bad();
}

bool write_file(const std::string &path, const std::string &content) {
    const std::string part = path + "." + std::to_string(getpid()) + ".part";
    std::ofstream out(part, std::ios::binary);
    out << content;
    out.close();
    return out.good() && std::rename(part.c_str(), path.c_str()) == 0;
}

void make_folders(const std::string &path) {
    for (size_t at = 1; at != std::string::npos;) {
        at = path.find('/', at + 1);
        mkdir(path.substr(0, at).c_str(), 0777);
    }
}

std::string hash(const std::string &text) {
    // FNV-1a, twice, from different beginnings.
    uint64_t a = 0xcbf29ce484222325u, b = 0x84222325cbf29ce4u;
    for (unsigned char c : text) {
        a = (a ^ c) * 0x100000001b3u;
        b = (b ^ c ^ (a >> 32)) * 0x100000001b3u;
    }
    char digits[33];
    std::snprintf(digits, sizeof digits, "%016lx%016lx", static_cast<unsigned long>(a), static_cast<unsigned long>(b));
    return digits;
}

} // namespace msl
