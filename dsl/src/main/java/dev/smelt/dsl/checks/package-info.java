/** What kernels call in checked mode; written by the compiler, never by hand. */
@NullMarked
package dev.smelt.dsl.checks;

import org.jspecify.annotations.NullMarked;
