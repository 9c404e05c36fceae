/** What the compiler tells its user: coded diagnostics, their collection and their rendering. */
@NullMarked
package dev.smelt.compiler.diag;

import org.jspecify.annotations.NullMarked;
