package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as a kernel: compiled to Metal, and called through a generated wrapper.
 *
 * <p>A kernel that returns a value is a <em>map kernel</em>: it is applied to each element of its input arrays. One
 * that returns void is a <em>grid kernel</em>: it runs once for each position of the grid it is given, reads and writes
 * arrays, and learns its position from annotated parameters such as {@link ThreadPositionInGrid}.
 *
 * <p>The method stays plain Java: call it from a unit test, or step through it in a debugger.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Kernel {
    /** How faithfully the kernel's floating-point arithmetic follows Java's. */
    MathMode math() default MathMode.JAVA;
}
