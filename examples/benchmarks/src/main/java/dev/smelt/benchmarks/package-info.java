/**
 * Benchmarks: kernels on the JVM device against the same loops by hand. Each workload has its kernel, the plain Java
 * and a class for JMH; {@link dev.smelt.benchmarks.BenchmarkRunner} runs them all.
 */
@NullMarked
package dev.smelt.benchmarks;

import org.jspecify.annotations.NullMarked;
