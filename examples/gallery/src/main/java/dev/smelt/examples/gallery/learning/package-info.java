/** Machine learning, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.learning;

import org.jspecify.annotations.NullMarked;
