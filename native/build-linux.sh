#!/bin/sh
# Builds the bridge for Linux: what ships, the software Metal under it, and the MSL compiler that this one runs.
# Usage: native/build-linux.sh [folder for what is built; native/target/software by default]
# Makes libsmelt.so there, unless it is newer than all it is made of. It is for tests, and finds the compiler only where
# it was built.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/target/software}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$here"

software/msl/build.sh "$out/msl"

exec 9> "$out/lock"
flock 9
library=$out/libsmelt.so
if [ -f "$library" ] && [ -z "$(find src include linux software build-linux.sh "$out/msl/libmsl.a" -newer "$library" -type f \
    | head -n 1)" ]; then
    exit 0
fi

. linux/toolchain.sh
mkdir -p "$out/objects"
rm -f "$out"/objects/*.o
for source in src/*.c src/*.m software/metal/*.c software/metal/*.m; do
    compile "$source" "$out/objects/$(basename "$source").o" -O2 -g1
done

# As on a Mac, all that is seen of it is what smelt.h declares.
{
    echo "{ global:"
    ./exported-names.sh | sed 's/$/;/'
    echo "local: *; };"
} > "$out/exports.map"
"$CLANG" -shared "$out"/objects/*.o "$out/msl/libmsl.a" -Wl,--version-script="$out/exports.map" -o "$library.new" $LIBRARIES
mv "$library.new" "$library"
echo "built $library"
