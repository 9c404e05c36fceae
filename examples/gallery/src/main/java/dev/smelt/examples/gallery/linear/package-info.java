/** Matrices and grids, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.linear;

import org.jspecify.annotations.NullMarked;
