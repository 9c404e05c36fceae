/** Source text and places in it. */
@NullMarked
package dev.smelt.compiler.source;

import org.jspecify.annotations.NullMarked;
