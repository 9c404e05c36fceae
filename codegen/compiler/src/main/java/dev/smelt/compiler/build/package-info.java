/**
 * What the command line and the Maven plugin share: find the sources, read, compile, and bring the output directories up
 * to date, touching only what changed. {@link dev.smelt.compiler.build.KernelBuild} is the way in.
 */
@NullMarked
package dev.smelt.compiler.build;

import org.jspecify.annotations.NullMarked;
