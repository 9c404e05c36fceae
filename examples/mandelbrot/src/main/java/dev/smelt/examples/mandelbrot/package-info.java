/**
 * Draws the Mandelbrot set. {@link dev.smelt.examples.mandelbrot.MandelbrotExample} is the command line; the kernels
 * are in {@link dev.smelt.examples.mandelbrot.Escape}, {@link dev.smelt.examples.mandelbrot.DeepEscape} and
 * {@link dev.smelt.examples.mandelbrot.Palette}.
 */
@NullMarked
package dev.smelt.examples.mandelbrot;

import org.jspecify.annotations.NullMarked;
