/**
 * Kernels on the JVM device beside NumPy, Aparapi's thread pool and plain parallel Java, on the same data in one run.
 * {@link dev.smelt.benchmarks.sidebyside.SideBySide} is the program; {@link dev.smelt.benchmarks.sidebyside.Gallery} has the
 * kernels, which are written as any others.
 */
@NullMarked
package dev.smelt.benchmarks.sidebyside;

import org.jspecify.annotations.NullMarked;
