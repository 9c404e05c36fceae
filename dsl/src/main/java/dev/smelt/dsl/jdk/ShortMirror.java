package dev.smelt.dsl.jdk;

import dev.smelt.dsl.Builtin;

/** What kernels may call of {@link Short}; all of it is exact. */
@Mirrors(Short.class)
public interface ShortMirror {
    @Builtin("int(as_type<ushort>($0))")
    int toUnsignedInt(short x);

    @Builtin("long(as_type<ushort>($0))")
    long toUnsignedLong(short x);

    /** The difference. */
    @Builtin("int($0) - int($1)")
    int compare(short x, short y);
}
