/** Tests of the diagnostics and of their pages. */
@NullMarked
package dev.smelt.compiler.diag;

import org.jspecify.annotations.NullMarked;
