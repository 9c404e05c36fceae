package dev.smelt.compiler.sema.flow;

import com.sun.source.util.JavacTask;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The reference: javac itself, in this process. */
public final class Javac {
    /** Without these, javac would leave out the flow of a class with other errors, and errors after the 100th. */
    private static final List<String> OPTIONS =
            List.of("-proc:none", "--release", "17", "--should-stop=ifError=FLOW", "-Xmaxerrs", "100000");

    private Javac() {}

    /** A source in memory, that remembers where it came from. */
    private static final class Source extends SimpleJavaFileObject {
        private final SourceFile file;

        Source(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    static JavacTask task(List<SourceFile> files, DiagnosticListener<JavaFileObject> listener) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> sources = files.stream().map(Source::new).toList();
        return (JavacTask) compiler.getTask(null, null, listener, OPTIONS, null, sources);
    }

    /** The errors of each file: their messages by line. */
    public static List<SortedMap<Integer, String>> errors(List<SourceFile> files) {
        Map<String, SortedMap<Integer, String>> errors = new HashMap<>();
        List<String> lost = new ArrayList<>();
        JavacTask task = task(files, diagnostic -> {
            if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
                return;
            }
            String message = diagnostic.getMessage(Locale.ROOT);
            if (diagnostic.getSource() instanceof Source source) {
                errors.computeIfAbsent(source.file.path(), path -> new TreeMap<>())
                        .merge((int) diagnostic.getLineNumber(), message, (a, b) -> a + "; " + b);
            } else {
                lost.add(message);
            }
        });
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!lost.isEmpty()) {
            throw new AssertionError("errors without a file: " + lost);
        }
        return files.stream()
                .map(file -> errors.getOrDefault(file.path(), Collections.emptySortedMap()))
                .toList();
    }
}
