package dev.smelt.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes a Java source at random, token by token. */
public final class Mutants {
    private static final Pattern TOKEN = Pattern.compile("\\w+|\\s+|[^\\w\\s]");
    private static final List<String> INSERTED = List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            ";",
            ",",
            ".",
            "...",
            "::",
            "->",
            "@",
            "?",
            ":",
            "=",
            "+",
            "-",
            "--",
            "*",
            "/",
            "/*",
            "*/",
            "//",
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\\u",
            "\\u0022",
            "\\u007d",
            "\0",
            "\u001a",
            "\uFFFD",
            "\uD800",
            "\uD83D\uDE00",
            "é",
            "\u202E",
            "#",
            "`",
            "class",
            "record",
            "sealed",
            "non-sealed",
            "enum",
            "interface",
            "@interface",
            "int",
            "float",
            "double",
            "char",
            "void",
            "var",
            "yield",
            "switch",
            "case",
            "default",
            "if",
            "else",
            "for",
            "while",
            "do",
            "return",
            "break",
            "continue",
            "new",
            "this",
            "super",
            "null",
            "true",
            "static",
            "final",
            "import",
            "package",
            "throw",
            "try",
            "catch",
            "instanceof",
            "assert",
            "goto",
            "const",
            "_",
            "$",
            "@Kernel",
            "@Uniform",
            "@ThreadPositionInGrid",
            "@Threadgroup(4)",
            "0",
            "08",
            "0x",
            "1e",
            "99999999999",
            "1f",
            "1.5",
            "0f/0f",
            "i",
            "x",
            "sum",
            "p",
            "Float2",
            "Float3",
            "Half",
            "Math",
            "x[i]",
            "(float)",
            "(int)",
            "sum++",
            "Float.NaN",
            "-2147483648",
            "1L",
            "i / 0",
            "x.length");

    private final List<String> tokens;

    public Mutants(String text) {
        this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text with one to three changes: tokens removed, doubled, swapped, replaced or inserted. */
    public String next(Random random) {
        List<String> mutant = new ArrayList<>(tokens);
        int changes = 1 + random.nextInt(3);
        for (int k = 0; k < changes; k++) {
            int at = random.nextInt(mutant.size());
            int other = random.nextInt(mutant.size());
            switch (random.nextInt(6)) {
                case 0 -> mutant.remove(at);
                case 1 -> mutant.add(at, mutant.get(at));
                case 2 -> {
                    String swapped = mutant.set(at, mutant.get(other));
                    mutant.set(other, swapped);
                }
                case 3 -> mutant.set(at, mutant.get(other));
                case 4 -> mutant.set(at, INSERTED.get(random.nextInt(INSERTED.size())));
                default -> mutant.add(at, INSERTED.get(random.nextInt(INSERTED.size())));
            }
        }
        return String.join("", mutant);
    }
}
