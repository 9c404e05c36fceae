/** Rewrites the intermediate representation; {@link dev.smelt.compiler.pass.Passes} has the lists of all passes. */
@NullMarked
package dev.smelt.compiler.pass;

import org.jspecify.annotations.NullMarked;
