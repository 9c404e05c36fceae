package dev.smelt.dsl.jdk;

import java.util.List;

/** The list of all mirrors, for the compiler. */
public final class JdkMirrors {

    /** Every interface that is marked with {@link Mirrors}. */
    public static final List<Class<?>> ALL = List.of(
            MathMirror.class,
            IntegerMirror.class,
            LongMirror.class,
            FloatMirror.class,
            ShortMirror.class,
            ByteMirror.class);

    private JdkMirrors() {}
}
