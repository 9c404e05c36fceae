#!/bin/sh
# Checks the bridge on Linux, without Metal: compiles what ships against our declarations of Metal, compares what it
# exports with smelt.h, and runs the tests under sanitizers. Ends with the line "N passed, N failed".
# Usage: native/check-linux.sh [folder for what is built; native/target/linux by default]
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/target/linux}
software=$here/target/software
cd "$here" || exit 1

CLANG=${CLANG:-clang-19}
SYMBOLIZER=$(command -v llvm-symbolizer-19)
ASAN="-fsanitize=address,undefined -fno-sanitize-recover=all -g -O1"
TSAN="-fsanitize=thread -g -O1"

# Every check prints a line that begins with "passed" or "FAILED"; they are counted at the end.
pass() {
    echo "passed $1"
}

fail() {
    echo "FAILED $1"
}

# ---- what must be there

missing=""
need() { # a description, the Debian package that has it, a command that finds it
    description=$1 package=$2
    shift 2
    if ! "$@" > /dev/null 2>&1; then
        echo "missing: $description (package $package)"
        missing="$missing $package"
    fi
}

sanitizers_present() {
    echo 'int main(void) { return 0; }' > "$out/probe.c" && "$CLANG" $ASAN "$out/probe.c" -o "$out/probe"
}

rm -rf "$out" && mkdir -p "$out/asan" "$out/tsan" "$out/ship" || exit 1
need "the compiler $CLANG" clang-19 command -v "$CLANG"
need "the sanitizers of $CLANG" libclang-rt-19-dev sanitizers_present
need "the C compiler's Objective-C headers" gobjc test -f "$(gcc -print-file-name=include/objc/objc.h 2> /dev/null)"
need "GNUstep's Foundation" libgnustep-base-dev command -v gnustep-config
need "make, which gnustep-config runs" make command -v make
need "the blocks runtime" libblocksruntime-dev test -f /usr/include/Block.h
need "nm" binutils command -v nm
# Leaks are suppressed by the names of functions, which the sanitizers only know with its help.
need "llvm-symbolizer" llvm-19 test -x "$SYMBOLIZER"
if [ -n "$missing" ]; then
    echo "to install what is missing: apt-get install$missing"
    exit 1
fi

. linux/toolchain.sh

# ---- what ships compiles, and exports what smelt.h says

exports_match() {
    "$CLANG" -shared "$out"/ship/*.o -o "$out/libsmelt.so" || return 1
    # Names such as .objc_sel_name... are the old Objective-C runtime's own.
    nm -D --defined-only "$out/libsmelt.so" | sed -n 's/.* [TBDRVW] //p' | grep -v '^[._]*objc_' | LC_ALL=C sort \
        > "$out/exported.txt"
    ./exported-names.sh > "$out/declared.txt"
    test -s "$out/declared.txt" && diff "$out/declared.txt" "$out/exported.txt"
}

ships() {
    compiled=yes
    for source in src/*.c src/*.m; do
        if compile "$source" "$out/ship/$(basename "$source").o" -O2 -fvisibility=hidden; then
            pass "compiles $source"
        else
            fail "compiles $source"
            compiled=no
        fi
    done
    if [ $compiled = yes ] && exports_match; then
        pass "exports what smelt.h declares, and nothing else"
    else
        fail "exports what smelt.h declares, and nothing else"
    fi

    # smelt.h must be usable from C11 and from C++, whatever the warnings.
    for language in c c++; do
        if "$CLANG" -x $language -pedantic $WARNINGS -fsyntax-only include/smelt.h; then
            pass "smelt.h compiles as $language"
        else
            fail "smelt.h compiles as $language"
        fi
    done
}

# ---- tests

# Runs a test program, whose lines begin with "passed" or "FAILED"; one that ends badly fails as a whole.
run() { # name, program
    # GNUstep takes its own locks in changing order while it starts, on one thread: no deadlock.
    if ASAN_OPTIONS=external_symbolizer_path="$SYMBOLIZER" \
        LSAN_OPTIONS=suppressions=test/gnustep-leaks.txt:print_suppressions=0 \
        TSAN_OPTIONS=detect_deadlocks=0:external_symbolizer_path="$SYMBOLIZER" \
        timeout 300 "$2" > "$out/$1.txt" 2> "$out/$1.err"; then
        pass "$1 ends well"
    else
        cat "$out/$1.err"
        fail "$1 ends well"
    fi
    cat "$out/$1.txt"
}

# Builds and runs a test in plain C, with the bridge's plain C. The flags select the sanitizer, and what is tested.
c_test() { # name, source, flags
    name=$1 source=$2
    shift 2
    if "$CLANG" $C "$@" "$source" src/*.c -o "$out/$name"; then
        run "$name" "$out/$name"
    else
        fail "$name: compiles"
    fi
}

# Compiles sources to objects in a folder, with $flags.
compile_all() { # folder, sources
    folder=$1
    shift
    mkdir -p "$folder"
    for source in "$@"; do
        compile "$source" "$folder/$(basename "$source").o" $flags || {
            fail "$folder: compiles $source"
            return 1
        }
    done
}

# Builds and runs a test program of the whole bridge, or of what it runs on, with $flags.
test_on() { # source, objects
    source=$1
    shift
    name=$(basename "${source%.*}" _test)_$suffix
    if compile "$source" "$out/$name.o" $flags -Wno-unused-function \
        && "$CLANG" $flags "$out/$name.o" "$@" -o "$out/$name" $LIBRARIES; then
        run "$name" "$out/$name"
    else
        fail "$name: compiles"
    fi
}

# The whole bridge: what ships, on the scripted Metal; the software Metal; the one on the other.
all_tests() { # suffix of the tests' names, folder of objects, flags
    suffix=$1 objects=$2
    shift 2
    flags=$*
    compile_all "$objects/bridge" src/*.c src/*.m || return
    compile_all "$objects/scripted" test/scripted_*.m || return
    compile_all "$objects/software" software/metal/*.c software/metal/*.m || return
    for source in test/bridge_*_test.c; do
        # What is arbitrary there are the arguments, on one thread.
        [ "$suffix $source" = "threads_test test/bridge_fuzz_test.c" ] && continue
        test_on "$source" "$objects"/bridge/*.o "$objects"/scripted/*.o
    done
    for source in test/software_*_test.m; do
        test_on "$source" "$objects"/software/*.o "$msl"
    done
    for source in test/whole_*_test.c; do
        test_on "$source" "$objects"/bridge/*.o "$objects"/software/*.o "$msl"
    done
}

c_tests() {
    c_test handles_test test/handles_test.c $ASAN
    c_test handles_retire_test test/handles_test.c $ASAN -DSMELT_HANDLE_GENERATIONS=3
    c_test tape_test test/tape_test.c $ASAN
    c_test plan_test test/plan_test.c $ASAN
    c_test latch_test test/latch_test.c $ASAN
    c_test handles_threads_test test/handles_test.c $TSAN
    c_test latch_threads_test test/latch_test.c $TSAN
}

on_address_sanitizer() {
    msl=$software/msl/libmsl.a
    all_tests test "$out/asan" $ASAN "-DSM_BROKEN_RULES=\"$out/broken-rules.txt\""
    # A rule that no test breaks is not known to be watched over.
    unbroken=$(./unbroken-rules.sh "$out/broken-rules.txt")
    if [ -z "$unbroken" ]; then
        pass "tests break every rule of the software Metal"
    else
        fail "no test breaks the rules at: $(echo $unbroken)"
    fi
}

# The MSL compiler and what runs its programs, and the stand-in for xcrun.
msl_tests() {
    if MSL_FLAGS="$ASAN" software/msl/build.sh "$software/msl"; then
        mkdir -p "$out/xcrun"
        export XCRUN="$here/software/bin/xcrun" FOLDER="$out/xcrun" SMELT_MSL_PARTS="$software/msl"
        for source in software/msl/test/*_test.c; do
            name=msl_$(basename "$source" .c)
            if "$CLANG" -std=gnu11 $WARNINGS $ASAN -Isoftware/include "$source" software/msl/test/msl_check.c \
                "$software/msl/libmsl-checked.a" -ldl -lm -pthread -o "$out/$name"; then
                run "$name" "$out/$name"
            else
                fail "$name: compiles"
            fi
        done
        unset SMELT_MSL_PARTS
    else
        fail "builds the MSL compiler with sanitizers"
    fi
}

# As Java loads it.
many_rounds() {
    if compile test/rounds.c "$out/rounds.o" -O1 && "$CLANG" "$out/rounds.o" "$software/libsmelt.so" -Wl,-rpath,"$software" -o "$out/rounds" \
        && timeout 300 "$out/rounds" 10000; then
        pass "10,000 rounds leave memory as it is"
    else
        fail "10,000 rounds leave memory as it is"
    fi
}

# Kernels run on stacks of their own, which the thread sanitizer would have to be told of: there the kernels are C.
on_thread_sanitizer() {
    compile test/fake_msl.c "$out/fake_msl.o" $TSAN || fail "compiles test/fake_msl.c"
    msl=$out/fake_msl.o
    all_tests threads_test "$out/tsan" $TSAN
}

# ---- two halves, at the same time

first_half() {
    ships
    c_tests
    [ $built = yes ] && on_address_sanitizer
    on_thread_sanitizer
}

second_half() {
    [ $built = yes ] || return
    msl_tests
    many_rounds
}

# A half that a mistake of this script ends would have no line that says so.
half() { # name
    "$1" > "$out/$1.log" 2>&1
    pass "$1 comes to its end" >> "$out/$1.log"
}

if ./build-linux.sh "$software"; then
    built=yes
    pass "builds libsmelt.so for Linux"
else
    built=no
    fail "builds libsmelt.so for Linux"
fi > "$out/build.log" 2>&1
(half first_half) &
(half second_half)
wait
for half in first_half second_half; do
    grep -q "^passed $half comes to its end" "$out/$half.log" || fail "$half comes to its end"
done > "$out/ends.log"
cat "$out/build.log" "$out/first_half.log" "$out/second_half.log" "$out/ends.log" > "$out/all.log"
cat "$out/all.log"
passed=$(grep -c '^passed ' "$out/all.log")
failed=$(grep -c '^FAILED ' "$out/all.log")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
