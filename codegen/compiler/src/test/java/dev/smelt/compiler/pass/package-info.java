@NullMarked
package dev.smelt.compiler.pass;

import org.jspecify.annotations.NullMarked;
