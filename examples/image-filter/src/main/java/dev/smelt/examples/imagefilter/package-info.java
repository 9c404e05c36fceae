/**
 * Blurs a picture and finds its edges. {@link dev.smelt.examples.imagefilter.ImageFilterExample} is the command line,
 * {@link dev.smelt.examples.imagefilter.ImageFilter} calls the kernels, which are in
 * {@link dev.smelt.examples.imagefilter.Colors}, {@link dev.smelt.examples.imagefilter.Blur} and
 * {@link dev.smelt.examples.imagefilter.Edges}.
 */
@NullMarked
package dev.smelt.examples.imagefilter;

import org.jspecify.annotations.NullMarked;
