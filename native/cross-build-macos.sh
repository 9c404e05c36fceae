#!/bin/sh
# Builds libsmelt.dylib for both kinds of Mac without a Mac: with clang and lld, against declarations of our own of what
# the bridge uses of macOS (macos/). Puts it where build-macos.sh does. Without the tools it says so and makes nothing.
# Usage: native/cross-build-macos.sh [folder of the jar's content; native/target/classes by default]
set -eu
classes=${1:-}
here=$(cd "$(dirname "$0")" && pwd)
classes=${classes:-$here/target/classes}
cd "$here"
out=$here/target/macos
library=$out/libsmelt.dylib

missing=""
for tool in clang-19 ld64.lld-19 llvm-lipo-19; do
    command -v $tool > /dev/null || missing="$missing $tool"
done
if [ -n "$missing" ]; then
    echo "no library for macOS in the jar: missing$missing (packages clang-19, lld-19 and llvm-19)"
    exit 0
fi

# Nothing has changed since the last time?
place() {
    for folder in darwin-aarch64 darwin-x86-64; do
        mkdir -p "$classes/$folder"
        cmp -s "$library" "$classes/$folder/libsmelt.dylib" || cp "$library" "$classes/$folder/libsmelt.dylib"
    done
}
if [ -f "$library" ] && [ -z "$(find src include linux/include macos cross-build-macos.sh -newer "$library")" ]; then
    place
    exit 0
fi

# macOS 14 is the oldest system that has MSL 3.1, which kernels are compiled to; with the SDK of 15 came math modes.
OLDEST=14.0
SDK=15.0
COMPILE="clang-19 -nostdlibinc -isystem macos/include -Ilinux/include -Iinclude
    -D__MAC_OS_X_VERSION_MAX_ALLOWED=150000 -std=gnu11 -fobjc-runtime=macosx-$OLDEST -fblocks -fno-objc-arc
    -fvisibility=hidden -O2 -Wall -Wextra -Werror"
LINK="ld64.lld-19 -dylib -platform_version macos $OLDEST $SDK -install_name @rpath/libsmelt.dylib -fixup_chains
    -dead_strip -adhoc_codesign -fatal_warnings"

rm -rf "$out"
for arch in arm64 x86_64; do
    mkdir -p "$out/$arch"
    for source in src/*.c src/*.m macos/available.c; do
        # shellcheck disable=SC2086 # a list of words is wanted
        $COMPILE -target $arch-apple-macos$OLDEST -c "$source" -o "$out/$arch/$(basename "$source").o"
    done
    # shellcheck disable=SC2086
    $LINK -arch $arch -o "$out/$arch.dylib" "$out/$arch"/*.o macos/sdk/*.tbd
done
llvm-lipo-19 -create "$out/arm64.dylib" "$out/x86_64.dylib" -output "$library"
place
echo "built $library ($(llvm-lipo-19 -archs "$library"))"
