@NullMarked
package dev.smelt.compiler.sema.flow;

import org.jspecify.annotations.NullMarked;
