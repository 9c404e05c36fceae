package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The index of this thread in its threadgroup, all dimensions counted as one: {@code x + width * (y + height * z)}.
 *
 * <p>On {@code int}. MSL's {@code [[thread_index_in_threadgroup]]} (MSL specification, section 5.2.3.6).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ThreadIndexInThreadgroup {}
