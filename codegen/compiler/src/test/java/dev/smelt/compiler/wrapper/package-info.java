@NullMarked
package dev.smelt.compiler.wrapper;

import org.jspecify.annotations.NullMarked;
