package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The position of this thread in its threadgroup, in threads: from 0 to {@link ThreadsPerThreadgroup} - 1.
 *
 * <p>On {@code int} (x), {@link Int2} (x, y) or {@link Int3} (x, y, z). MSL's {@code
 * [[thread_position_in_threadgroup]]} (MSL specification, section 5.2.3.6).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ThreadPositionInThreadgroup {}
