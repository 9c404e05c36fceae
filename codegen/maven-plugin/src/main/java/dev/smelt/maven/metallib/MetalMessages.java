package dev.smelt.maven.metallib;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Metal's compiler says, in terms of the Java source. Because of the {@code #line} directives in the generated text
 * it names Java's files and lines already; its columns are those of the generated text, and are left out:
 *
 * <pre>{@code
 * Activations.java:12:31: error: use of undeclared identifier 'y'     what Metal says
 * src/main/java/demo/Activations.java:12: error: use of ...           what the user reads
 * }</pre>
 */
final class MetalMessages {
    private static final Pattern MESSAGE =
            Pattern.compile("(.+?):(\\d+):\\d+: ((?:fatal error|error|warning|note): .*)");
    private static final Pattern COUNT = Pattern.compile("\\d+ (?:errors?|warnings?)(?: and .*)? generated\\.");

    private final MetallibRequest request;

    MetalMessages(MetallibRequest request) {
        this.request = request;
    }

    /**
     * Translates an output.
     *
     * @param name the binary name of the class that the text was generated from
     * @return one text for each message, with the lines that belong to it; the whole output if it holds none
     */
    List<String> translate(String name, String output) {
        List<String> messages = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : output.lines().toList()) {
            Matcher matcher = MESSAGE.matcher(line);
            if (matcher.matches()) {
                flush(current, messages);
                current.append(file(name, matcher.group(1))).append(':').append(matcher.group(2));
                current.append(": ").append(matcher.group(3));
            } else if (!COUNT.matcher(line).matches()) {
                current.append(current.isEmpty() ? "" : System.lineSeparator()).append(line);
            }
        }
        flush(current, messages);
        return messages;
    }

    private static void flush(StringBuilder current, List<String> messages) {
        if (!current.toString().isBlank()) {
            messages.add(current.toString().stripTrailing());
        }
        current.setLength(0);
    }

    /** The path of a source, where the name alone was given and the file is where its package says. */
    private String file(String name, String file) {
        if (file.contains("/") || !file.endsWith(".java")) {
            return file;
        }
        int dot = name.lastIndexOf('.');
        String packagePath = name.substring(0, Math.max(dot, 0)).replace('.', '/');
        for (Path root : request.sourceRoots()) {
            Path source = root.resolve(packagePath).resolve(file);
            if (Files.isRegularFile(source)) {
                Path shown = source.startsWith(request.base()) ? request.base().relativize(source) : source;
                return shown.toString().replace('\\', '/');
            }
        }
        return file;
    }
}
