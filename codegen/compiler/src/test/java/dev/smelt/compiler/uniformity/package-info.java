@NullMarked
package dev.smelt.compiler.uniformity;

import org.jspecify.annotations.NullMarked;
