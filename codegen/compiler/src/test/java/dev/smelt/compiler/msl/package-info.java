/** Tests of the MSL emitter: expected texts, and kernels that clang compiles and the machine runs. */
@NullMarked
package dev.smelt.compiler.msl;

import org.jspecify.annotations.NullMarked;
