/** Simulations, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.physics;

import org.jspecify.annotations.NullMarked;
