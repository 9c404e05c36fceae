/**
 * What generated code calls, and nothing else should: descriptors of kernels, and the path from a typed wrapper method
 * to a run. A wrapper describes its kernels once ({@link dev.smelt.runtime.spi.ModuleDescriptor}), loads them on a
 * device ({@link dev.smelt.runtime.spi.KernelLibrary}), and for each call fills an
 * {@link dev.smelt.runtime.spi.Invocation}, which checks everything before anything runs.
 */
@NullMarked
package dev.smelt.runtime.spi;

import org.jspecify.annotations.NullMarked;
