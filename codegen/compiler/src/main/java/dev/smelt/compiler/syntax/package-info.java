/**
 * Java source to syntax tree, in two steps. {@link dev.smelt.compiler.syntax.JavaParser#parseFile} reads what a file
 * declares and leaves bodies and values as places in the text; {@code parseBody} and {@code parseExpression} read one
 * of those when a kernel needs it. So Java that is no kernel's is never misread, and costs next to nothing.
 *
 * <p>Each step has a pass over the tokens before its parser ({@code DeclarationFolder}, {@code BodyMarker}), which
 * decides what takes unlimited lookahead. The grammars are then decided by one or two tokens everywhere, so the time to
 * parse is linear in the text, whatever the text is.
 *
 * <p>Nothing outside this package knows of ANTLR.
 */
@NullMarked
package dev.smelt.compiler.syntax;

import org.jspecify.annotations.NullMarked;
