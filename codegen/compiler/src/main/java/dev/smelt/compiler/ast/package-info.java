/**
 * Java as it was written: immutable records, one for each form, each with its place in the source. Nothing here knows
 * what a name means or what type an expression has; that is found by {@code sema}.
 */
@NullMarked
package dev.smelt.compiler.ast;

import org.jspecify.annotations.NullMarked;
