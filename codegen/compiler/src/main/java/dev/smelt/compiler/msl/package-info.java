/** Turns the intermediate representation into text of the Metal Shading Language that a person likes to read. */
@NullMarked
package dev.smelt.compiler.msl;

import org.jspecify.annotations.NullMarked;
