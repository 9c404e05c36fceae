@NullMarked
package dev.smelt.compiler.lane;

import org.jspecify.annotations.NullMarked;
