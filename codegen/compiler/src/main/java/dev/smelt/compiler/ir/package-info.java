/**
 * The typed intermediate representation that every output is made from.
 *
 * <p>Its invariants, which {@code IrValidator} checks after every pass:
 *
 * <ul>
 *   <li><b>Expressions are pure.</b> They read variables and memory but change neither; effects are statements. What
 *       Java does in the middle of an expression ({@code a[i++] = f(x)}) has become statements before it, in Java's
 *       order of evaluation.
 *   <li><b>Builtins with an effect are called in statements</b> ({@link dev.smelt.compiler.ir.Stmt.InvokeBuiltin}); all
 *       others are expressions.
 *   <li><b>An array is never a value.</b> A variable of array type names one: a buffer, threadgroup memory, constants,
 *       the thread's own ({@link dev.smelt.compiler.ir.Stmt.DeclareArray}). Locals may be other names, and be assigned.
 *   <li><b>Operands have the operator's type.</b> Promotions and conversions are explicit ({@link
 *       dev.smelt.compiler.ir.Expr.Convert}); arithmetic is on {@code int}, {@code long} and {@code float} only.
 *   <li><b>Operators mean what they mean in Java</b>, on every output: integers wrap, shift amounts are masked, and
 *       division by zero gives the dividend with remainder 0.
 *   <li><b>A variable is declared once</b> in a body, by one parameter or one {@link
 *       dev.smelt.compiler.ir.Stmt.Declare}, before and in a block around every use.
 *   <li><b>Jumps name their target</b>: {@code break} and {@code continue} hold the label of the statement they leave.
 *   <li><b>Functions don't recurse</b>, and stand in a module after those they call.
 * </ul>
 */
@NullMarked
package dev.smelt.compiler.ir;

import org.jspecify.annotations.NullMarked;
