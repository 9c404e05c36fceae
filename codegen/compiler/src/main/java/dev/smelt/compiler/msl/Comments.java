package dev.smelt.compiler.msl;

/** Makes Java text safe to stand in a {@code //} comment. */
final class Comments {
    private Comments() {}

    /** ASCII on one line, without a backslash at the end, which would take the next line into the comment. */
    static String oneLine(String javaText) {
        StringBuilder text = new StringBuilder();
        javaText.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (c >= ' ' && c < 0x7f) {
                text.appendCodePoint(c);
            } else {
                text.append(String.format("\\u%04x", c));
            }
        });
        // ??/ is a backslash too, in C++14.
        boolean continues = text.toString().endsWith("\\") || text.toString().endsWith("??/");
        return continues ? text.append('.').toString() : text.toString();
    }
}
