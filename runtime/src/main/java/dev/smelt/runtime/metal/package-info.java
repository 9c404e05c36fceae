/**
 * Internal: the device that runs kernels through Metal. JNA calls the C interface of {@code native/include/smelt.h},
 * and nothing else here is native; a batch of dispatches crosses in one call, as a tape of bytes.
 */
@NullMarked
package dev.smelt.runtime.metal;

import org.jspecify.annotations.NullMarked;
