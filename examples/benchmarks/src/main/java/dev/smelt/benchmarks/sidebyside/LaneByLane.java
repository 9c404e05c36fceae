package dev.smelt.benchmarks.sidebyside;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.DeepStack;
import dev.smelt.compiler.GeneratedFile;
import dev.smelt.compiler.SmeltCompiler;
import dev.smelt.compiler.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The gallery's kernels with all that a thread does one after the other: what loops over lanes are measured against. */
final class LaneByLane implements AutoCloseable {
    private static final String PACKAGES = "dev.smelt.examples.gallery.";
    private static final String SUFFIX = "KernelsJvm";

    private final Path folder;
    private final Gallery loader;
    private final List<String> same;
    private final List<String> different;

    private LaneByLane(Path folder, Gallery loader, List<String> same, List<String> different) {
        this.folder = folder;
        this.loader = loader;
        this.same = same;
        this.different = different;
    }

    /**
     * Compiles the kernels under a folder of sources in both forms.
     *
     * @throws IllegalStateException if they do not compile
     */
    static LaneByLane of(Path sources) throws IOException {
        List<SourceFile> files = read(sources);
        CompilationResult usual = DeepStack.call(() -> SmeltCompiler.compile(files));
        List<GeneratedFile> laneByLane = DeepStack.call(() -> SmeltCompiler.compileLaneByLane(files));
        Map<String, String> texts = new HashMap<>();
        usual.files().forEach(file -> texts.put(file.path(), file.text()));
        TreeSet<String> same = new TreeSet<>();
        TreeSet<String> different = new TreeSet<>();
        Path folder = Files.createTempDirectory("lane-by-lane");
        List<String> paths = new ArrayList<>();
        for (GeneratedFile file : laneByLane) {
            boolean isSame = file.text().equals(texts.get(file.path()));
            (isSame ? same : different).add(className(file.path()));
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
            paths.add(path.toString());
        }
        compile(folder, paths);
        return new LaneByLane(folder, new Gallery(folder), List.copyOf(same), List.copyOf(different));
    }

    private static String className(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.length() - SUFFIX.length() - ".java".length());
    }

    private static List<SourceFile> read(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new SourceFile(file.toString(), text(file)))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, List<String> paths) {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString()));
        arguments.addAll(paths);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        if (status != 0) {
            throw new IllegalStateException("what was generated lane by lane does not compile");
        }
    }

    /** What loads the gallery's classes, with these kernels. */
    ClassLoader loader() {
        return loader;
    }

    /** The classes of which both forms are the same. */
    List<String> same() {
        return same;
    }

    /** The others. */
    List<String> different() {
        return different;
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Finds the gallery's classes itself: those that were made lane by lane, and its own copies of the others. */
    private static final class Gallery extends URLClassLoader {
        Gallery(Path folder) throws IOException {
            super(urls(folder), LaneByLane.class.getClassLoader());
        }

        private static URL[] urls(Path folder) throws IOException {
            List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(new URL[0]);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(PACKAGES) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
