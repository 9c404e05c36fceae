/** Tests of the compiler as a whole. */
@NullMarked
package dev.smelt.compiler;

import org.jspecify.annotations.NullMarked;
