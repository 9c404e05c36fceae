/**
 * Java source for the JVM device from the intermediate representation: one class for each class of kernels, that the
 * user's build compiles. {@link dev.smelt.compiler.jvm.JvmEmitter} is the way in and shows what comes out. This package
 * and {@code wrapper} are the only ones that may import JavaPoet.
 */
@NullMarked
package dev.smelt.compiler.jvm;

import org.jspecify.annotations.NullMarked;
