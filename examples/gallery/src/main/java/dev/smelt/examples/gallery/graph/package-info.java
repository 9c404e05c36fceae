/** Graphs, as kernels. */
@NullMarked
package dev.smelt.examples.gallery.graph;

import org.jspecify.annotations.NullMarked;
