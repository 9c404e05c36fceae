/** Reads the library for macOS as macOS does when it loads it, on any system. */
@NullMarked
package dev.smelt.bridge;

import org.jspecify.annotations.NullMarked;
