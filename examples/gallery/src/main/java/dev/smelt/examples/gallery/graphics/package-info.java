/** Pictures, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.graphics;

import org.jspecify.annotations.NullMarked;
