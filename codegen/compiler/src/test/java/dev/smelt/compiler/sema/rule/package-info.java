@NullMarked
package dev.smelt.compiler.sema.rule;

import org.jspecify.annotations.NullMarked;
