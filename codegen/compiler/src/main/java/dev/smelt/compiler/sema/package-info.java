/**
 * From the syntax tree to the intermediate representation: what names mean, what types expressions have, and all the
 * rules of kernels.
 *
 * <p>{@link dev.smelt.compiler.sema.Analyzer} is the entry. A mistake of the user's is reported and never thrown; what
 * was diagnosed has the type {@link dev.smelt.compiler.ir.Type.Erroneous}, about which nothing more is said.
 */
@NullMarked
package dev.smelt.compiler.sema;

import org.jspecify.annotations.NullMarked;
