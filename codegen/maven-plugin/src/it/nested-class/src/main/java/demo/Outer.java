package demo;

import dev.smelt.dsl.*;

public final class Outer {
    private Outer() {}

    public static final class Inner {
        private Inner() {}

        @Kernel
        static float twice(float x) {
            return 2f * x;
        }
    }
}
