/**
 * An experiment: a sigmoid, and the Fourier series of a square wave with its numerical derivative, computed by kernels
 * and by plain Java, timed and compared. {@link dev.smelt.examples.fourier.FourierExample} runs it; the kernels are in
 * {@link dev.smelt.examples.fourier.SquareWave} and {@link dev.smelt.examples.fourier.Activations}.
 */
@NullMarked
package dev.smelt.examples.fourier;

import org.jspecify.annotations.NullMarked;
