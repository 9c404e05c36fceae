/**
 * All that kernels import: the annotations, the functions of {@link dev.smelt.dsl.Msl}, and the vector types. Every
 * function and type works as plain Java too, so that kernels can be called from a unit test or stepped through in a
 * debugger.
 */
@NullMarked
package dev.smelt.dsl;

import org.jspecify.annotations.NullMarked;
