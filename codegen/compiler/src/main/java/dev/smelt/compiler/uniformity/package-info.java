/**
 * Which values are the same for all threads of a threadgroup, and under which conditions of others control comes to a
 * statement: what barriers need to know, and what lets the JVM device keep a value once for all lanes. An analysis of
 * the intermediate representation; {@link dev.smelt.compiler.uniformity.Uniformity} is the way in.
 */
@NullMarked
package dev.smelt.compiler.uniformity;

import org.jspecify.annotations.NullMarked;
