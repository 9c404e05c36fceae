#!/bin/sh
# Builds the MSL compiler and what runs its programs: native/software/msl/build.sh OUT
#   OUT/mslc            the compiler
#   OUT/metal           what the stand-in for xcrun runs
#   OUT/msl_*.o names/  what programs are compiled and linked with
#   OUT/libmsl.a, .so   msl_program.h
# Does nothing if OUT is newer than all sources. MSL_FLAGS are added to the flags of libmsl (sanitizers).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

exec 9> "$out/lock"
flock 9
WARNINGS="-Wall -Wextra -Werror"

up_to_date() { # stamp
    [ -f "$1" ] && [ -z "$(find "$here" "$here/../include" -newer "$1" -type f | head -n 1)" ]
}

# ---- the compiler, and what its programs are made of: the same for all flags

build_compiler() {
    clang=$(clang++-19 -print-resource-dir)
    libclang=$(dirname "$(dirname "$clang")")/libclang-19.so.1
    gcc_folder=$(dirname "$(gcc -print-libgcc-file-name)")

    # Two at a time.
    (cd "$here/compiler" && ls ./*.cc) | xargs -P 2 -I{} clang++-19 -std=c++17 -O1 -g1 $WARNINGS -Wno-deprecated-declarations \
        "-DMSL_STDLIB=\"$here/stdlib\"" "-DMSL_PARTS=\"$out\"" "-DMSL_GCC_FOLDER=\"$gcc_folder\"" -c "$here/compiler/{}" -o "$out/{}.o"
    for program in mslc metal; do
        main=main; other=metal
        [ $program = mslc ] || { main=metal; other=main; }
        [ -f "$out/$main.cc.o" ] || continue
        objects=""
        for object in "$out"/*.cc.o; do
            [ "$object" = "$out/$other.cc.o" ] || objects="$objects $object"
        done
        clang++-19 $objects "$libclang" -Wl,-rpath,"$(dirname "$libclang")" -o "$out/$program.new"
        mv "$out/$program.new" "$out/$program" # whoever runs it meanwhile goes on with the old one
    done

    # The names that a program may include; it gets all of the library, whichever it asks for.
    rm -rf "$out/names"
    mkdir -p "$out/names/simd"
    for header in "$here"/stdlib/metal_* "$here"/stdlib/simd/*; do
        [ -f "$header" ] && echo '// Precompiled.' > "$out/names/${header#"$here"/stdlib/}"
    done

    for source in "$here"/device/*.c; do
        clang-19 -std=gnu11 -O2 -fPIC -fvisibility=hidden $WARNINGS -Wno-builtin-requires-header -c "$source" \
            -o "$out/$(basename "$source" .c).o"
    done
}

# ---- what runs its programs

build_runtime() {
    objects=""
    for source in "$here"/runtime/*.c; do
        object="$out/$(basename "$source").$stamp.o"
        clang-19 -std=gnu11 -O2 -g -fPIC $WARNINGS ${MSL_FLAGS:-} -I"$here/../include" -DMSL_PARTS="\"$out\"" -c "$source" -o "$object"
        objects="$objects $object"
    done
    if [ -z "${MSL_FLAGS:-}" ]; then
        rm -f "$out/libmsl.a"
        ar rcs "$out/libmsl.a" $objects
        clang-19 -shared $objects -ldl -lm -lpthread -o "$out/libmsl.so"
    else
        rm -f "$out/libmsl-checked.a"
        ar rcs "$out/libmsl-checked.a" $objects
    fi
}

stamp=$(printf '%s' "${MSL_FLAGS:-}" | cksum | cut -d' ' -f1)
if ! up_to_date "$out/built"; then
    build_compiler
    touch "$out/built"
fi
if ! up_to_date "$out/built-$stamp"; then
    build_runtime
    touch "$out/built-$stamp"
fi
