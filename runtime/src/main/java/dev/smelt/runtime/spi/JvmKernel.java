package dev.smelt.runtime.spi;

/** A kernel as generated for the JVM. */
@FunctionalInterface
public interface JvmKernel {
    /** Runs all threads of one threadgroup. Called from many Java threads at the same time. */
    void run(JvmArguments arguments, JvmThreadgroup threadgroup);
}
