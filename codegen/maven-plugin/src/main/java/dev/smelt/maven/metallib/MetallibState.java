package dev.smelt.maven.metallib;

import dev.smelt.compiler.build.AtomicFiles;
import dev.smelt.compiler.build.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers which library was built from which text and how. A file that cannot be read counts as empty. */
final class MetallibState {
    /** Fingerprints of the text, of the compiler and its options, and of the library. */
    private record Entry(String text, String tool, String library) {}

    private final Path file;
    private final Map<String, Entry> entries = new TreeMap<>();

    private MetallibState(Path file) {
        this.file = file;
    }

    static MetallibState read(Path file) {
        MetallibState state = new MetallibState(file);
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" ", 4);
                    if (parts.length == 4) {
                        state.entries.put(parts[3], new Entry(parts[0], parts[1], parts[2]));
                    }
                }
            }
        } catch (IOException e) {
            state.entries.clear();
        }
        return state;
    }

    /** Whether the library was built from this text, by whatever compiler, and is as it was built. */
    boolean isBuiltFrom(Path text, Path library) throws IOException {
        Entry entry = entries.get(name(text));
        return entry != null
                && entry.text().equals(hash(text))
                && entry.library().equals(hash(library));
    }

    /** Whether it was also built by this compiler with these options. */
    boolean isUpToDate(Path text, Path library, String tool) throws IOException {
        Entry entry = entries.get(name(text));
        return entry != null && entry.tool().equals(tool) && isBuiltFrom(text, library);
    }

    /** Records a library built from a text, or from a copy of it under the same file name. */
    void put(Path text, String tool, Path library) throws IOException {
        String textHash = hash(text);
        String libraryHash = hash(library);
        if (textHash == null || libraryHash == null) {
            throw new NoSuchFileException((textHash == null ? text : library).toString());
        }
        entries.put(name(text), new Entry(textHash, tool, libraryHash));
    }

    void write() throws IOException {
        StringBuilder out = new StringBuilder();
        entries.forEach((name, entry) -> out.append(entry.text())
                .append(' ')
                .append(entry.tool())
                .append(' ')
                .append(entry.library())
                .append(' ')
                .append(name)
                .append('\n'));
        AtomicFiles.write(file, out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Path text) {
        return text.getFileName().toString();
    }

    private static @Nullable String hash(Path path) throws IOException {
        return Files.isRegularFile(path) ? Fingerprint.of(Files.readAllBytes(path)) : null;
    }
}
