/** Tests of what names and types mean, and of the whole compiler against javac and against hostile text. */
@NullMarked
package dev.smelt.compiler.sema;

import org.jspecify.annotations.NullMarked;
