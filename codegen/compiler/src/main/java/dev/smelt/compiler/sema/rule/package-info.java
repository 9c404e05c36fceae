/** Rules about whole kernels, checked on the intermediate representation: one class a rule. */
@NullMarked
package dev.smelt.compiler.sema.rule;

import org.jspecify.annotations.NullMarked;
