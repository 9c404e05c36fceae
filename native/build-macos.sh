#!/bin/sh
# Builds libsmelt.dylib for both kinds of Mac, and puts it where JNA looks for it in the jar.
# Usage: native/build-macos.sh [folder of the jar's content; native/target/classes by default]
set -eu
classes=${1:-}
here=$(cd "$(dirname "$0")" && pwd)
classes=${classes:-$here/target/classes}
cd "$here"
out=$here/target/macos
library=$out/libsmelt.dylib

if ! xcrun -sdk macosx --find clang > /dev/null 2>&1; then
    echo "build-macos.sh: no compiler: install Xcode's command line tools with: xcode-select --install" >&2
    exit 1
fi

rm -rf "$out"
mkdir -p "$out" "$classes/darwin-aarch64" "$classes/darwin-x86-64"

# macOS 14 is the oldest system that has MSL 3.1, which kernels are compiled to.
xcrun -sdk macosx clang \
    -arch arm64 -arch x86_64 -mmacosx-version-min=14.0 \
    -std=gnu11 -fno-objc-arc -fvisibility=hidden -O2 -g \
    -Wall -Wextra -Werror \
    -Iinclude \
    -dynamiclib -install_name @rpath/libsmelt.dylib \
    -framework Foundation -framework Metal -framework CoreGraphics \
    -o "$library" src/*.c src/*.m

# What is exported is what smelt.h declares, on each architecture.
for arch in arm64 x86_64; do
    xcrun nm -gU -arch $arch "$library" | sed -n 's/.* _//p' | LC_ALL=C sort > "$out/exported-$arch.txt"
    ./exported-names.sh | diff - "$out/exported-$arch.txt" || {
        echo "build-macos.sh: the exports of $arch (right) are not those of smelt.h (left)" >&2
        exit 1
    }
done

# An ad-hoc signature is enough, but Apple silicon loads nothing without one.
codesign --force --sign - "$library"

# One universal library under both names: JNA unpacks the folder of the machine that it runs on.
cp "$library" "$classes/darwin-aarch64/libsmelt.dylib"
cp "$library" "$classes/darwin-x86-64/libsmelt.dylib"
echo "built $library ($(xcrun lipo -archs "$library"))"
