/* The stand-in for xcrun: what it makes is loaded and run; what Apple's refuses it refuses. Needs $XCRUN and $FOLDER. */
#include "msl_check.h"

#include <sys/wait.h>
#include <unistd.h>

#define METAL "-sdk macosx metal -std=metal3.1 -mmacosx-version-min=14.0 -fno-fast-math -ffp-contract=off -frecord-sources " \
              "-gline-tables-only -Wall -Wextra -Werror "

static char said[8192];

/* The exit code of a command with these words; what it says is kept. */
static int xcrun(const char *before, const char *words) {
    char command[4096];
    snprintf(command, sizeof command, "cd '%s' && %s '%s' %s 2>&1", getenv("FOLDER"), before, getenv("XCRUN"), words);
    FILE *output = popen(command, "r");
    const size_t count = output == NULL ? 0 : fread(said, 1, sizeof said - 1, output);
    said[count] = '\0';
    return output == NULL ? -1 : WEXITSTATUS(pclose(output));
}

static void write_text(const char *name, const char *text) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", getenv("FOLDER"), name);
    FILE *file = fopen(path, "w");
    CHECK(file != NULL);
    fputs(text, file);
    fclose(file);
}

static size_t read_bytes(const char *name, char *bytes, size_t room) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", getenv("FOLDER"), name);
    FILE *file = fopen(path, "rb");
    CHECK(file != NULL);
    const size_t count = file == NULL ? 0 : fread(bytes, 1, room, file);
    if (file != NULL) fclose(file);
    return count;
}

static void what_it_builds_is_loaded(void) {
    write_text("X.metal", "#include <metal_stdlib>\nusing namespace metal;\n"
                          "kernel void twice(device float* p [[buffer(0)]], uint i [[thread_position_in_grid]]) { p[i] *= 2; }\n");
    write_text("Y.metal", "#include <metal_stdlib>\nusing namespace metal;\n"
                          "kernel void thrice(device float* p [[buffer(0)]], uint i [[thread_position_in_grid]]) { p[i] *= 3; }\n");
    CHECK_EQUAL(xcrun("", METAL "-c X.metal -o X.air"), 0);
    CHECK_EQUAL(xcrun("", METAL "-c Y.metal -o Y.air"), 0);
    CHECK_EQUAL(xcrun("", "-sdk macosx metallib X.air Y.air -o XY.metallib"), 0);
    static char bytes[1 << 20];
    const size_t length = read_bytes("XY.metallib", bytes, sizeof bytes);
    for (unsigned checks = 0; checks <= CHECKED; checks += CHECKED) {
        char *message = NULL;
        msl_program *program = msl_load_checked(bytes, length, checks, &message);
        CHECK(program != NULL && message == NULL);
        if (program == NULL) return;
        CHECK_EQUAL(msl_function_count(program), 2);
        float p[3] = {1, 2, 3};
        call first = call_of(program, "twice"), second = call_of(program, "thrice");
        bind(&first, 0, p, sizeof p);
        bind(&second, 0, p, sizeof p);
        grid(&first, 3, 1, 1, 3, 1, 1);
        grid(&second, 3, 1, 1, 3, 1, 1);
        run(&first);
        run(&second);
        CHECK_NEAR((double)p[2], 18, 0);
        if (checks != 0) {
            bind(&first, 0, p, 8);
            char *fault = fault_of(&first);
            CHECK_TEXT(fault, "of buffer 0, which has 8 bytes");
            free(fault);
        }
        msl_release(program);
    }
    /* A byte less, a byte that is another: no library. */
    for (size_t at = 0; at < length; at += 997) {
        char *message = NULL;
        CHECK(msl_load(bytes, at, &message) == NULL);
        free(message);
        bytes[at] ^= 1;
        message = NULL;
        CHECK(msl_load(bytes, length, &message) == NULL);
        CHECK_TEXT(message == NULL ? "" : message, "Invalid library file");
        free(message);
        bytes[at] ^= 1;
    }
}

static void wrong_words_are_refused(void) {
    CHECK_EQUAL(xcrun("", "-sdk macosx metal --version"), 0);
    CHECK_TEXT(said, "Apple metal version");
    CHECK(xcrun("", "-sdk macosx metal -std=metal9 -c X.metal -o X.air") != 0);
    CHECK_TEXT(said, "error: invalid value 'metal9' in '-std=metal9'");
    CHECK(xcrun("", "-sdk macosx metal -fwhat -c X.metal -o X.air") != 0);
    CHECK_TEXT(said, "error: unknown argument: '-fwhat'");
    CHECK(xcrun("", "-sdk macosx metal -c none.metal -o X.air") != 0);
    CHECK_TEXT(said, "error: no such file or directory: 'none.metal'");
    CHECK(xcrun("", "-sdk macosx metallib X.metal -o X.metallib") != 0);
    CHECK_TEXT(said, "'X.metal' is not an AIR file");
    CHECK(xcrun("", "-sdk iphoneos metal --version") != 0);
    CHECK_TEXT(said, "xcrun: error: SDK \"iphoneos\" cannot be located");
    CHECK_EQUAL(xcrun("", "-sdk macosx clang --version"), 72);
}

static void warnings_are_errors_when_told_so(void) {
    write_text("W.metal", "#include <metal_stdlib>\nkernel void k(device float* p [[buffer(0)]]) {\n    int unused;\n    p[0] = 1;\n}\n");
    CHECK_EQUAL(xcrun("", "-sdk macosx metal -Wall -c W.metal -o W.air"), 0);
    CHECK_TEXT(said, "W.metal:3:9: warning: unused variable 'unused' [-Wunused-variable]");
    CHECK_EQUAL(xcrun("", METAL "-c W.metal -o W.air"), 1);
    CHECK_TEXT(said, "W.metal:3:9: error: unused variable 'unused' [-Werror,-Wunused-variable]");
    CHECK_TEXT(said, "1 error generated.");
}

static void plays_the_failures_of_installation(void) {
    CHECK_EQUAL(xcrun("SMELT_XCRUN_FAILURE=command-line-tools", "-sdk macosx metal --version"), 72);
    CHECK_TEXT(said, "xcrun: error: unable to find utility \"metal\", not a developer tool or in PATH");
    CHECK_EQUAL(xcrun("SMELT_XCRUN_FAILURE=toolchain", "-sdk macosx --find metal"), 0);
    CHECK_EQUAL(xcrun("SMELT_XCRUN_FAILURE=toolchain", "-sdk macosx metal --version"), 1);
    CHECK_TEXT(said, "error: cannot execute tool 'metal' due to missing Metal Toolchain; use: xcodebuild -downloadComponent MetalToolchain");
}

int main(void) {
    RUN(what_it_builds_is_loaded);
    RUN(wrong_words_are_refused);
    RUN(warnings_are_errors_when_told_so);
    RUN(plays_the_failures_of_installation);
    return RESULT + complaints();
}
