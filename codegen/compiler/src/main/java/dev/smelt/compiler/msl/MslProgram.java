package dev.smelt.compiler.msl;

import java.util.Map;

/**
 * A module as MSL.
 *
 * @param text the source, the same bytes for the same module
 * @param entryPoints the name of each kernel's MSL function, by the kernel's Java name; they differ where the Java name
 *     means something else in MSL
 */
public record MslProgram(String text, Map<String, String> entryPoints) {
    public MslProgram {
        entryPoints = Map.copyOf(entryPoints);
    }
}
