/**
 * The typed wrappers through which users call their kernels. {@link dev.smelt.compiler.wrapper.WrapperModel} describes
 * one, purely; {@link dev.smelt.compiler.wrapper.WrapperWriter} prints it and shows what comes out. This package and
 * {@code jvm} are the only ones that may import JavaPoet.
 */
@NullMarked
package dev.smelt.compiler.wrapper;

import org.jspecify.annotations.NullMarked;
