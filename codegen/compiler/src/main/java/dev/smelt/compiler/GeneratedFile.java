package dev.smelt.compiler;

/**
 * A file that the compiler made.
 *
 * @param path relative to the folder of its kind, with forward slashes
 * @param text its contents, to be written as UTF-8; the same for the same sources, byte for byte
 */
public record GeneratedFile(Kind kind, String path, String text) {
    /** Where it belongs. */
    public enum Kind {
        /** Java source, to be compiled with the project. */
        SOURCE,
        /** A resource, to be put beside the classes. */
        RESOURCE
    }
}
