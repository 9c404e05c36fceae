/** What the gallery's tests share. */
@NullMarked
package dev.smelt.examples.gallery.testing;

import org.jspecify.annotations.NullMarked;
