/** Sums, scans and sorting, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.parallel;

import org.jspecify.annotations.NullMarked;
