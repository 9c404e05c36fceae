package dev.smelt.compiler.msl;

import dev.smelt.dsl.Builtin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Smelt's own functions in MSL. Each family of overloads is a file {@code smelt_x.metal}: those that builtins name lie
 * beside their declarations in {@code dsl}, those that only operators need lie here. A file is emitted when it is used,
 * behind the files that it uses itself.
 */
final class SupportLibrary {
    private static final String PREFIX = "smelt_";
    private static final Pattern NAME = Pattern.compile("\\b" + PREFIX + "\\w+");

    private final Set<String> used = new TreeSet<>();

    /** Notes all names of support functions in the spelling of a builtin or of an operator. */
    String use(String spelling) {
        if (!spelling.contains(PREFIX)) {
            return spelling;
        }
        Matcher names = NAME.matcher(spelling);
        while (names.find()) {
            used.add(names.group());
        }
        return spelling;
    }

    /** The text of what was used, callees first. */
    String text() {
        Map<String, String> texts = new LinkedHashMap<>();
        used.forEach(name -> add(name, texts));
        return String.join("\n", texts.values());
    }

    private static void add(String name, Map<String, String> texts) {
        if (texts.containsKey(name)) {
            return;
        }
        String text = load(name);
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!names.group().equals(name)) {
                add(names.group(), texts);
            }
        }
        texts.put(name, text);
    }

    private static String load(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new AssertionError("no support function " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String name) {
        InputStream fromDsl = Builtin.class.getResourceAsStream("msl/" + name + ".metal");
        return fromDsl != null ? fromDsl : SupportLibrary.class.getResourceAsStream(name + ".metal");
    }
}
