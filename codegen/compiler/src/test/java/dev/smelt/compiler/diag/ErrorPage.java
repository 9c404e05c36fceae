package dev.smelt.compiler.diag;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import dev.smelt.compiler.testing.Compiling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/errors}: a title, a file with the mistake, what the compiler says about it, and a file without.
 *
 * @param said the text that the page shows
 */
record ErrorPage(Path path, String title, String mistake, String said, String instead) {
    static final Path FOLDER = Path.of("../../docs/errors");

    private static final Pattern FORM = Pattern.compile(
            "# (S\\d{4}: [^\n]+)\n\n.+?\n```java\n(.+?)```\n\n```text\n(.*?)```\n"
                    + ".*?## What to write instead\n\n.*?```java\n(.+?)```\n.*",
            Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface)\\s+([A-Z]\\w*)");

    static ErrorPage read(Path path) throws IOException {
        Matcher matcher = FORM.matcher(Files.readString(path));
        if (!matcher.matches()) {
            throw new AssertionError(path + " needs: '# Sdddd: title', text, ```java, ```text, "
                    + "'## What to write instead', ```java");
        }
        return new ErrorPage(path, matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
    }

    /** What the compiler says about the mistake now. */
    String rendered() {
        return Compiling.rendered(Compiling.compile(file(mistake)));
    }

    CompilationResult compiledInstead() {
        return Compiling.compile(file(instead));
    }

    /** The file without the mistake, in a package of its own. */
    SourceFile insteadIn(String packageName) {
        return file("package " + packageName + "; " + instead);
    }

    /** Writes what the compiler says into the page. */
    void update(String rendered) throws IOException {
        Files.writeString(
                path, Files.readString(path).replace("```text\n" + said + "```", "```text\n" + rendered + "```"));
    }

    /** A file named after its first type. A replacement character in a page stands for a byte that isn't UTF-8. */
    private static SourceFile file(String text) {
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : "Example";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : text.split("(?<=\uFFFD)|(?=\uFFFD)", -1)) {
            bytes.writeBytes(part.equals("\uFFFD") ? new byte[] {(byte) 0xE9} : part.getBytes(StandardCharsets.UTF_8));
        }
        return SourceReader.read(bytes.toByteArray(), name + ".java");
    }
}
