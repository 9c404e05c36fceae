@NullMarked
package dev.smelt.compiler.jvm;

import org.jspecify.annotations.NullMarked;
