package dev.smelt.compiler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.GeneratedFile;
import dev.smelt.dsl.Half;
import dev.smelt.runtime.Device;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Compiles Java in this process, as strictly as a user may, and loads the classes. */
public final class JavaClasses extends ClassLoader {
    /** Newer ones warn of {@code b += 1.5f}, which is what some sources of tests are about. */
    private static final String LINT =
            Runtime.version().feature() >= 20 ? "-Xlint:all,-lossy-conversions" : "-Xlint:all";

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    /** Shared, with the jars that it has opened: to open them again takes as long as to compile a small class. */
    private static final StandardJavaFileManager FILES = JAVAC.getStandardFileManager(null, null, null);

    private final Map<String, ByteArrayOutputStream> bytes = new HashMap<>();
    private final Map<String, String> resources = new HashMap<>();

    private JavaClasses() {
        super(JavaClasses.class.getClassLoader());
    }

    /** The classes of some sources, each under its path; fails on any warning. */
    public static JavaClasses compile(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaClasses classes = new JavaClasses();
        List<String> options = new ArrayList<>(List.of(LINT, "-Werror", "-proc:none", "-cp", classPath()));
        if (Runtime.version().feature() > 17) {
            options.addAll(List.of("--release", "17"));
        }
        List<Source> files = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        boolean compiled;
        synchronized (FILES) { // not made for threads
            compiled = JAVAC.getTask(null, classes.manager(), diagnostics, options, null, files)
                    .call();
        }
        assertThat(diagnostics.getDiagnostics().stream().map(JavaClasses::render))
                .isEmpty();
        assertThat(compiled).isTrue();
        return classes;
    }

    private static String render(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        if (!(diagnostic.getSource() instanceof Source source)) {
            return message;
        }
        List<String> lines = source.text.lines().toList();
        int line = (int) diagnostic.getLineNumber();
        List<String> around = lines.subList(Math.max(line - 12, 0), Math.min(line + 3, lines.size()));
        return source.getName() + ":" + line + ": " + message + "\n" + String.join("\n", around) + "\n";
    }

    private static String classPath() {
        Set<String> places = Stream.of(Half.class, Device.class, NullMarked.class)
                .map(JavaClasses::place)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(File.pathSeparator, places);
    }

    private static String place(Class<?> type) {
        try {
            return new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A class by its binary name. */
    public Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets these classes find the resources that were generated with them. */
    public void addResources(CompilationResult result) {
        for (GeneratedFile file : result.files()) {
            if (file.kind() == GeneratedFile.Kind.RESOURCE) {
                resources.put(file.path(), file.text());
            }
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        String text = resources.get(name);
        return text == null
                ? super.getResourceAsStream(name)
                : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream compiled = bytes.get(name);
        if (compiled == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, compiled.toByteArray(), 0, compiled.size());
    }

    private JavaFileManager manager() {
        return new ForwardingJavaFileManager<JavaFileManager>(FILES) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                assertThat(location).isEqualTo(StandardLocation.CLASS_OUTPUT);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                bytes.put(className, out);
                return new SimpleJavaFileObject(URI.create("memory:///" + className + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return out;
                    }
                };
            }
        };
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
