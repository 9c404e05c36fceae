package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The size of the grid, in threads.
 *
 * <p>On {@code int} (x), {@link Int2} (x, y) or {@link Int3} (x, y, z). MSL's {@code [[threads_per_grid]]} (MSL
 * specification, section 5.2.3.6).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ThreadsPerGrid {}
