package dev.smelt.compiler.msl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names that mean something in MSL, listed in {@code reserved-names.txt}, and the vector, packed vector and matrix
 * types, which follow a pattern. Those in {@code reserved-global-names.txt} only matter at the outermost level.
 */
final class ReservedNames {
    private static final Set<String> NAMES = load("reserved-names.txt");
    private static final Set<String> GLOBAL_NAMES = load("reserved-global-names.txt");
    private static final Pattern VECTOR_OR_MATRIX = Pattern.compile("(packed_|simd_|vector_|matrix_|atomic_)?"
            + "(bool|u?char|u?short|u?int|u?long|half|float|double|bfloat)(8|16|[234](x[234])?)");

    private ReservedNames() {}

    static boolean contains(String name) {
        return NAMES.contains(name) || VECTOR_OR_MATRIX.matcher(name).matches();
    }

    /** Whether a function or a struct must not have the name. */
    static boolean containsGlobally(String name) {
        return contains(name) || GLOBAL_NAMES.contains(name);
    }

    private static Set<String> load(String resource) {
        try (InputStream in = Objects.requireNonNull(ReservedNames.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile(" +").splitAsStream(line))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
