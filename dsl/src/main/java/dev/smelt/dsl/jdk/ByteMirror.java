package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/** What kernels may call of {@link Byte}; all of it is exact. */
@Mirrors(Byte.class)
public interface ByteMirror {
    @Builtin("int(as_type<uchar>($0))")
    int toUnsignedInt(byte x);

    @Builtin("long(as_type<uchar>($0))")
    long toUnsignedLong(byte x);

    /** The difference. */
    @Builtin("int($0) - int($1)")
    int compare(byte x, byte y);
}
