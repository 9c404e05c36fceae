/** Transforms and convolution, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.signal;

import org.jspecify.annotations.NullMarked;
