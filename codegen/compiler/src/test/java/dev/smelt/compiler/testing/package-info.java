/** What tests of several packages share. */
@NullMarked
package dev.smelt.compiler.testing;

import org.jspecify.annotations.NullMarked;
