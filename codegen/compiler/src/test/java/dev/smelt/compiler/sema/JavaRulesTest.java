package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.sema.flow.Javac;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
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
import org.junit.jupiter.api.Test;

/**
 * What Java says about types, conversions, operators and names, javac and this compiler must both say: each statement
 * here is a kernel on a line of its own, and the lines that the two refuse are compared.
 */
class JavaRulesTest {
    private static final List<String> SCALARS = List.of("boolean", "byte", "short", "int", "long", "float");
    /** A parameter of each scalar type. */
    private static final List<String> VARIABLES = List.of("z", "b", "s", "i", "l", "f");

    private static final List<String> OPERATORS = List.of(
            "+", "-", "*", "/", "%", "<<", ">>", ">>>", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^", "&&", "||");
    private static final List<String> CONSTANTS = List.of(
            "0",
            "1",
            "-1",
            "127",
            "128",
            "-128",
            "-129",
            "32767",
            "32768",
            "-32768",
            "-32769",
            "65536",
            "2147483647",
            "-2147483648",
            "2147483648",
            "-2147483649",
            "0x7fffffff",
            "0xffffffff",
            "0x1_0000_0000",
            "0b1111",
            "017",
            "09",
            "1L",
            "9223372036854775807L",
            "9223372036854775808L",
            "-9223372036854775808L",
            "0xffffffffffffffffL",
            "1f",
            "1e40f",
            "1e-50f",
            "0e-50f",
            "0x1p3f",
            "1_000",
            "true",
            "false",
            "1 + 2",
            "1 << 7",
            "1 << 31",
            "100 + 28",
            "100 + 27",
            "(byte) 300",
            "(short) 70000",
            "true ? 1 : 2",
            "true ? 1 : 200",
            "1 < 2",
            "1 < 2 ? 1 : 0",
            "~0",
            "-(-128)",
            "+5",
            "!true",
            "5 / 2",
            "7 % 3",
            "BYTE",
            "SHORT",
            "INT",
            "LONG",
            "FLOAT",
            "FLAG",
            "INT + BYTE",
            "BYTE + 1",
            "(byte) INT",
            "Integer.MAX_VALUE",
            "Integer.MIN_VALUE",
            "Byte.MAX_VALUE",
            "Short.MIN_VALUE",
            "Long.MAX_VALUE",
            "Float.MAX_VALUE",
            "Rules.INT",
            "Rules.Inner.DEEP");

    private final List<String> statements = new ArrayList<>();

    @Test
    void convertsAsJavaDoes() {
        for (int to = 0; to < SCALARS.size(); to++) {
            for (String from : VARIABLES) {
                statements.add(SCALARS.get(to) + " x = " + from + ";");
                statements.add(VARIABLES.get(to) + " = " + from + ";");
                statements.add("var x = (" + SCALARS.get(to) + ") " + from + ";");
            }
        }
        for (String to : SCALARS) {
            for (String constant : CONSTANTS) {
                statements.add(to + " x = " + constant + ";");
                statements.add("final " + to + " x = " + constant + "; byte y = x;");
                statements.add("var x = (" + to + ") (" + constant + "); short y = x;");
            }
        }
        agree();
    }

    @Test
    void operatesAsJavaDoes() {
        for (String operator : OPERATORS) {
            for (String left : VARIABLES) {
                for (String right : VARIABLES) {
                    for (String type : SCALARS) {
                        statements.add(type + " x = " + left + " " + operator + " " + right + ";");
                    }
                    if (!operator.matches("[<>!=]=|[<>]|&&|\\|\\|")) {
                        statements.add(left + " " + operator + "= " + right + ";");
                    }
                }
            }
        }
        for (String operator : List.of("+", "-", "~", "!", "++", "--")) {
            for (String operand : VARIABLES) {
                for (String type : SCALARS) {
                    statements.add(type + " x = " + operator + operand + ";");
                    if (operator.length() == 2) {
                        statements.add(type + " x = " + operand + operator + ";");
                    }
                }
            }
        }
        agree();
    }

    @Test
    void choosesAsJavaDoes() {
        List<String> values = new ArrayList<>(VARIABLES);
        values.addAll(List.of("1", "-1", "200", "40000", "1L", "1f", "true", "BYTE", "SHORT", "INT", "(byte) 1"));
        for (String then : values) {
            for (String otherwise : values) {
                for (String type : SCALARS) {
                    statements.add(type + " x = z ? " + then + " : " + otherwise + ";");
                    statements.add("var x = switch (i) { case 0 -> " + then + "; default -> " + otherwise + "; }; "
                            + type + " y = x;");
                }
                statements.add("if (" + then + ") f = " + otherwise + ";");
            }
        }
        for (String value : values) {
            statements.add("switch (" + value + ") { case 1: f = 1f; }");
            statements.add("switch (b) { case " + value + ": f = 1f; }");
            statements.add("switch (s) { case " + value + ": f = 1f; }");
            statements.add("switch (i) { case " + value + " -> f = 1f; default -> f = 2f; }");
            statements.add("while (" + value + ") { f = 1f; if (f > 2f) break; }");
            statements.add("fa[" + value + "] = 1f;");
            statements.add("fa[0] = " + value + ";");
            statements.add("ba[0] = " + value + ";");
            statements.add("ba[0] += " + value + ";");
            statements.add("float x = fa[" + value + "] + ia[" + value + "];");
        }
        // Refused by Java, as comparisons of what is no number; what Java has and kernels don't is not written here.
        statements.removeIf(statement -> statement.startsWith("switch (l") || statement.contains("fa[-1]"));
        statements.removeIf(statement -> statement.contains("ia[-1]"));
        agree();
    }

    @Test
    void resolvesOverloadsAsJavaDoes() {
        List<String> values = new ArrayList<>(VARIABLES);
        values.addAll(List.of("1", "1L", "1f", "(byte) 1", "(short) 1", "true", "v2", "v3", "fa", "ia", "h"));
        for (String first : values) {
            for (String function : List.of("one", "wide", "flag", "vec", "array", "half", "abs", "min", "missing")) {
                for (String type : List.of("byte", "short", "int", "long", "float")) {
                    statements.add(type + " x = " + function + "(" + first + ");");
                }
                statements.add("boolean x = " + function + "(" + first + ");");
            }
            for (String second : values) {
                statements.add("int x = two(" + first + ", " + second + ");");
                statements.add("long x = Math.max(" + first + ", " + second + ");");
                statements.add("var x = new Float2(" + first + ", " + second + ");");
                statements.add("var x = v2.add(" + first + ").mul(" + second + ");");
                statements.add("var x = Other.two(" + first + ", " + second + ");");
            }
        }
        // Math.max takes floats as well; what is assigned to a long is then refused by both.
        agree();
    }

    /** Single statements, one a line; what only one of the two compilers refuses must be known. */
    @Test
    void agreesOnManySmallStatements() throws IOException {
        Files.readAllLines(Path.of("src/test/resources/sema/statements.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(statements::add);
        agree();
    }

    private void agree() {
        StringBuilder text = new StringBuilder("""
                import static dev.smelt.dsl.Msl.*; import dev.smelt.dsl.*; import java.util.*;
                final class Rules extends Base {
                    static final byte BYTE = 5; static final short SHORT = 300; static final int INT = 70000;
                    static final long LONG = 1L << 40; static final float FLOAT = 1.5f; static final boolean FLAG = true;
                    static final int NOT_CONSTANT = Integer.parseInt("1"); static int mutable; int instance;
                    static final class Inner { static final int DEEP = 7; static float twice(float x) { return 2f * x; } }
                    static int one(int x) { return x; } static float one(float x) { return x; }
                    static long wide(long x) { return x; }
                    static boolean flag(boolean x) { return x; }
                    static float vec(Float2 v) { return v.x(); } static int vec(Float3 v) { return 1; }
                    static float array(float[] a) { return a[0]; } static int array(int[] a) { return a[0]; }
                    static float half(Half h) { return h.floatValue(); }
                    static int two(int a, long b) { return 1; } static float two(float a, float b) { return 1f; }
                    static int two(long a, int b) { return 1; }
                    static void nothing(int x) {}
                """);
        int first = (int) text.chars().filter(c -> c == '\n').count() + 1;
        for (int k = 0; k < statements.size(); k++) {
            text.append("@Kernel static void k").append(k).append("""
                    (boolean z, byte b, short s, int i, long l, float f, Float2 v2, Float3 v3, Int2 i2, Float2x2 m2, \
                    Half h, float[] fa, int[] ia, byte[] ba, Float2[] va, @ThreadPositionInGrid int t) { \
                    fa[t] = 0f; %s }
                    """.formatted(
                            statements.get(k).replace("%", "%%").replace("%%", "%")));
        }
        text.append("}\n");
        SourceFile rules = new SourceFile("Rules.java", text.toString());
        SourceFile other = new SourceFile("Other.java", """
                class Other { static int two(byte a, float b) { return 1; } static int two(int a, int b) { return 2; }
                static final float PI = 3.5f; }
                class Base { static final int INHERITED = 3; static float inherited(float x) { return x; } }
                """);
        SortedMap<Integer, String> javac = Javac.errors(List.of(rules, other)).get(0);
        SortedMap<Integer, String> smelt = new TreeMap<>();
        CompilationResult result = Compiling.compile(List.of(rules, other), 60);
        for (Diagnostic diagnostic : result.diagnostics()) {
            if (diagnostic.isError()) {
                smelt.merge(
                        diagnostic.span().line(),
                        diagnostic.code().id() + " " + diagnostic.message(),
                        (a, b) -> a + "; " + b);
            }
        }
        SortedSet<Integer> lines = new TreeSet<>(javac.keySet());
        lines.addAll(smelt.keySet());
        List<String> differences = new ArrayList<>();
        for (int line : lines) {
            if (javac.containsKey(line) != smelt.containsKey(line)) {
                String statement = line < first ? rules.lineText(line) : statements.get(line - first);
                differences.add(
                        javac.containsKey(line)
                                ? "only javac refuses: " + statement + "   "
                                        + javac.get(line).lines().findFirst().orElse("")
                                : "only smelt refuses: " + statement + "   " + smelt.get(line));
            }
        }
        String known = read(Path.of("src/test/resources/sema/known.txt"));
        differences.removeIf(d -> known.contains("\n" + d.substring(0, d.indexOf("   ")) + "\n"));
        assertThat(differences).isEmpty();
    }

    private static String read(Path path) {
        try {
            return "\n" + Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
