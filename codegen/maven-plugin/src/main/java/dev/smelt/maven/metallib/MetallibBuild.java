package dev.smelt.maven.metallib;

import dev.smelt.compiler.build.BuildException;
import dev.smelt.compiler.build.Fingerprint;
import dev.smelt.compiler.build.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Builds a library beside each Metal text, several at a time, and none that is up to date. A library that was not built
 * from the text beside it is removed first, whatever comes then: a stale one would run old kernels without a word.
 */
public final class MetallibBuild {
    private final MetallibRequest request;
    private final MetalToolchain toolchain;
    private final MetallibState state;

    public MetallibBuild(MetallibRequest request, MetalToolchain toolchain) {
        this.request = request;
        this.toolchain = toolchain;
        this.state = MetallibState.read(request.workDirectory().resolve("state"));
    }

    /** Removes all libraries. */
    public void removeLibraries() throws BuildException {
        try {
            for (MetalText library : list(".metallib")) {
                Files.deleteIfExists(library.library());
            }
        } catch (IOException e) {
            throw new BuildException("cannot remove a library: " + Reason.of(e), e);
        }
    }

    /**
     * Builds what is not up to date.
     *
     * @throws BuildException if a file cannot be read or written
     */
    public MetallibOutcome run() throws BuildException, InterruptedException {
        try {
            removeStaleLibraries();
            List<MetalText> texts = list(".metal");
            if (texts.isEmpty()) {
                return new MetallibOutcome(0, 0, 0, List.of(), null);
            }
            Files.createDirectories(request.workDirectory());
            MetalToolchain.Probe probe = toolchain.probe(request.workDirectory());
            if (probe instanceof MetalToolchain.Found found) {
                return build(texts, toolFingerprint(found));
            }
            return new MetallibOutcome(0, 0, 0, List.of(), (MetalToolchain.Missing) probe);
        } catch (IOException e) {
            throw new BuildException("cannot build libraries: " + Reason.of(e), e);
        }
    }

    private void removeStaleLibraries() throws IOException {
        for (MetalText text : list(".metallib")) {
            if (!state.isBuiltFrom(text.text(), text.library())) {
                Files.deleteIfExists(text.library());
            }
        }
    }

    private MetallibOutcome build(List<MetalText> texts, String tool)
            throws IOException, BuildException, InterruptedException {
        List<MetalText> outdated = new ArrayList<>();
        for (MetalText text : texts) {
            if (!state.isUpToDate(text.text(), text.library(), tool)) {
                Files.deleteIfExists(text.library());
                outdated.add(text);
            }
        }
        List<String> errors = new ArrayList<>();
        int failed = 0;
        MetalMessages messages = new MetalMessages(request);
        for (Map.Entry<MetalText, Xcrun.Result> entry : compile(outdated).entrySet()) {
            MetalText text = entry.getKey();
            if (entry.getValue().exitCode() == 0) {
                state.put(text.copy(request.workDirectory()), tool, text.library());
            } else {
                failed++;
                errors.addAll(messages.translate(text.name(), entry.getValue().output()));
            }
        }
        state.write();
        int upToDate = texts.size() - outdated.size();
        return new MetallibOutcome(outdated.size() - failed, upToDate, failed, errors, null);
    }

    /** What a library depends on besides its text. */
    private String toolFingerprint(MetalToolchain.Found found) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(found.version());
        MetalText.compileCommand(request.target(), "X").forEach(fingerprint::add);
        MetalText.linkCommand("X").forEach(fingerprint::add);
        return fingerprint.toHex();
    }

    private List<MetalText> list(String suffix) throws IOException {
        if (!Files.isDirectory(request.directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(request.directory())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(suffix))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - suffix.length()))
                    .map(name -> new MetalText(request.directory(), name))
                    .toList();
        }
    }

    private Map<MetalText, Xcrun.Result> compile(List<MetalText> texts)
            throws IOException, BuildException, InterruptedException {
        ExecutorService executor =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Map<MetalText, Future<Xcrun.Result>> running = new LinkedHashMap<>();
            for (MetalText text : texts) {
                running.put(
                        text,
                        executor.submit(
                                () -> text.compile(toolchain.xcrun(), request.target(), request.workDirectory())));
            }
            Map<MetalText, Xcrun.Result> results = new LinkedHashMap<>();
            for (Map.Entry<MetalText, Future<Xcrun.Result>> entry : running.entrySet()) {
                results.put(entry.getKey(), entry.getValue().get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new BuildException("cannot build libraries: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }
}
