package dev.smelt.compiler.build;

import dev.smelt.compiler.GeneratedFile;
import dev.smelt.compiler.build.BuildState.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the output directories in line with what the compiler generated: writes what is new or differs, leaves alone
 * what is the same (its time of modification too, which javac's incremental builds go by), and removes what an earlier
 * build wrote and this one did not.
 */
final class Outputs {
    /** How many files were written and removed. */
    record Changes(int written, int deleted) {}

    private static final String METAL = ".metal";
    private static final String METALLIB = ".metallib";

    private final BuildRequest request;

    Outputs(BuildRequest request) {
        this.request = request;
    }

    /** Whether each file is there with the bytes that were written. */
    boolean areUnchanged(List<Output> outputs) throws IOException {
        for (Output output : outputs) {
            if (!output.fingerprint().equals(fingerprint(resolve(output.kind(), output.path())))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes and removes. The state file first records the old files and the new ones as unfinished, so that whatever a
     * crash leaves behind is known to the next build, which then does everything again.
     */
    Changes bringUpToDate(BuildState before, List<GeneratedFile> files, String inputs, List<String> warnings)
            throws BuildException {
        Map<Path, Output> outputs = new LinkedHashMap<>();
        for (GeneratedFile file : files) {
            Output output = new Output(file.kind(), Fingerprint.of(bytes(file)), file.path());
            if (outputs.put(resolve(file.kind(), file.path()), output) != null) {
                throw new BuildException("two sources generate " + file.path() + ": a class is declared twice");
            }
        }
        Map<Path, Output> touched = new LinkedHashMap<>(outputs);
        for (Output old : before.outputs()) {
            touched.putIfAbsent(resolve(old.kind(), old.path()), old);
        }
        try {
            new BuildState(BuildState.UNFINISHED, List.of(), List.copyOf(touched.values())).write(request.stateFile());
            int deleted = 0;
            for (Map.Entry<Path, Output> entry : touched.entrySet()) {
                if (!outputs.containsKey(entry.getKey()) && delete(entry.getKey(), entry.getValue())) {
                    deleted++;
                }
            }
            int written = 0;
            for (GeneratedFile file : files) {
                Path path = resolve(file.kind(), file.path());
                Output output = outputs.get(path);
                if (output != null && !output.fingerprint().equals(fingerprint(path))) {
                    deleteLibraryOf(path);
                    AtomicFiles.write(path, bytes(file));
                    written++;
                }
            }
            new BuildState(inputs, warnings, List.copyOf(outputs.values())).write(request.stateFile());
            return new Changes(written, deleted);
        } catch (IOException e) {
            throw new BuildException("cannot write the generated files: " + Reason.of(e), e);
        }
    }

    private boolean delete(Path file, Output output) throws IOException {
        deleteLibraryOf(file);
        boolean deleted = Files.deleteIfExists(file);
        Path root = root(output.kind());
        for (Path above = file.getParent(); above != null && !above.equals(root); above = above.getParent()) {
            try {
                Files.delete(above);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                break;
            }
        }
        return deleted;
    }

    /** A compiled library must not outlive the text that it was compiled from. */
    private static void deleteLibraryOf(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(METAL)) {
            String stem = name.substring(0, name.length() - METAL.length());
            Files.deleteIfExists(file.resolveSibling(stem + METALLIB));
        }
    }

    private Path resolve(GeneratedFile.Kind kind, String path) {
        Path root = root(kind);
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new AssertionError("generated file outside its directory: " + path);
        }
        return file;
    }

    private Path root(GeneratedFile.Kind kind) {
        return kind == GeneratedFile.Kind.SOURCE ? request.sourcesOutput() : request.classesOutput();
    }

    private static byte[] bytes(GeneratedFile file) {
        return file.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Null if there is no such file. */
    private static @Nullable String fingerprint(Path file) throws IOException {
        return Files.isRegularFile(file) ? Fingerprint.of(Files.readAllBytes(file)) : null;
    }
}
