# Sourced by the scripts that build with clang and GNUstep. Wants $out, a folder that exists; sets how to compile.
CLANG=${CLANG:-clang-19}
WARNINGS="-Wall -Wextra -Werror"

# gcc's folder also has a stdatomic.h, which must not be found: so only its objc is made visible.
mkdir -p "$out/include"
ln -sfn "$(gcc -print-file-name=include/objc)" "$out/include/objc"

# GNUstep's own headers are not held to our warnings.
GNUSTEP=$(gnustep-config --objc-flags | sed -e 's/-MMD -MP//' -e 's/-O2//' -e 's/ -g / /' \
    -e 's|-I\(/[^ ]*\)|-isystem \1|g' -e 's/-I\. //')
C="-std=gnu11 -pthread -fPIC -Iinclude -Isrc -Isoftware/include -Isoftware/metal $WARNINGS"
OBJC="$C $GNUSTEP -fobjc-runtime=gcc -fblocks -fno-objc-arc -Ilinux/include -isystem $out/include"

# gnustep-base has a Block_copy of its own that does not copy blocks of this compiler: the blocks runtime comes first.
LIBRARIES="-lBlocksRuntime -lgnustep-base -lobjc -ldl -lm -pthread"

compile() { # source, object, further flags
    source=$1 object=$2
    shift 2
    case $source in
        *.m) "$CLANG" $OBJC "$@" -c "$source" -o "$object" ;;
        *dispatch_data.c) "$CLANG" $C -fblocks -Ilinux/include "$@" -c "$source" -o "$object" ;;
        *) "$CLANG" $C "$@" -c "$source" -o "$object" ;;
    esac
}
