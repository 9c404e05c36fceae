/** The Maven goals: what to build is said here, how it is built lies in the compiler and in {@code metallib}. */
@NullMarked
package dev.smelt.maven;

import org.jspecify.annotations.NullMarked;
