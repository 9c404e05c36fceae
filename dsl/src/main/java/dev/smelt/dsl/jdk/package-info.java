/**
 * What kernels may call of the JDK, and how it is spelled in MSL. Each interface mirrors the static methods of one
 * class of the JDK: same names, same parameters, same results. {@link dev.smelt.dsl.jdk.Mirrors} says how to read them;
 * {@link dev.smelt.dsl.jdk.JdkMirrors#ALL} lists them. Nothing here is called or implemented.
 */
@NullMarked
package dev.smelt.dsl.jdk;

import org.jspecify.annotations.NullMarked;
