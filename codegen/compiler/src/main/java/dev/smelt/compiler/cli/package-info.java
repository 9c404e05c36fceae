/** The command line: {@code smelt generate --source DIR --output DIR}. The only package that knows picocli. */
@NullMarked
package dev.smelt.compiler.cli;

import org.jspecify.annotations.NullMarked;
