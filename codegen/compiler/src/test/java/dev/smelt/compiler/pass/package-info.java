/** Tests of the passes: what they make of small programs, and that random ones still mean the same. */
@NullMarked
package dev.smelt.compiler.pass;

import org.jspecify.annotations.NullMarked;
