package dev.smelt.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The index of this thread's SIMD-group in the threadgroup.
 *
 * <p>On {@code int}. MSL's {@code [[simdgroup_index_in_threadgroup]]} (MSL specification, section 5.2.3.6).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface SimdgroupIndexInThreadgroup {}
