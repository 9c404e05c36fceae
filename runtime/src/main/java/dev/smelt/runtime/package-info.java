/**
 * What a program imports to call kernels: a {@link dev.smelt.runtime.Device}, its arrays, a
 * {@link dev.smelt.runtime.Grid} to run over, a {@link dev.smelt.runtime.Batch} of calls, and the exceptions. The typed
 * methods that run kernels are generated; they reach this package through {@link dev.smelt.runtime.spi}.
 */
@NullMarked
package dev.smelt.runtime;

import org.jspecify.annotations.NullMarked;
