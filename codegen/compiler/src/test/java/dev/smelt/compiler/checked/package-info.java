/** Checked mode, from the source of a kernel to what its caller sees. */
@NullMarked
package dev.smelt.compiler.checked;

import org.jspecify.annotations.NullMarked;
