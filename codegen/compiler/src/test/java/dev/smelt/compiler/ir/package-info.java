/** Tests of the intermediate representation. */
@NullMarked
package dev.smelt.compiler.ir;

import org.jspecify.annotations.NullMarked;
