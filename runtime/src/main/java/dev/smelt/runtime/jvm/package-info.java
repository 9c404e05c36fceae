/**
 * Internal: the device that runs kernels on the JVM. Memory is Java arrays, a threadgroup is one call of the generated
 * lane code, and threadgroups are spread over all cores.
 */
@NullMarked
package dev.smelt.runtime.jvm;

import org.jspecify.annotations.NullMarked;
