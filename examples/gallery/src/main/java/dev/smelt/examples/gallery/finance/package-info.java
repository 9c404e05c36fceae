/** Options, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.finance;

import org.jspecify.annotations.NullMarked;
