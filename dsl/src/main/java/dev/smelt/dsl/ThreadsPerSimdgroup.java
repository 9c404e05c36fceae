package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of threads in a SIMD-group, 32 on the GPUs of today.
 *
 * <p>On {@code int}. MSL's {@code [[threads_per_simdgroup]]} (MSL specification, section 5.2.3.6).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ThreadsPerSimdgroup {}
