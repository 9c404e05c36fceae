/** The compiler's facade: sources in, diagnostics and generated files out. */
@NullMarked
package dev.smelt.compiler;

import org.jspecify.annotations.NullMarked;
