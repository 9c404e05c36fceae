/**
 * Apple's Metal compiler, run through {@code xcrun}: whether it is there, what to do if it is not, and one
 * {@code .metallib} beside each {@code .metal}. {@link dev.smelt.maven.metallib.MetallibBuild} is the way in.
 */
@NullMarked
package dev.smelt.maven.metallib;

import org.jspecify.annotations.NullMarked;
