package dev.smelt.compiler.build;

import dev.smelt.compiler.GeneratedFile;
import dev.smelt.compiler.build.BuildOutcome.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a build leaves for the next one: what was built from what. Kept as text, one fact a line:
 *
 * <pre>{@code
 * smelt-build 1
 * inputs 9f86d0...
 * warning Foo.java:3:5: warning[S0411]: ...\n    static void ...
 * output SOURCE 60303a... demo/FooKernels.java
 * end
 * }</pre>
 *
 * <p>A file that cannot be read or is cut short counts as none: the build is then done in full.
 *
 * @param inputs fingerprint of compiler and sources; {@link #UNFINISHED} while outputs are being written
 * @param warnings the rendered warnings
 * @param outputs the files that were written
 */
record BuildState(String inputs, List<String> warnings, List<Output> outputs) {
    /** A generated file and the fingerprint of its bytes. */
    record Output(GeneratedFile.Kind kind, String fingerprint, String path) {}

    static final String UNFINISHED = "unfinished";
    static final BuildState NONE = new BuildState(UNFINISHED, List.of(), List.of());

    private static final String HEADER = "smelt-build 1";

    BuildState {
        warnings = List.copyOf(warnings);
        outputs = List.copyOf(outputs);
    }

    List<Message> messages() {
        return warnings.stream().map(text -> new Message(false, text)).toList();
    }

    static BuildState read(Path file) {
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : NONE;
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }

    private static BuildState parse(List<String> lines) {
        if (lines.size() < 3
                || !lines.get(0).equals(HEADER)
                || !lines.get(lines.size() - 1).equals("end")) {
            return NONE;
        }
        String inputs = UNFINISHED;
        List<String> warnings = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            int space = line.indexOf(' ');
            String rest = line.substring(space + 1);
            switch (line.substring(0, Math.max(space, 0))) {
                case "inputs" -> inputs = rest;
                case "warning" -> warnings.add(unescape(rest));
                case "output" -> outputs.add(parseOutput(rest));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new BuildState(inputs, warnings, outputs);
    }

    private static Output parseOutput(String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException(text);
        }
        return new Output(GeneratedFile.Kind.valueOf(parts[0]), parts[1], parts[2]);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append("inputs ").append(inputs).append('\n');
        for (String warning : warnings) {
            text.append("warning ").append(escape(warning)).append('\n');
        }
        for (Output output : outputs) {
            text.append("output ").append(output.kind()).append(' ');
            text.append(output.fingerprint()).append(' ').append(output.path()).append('\n');
        }
        text.append("end\n");
        AtomicFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escaped = text.charAt(++i);
                out.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
