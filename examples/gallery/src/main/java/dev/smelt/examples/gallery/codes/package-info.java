/** Exact work on integers and bytes, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.codes;

import org.jspecify.annotations.NullMarked;
