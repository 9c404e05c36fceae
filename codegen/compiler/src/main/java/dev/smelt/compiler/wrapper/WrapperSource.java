package dev.smelt.compiler.wrapper;

/**
 * The generated wrapper class.
 *
 * @param packageName dotted; empty for the unnamed package
 * @param className its simple name
 * @param text the whole file
 */
public record WrapperSource(String packageName, String className, String text) {
    /** Where the file belongs below the folder of sources, with {@code /} between folders. */
    public String path() {
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + className + ".java";
    }
}
