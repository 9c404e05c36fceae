package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method body, in a class that javac can compile: {@code src/test/resources/flow/README.md} tells the form. */
record FlowCase(String title, SourceFile file) {
    private static final String HEADER = "static int f(int n, boolean c, boolean d, int[] a)";
    private static final Path FOLDER = Path.of("src/test/resources/flow");
    private static final String BRACE_MARK = "// S0560";
    private static final Pattern TITLE = Pattern.compile("(?m)^=== ");
    /** It may span lines, and be marked. */
    private static final Pattern OWN_HEADER = Pattern.compile("static [^)]*\\)[^\n]*\n");

    private static final Pattern CODE = Pattern.compile("S05\\d\\d");

    static FlowCase of(String name, String title, String text) {
        Matcher own = OWN_HEADER.matcher(text);
        boolean hasOwn = own.lookingAt();
        String header = hasOwn ? own.group() : HEADER;
        String body = text.substring(hasOwn ? own.end() : 0).stripTrailing();
        // The mark of the closing brace stands where the brace goes.
        String closed = body.endsWith(BRACE_MARK) ? body.replace(BRACE_MARK, "} " + BRACE_MARK) : body + "\n}";
        String type = """
                class %s {
                    static int field;
                    static int g(int x) { return x; }
                    static boolean h(int x) { return x > 0; }
                    static void use(int x) { }
                %s
                {
                %s
                }
                """;
        return new FlowCase(
                title, new SourceFile(name + ".java", type.formatted(name, header.stripTrailing(), closed)));
    }

    /** The cases of all files. */
    static List<FlowCase> all() {
        List<FlowCase> cases = new ArrayList<>();
        try (var paths = Files.list(FOLDER)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
                String topic = path.getFileName().toString().replace(".txt", "");
                List<String> texts =
                        TITLE.splitAsStream(Files.readString(path)).skip(1).toList();
                for (String text : texts) {
                    int titleEnd = text.indexOf('\n');
                    String title = topic + ": " + text.substring(0, titleEnd);
                    cases.add(of(title.replaceAll("\\W+", "_"), title, text.substring(titleEnd + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** What the rules say about it. */
    List<Diagnostic> diagnostics() {
        JavacTree.Method method = JavacTree.method(file);
        Diagnostics diagnostics = new Diagnostics();
        FlowRules.check(
                method.parameters(),
                method.returnsValue(),
                method.body(),
                method.name(),
                TestConstants.of(method.body()),
                diagnostics);
        return diagnostics.sorted();
    }

    /** The codes that the rules report, by line. */
    SortedMap<Integer, SortedSet<String>> reported() {
        SortedMap<Integer, SortedSet<String>> reported = new TreeMap<>();
        for (Diagnostic diagnostic : diagnostics()) {
            add(reported, diagnostic.span().line(), diagnostic.code().id());
        }
        return reported;
    }

    /** The codes that the text is marked with, by line. */
    SortedMap<Integer, SortedSet<String>> marked() {
        SortedMap<Integer, SortedSet<String>> marked = new TreeMap<>();
        for (int line = 1; line <= file.lineCount(); line++) {
            Matcher code = CODE.matcher(file.lineText(line));
            while (code.find()) {
                add(marked, line, code.group());
            }
        }
        return marked;
    }

    private static void add(SortedMap<Integer, SortedSet<String>> codes, int line, String code) {
        codes.computeIfAbsent(line, l -> new TreeSet<>()).add(code);
    }

    @Override
    public String toString() {
        return title + "\n" + file.text();
    }
}
