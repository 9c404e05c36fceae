package dev.smelt.compiler.build;

import dev.smelt.compiler.SmeltCompiler;
import dev.smelt.dsl.Builtin;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells one compiler from another: a fingerprint of the jars (or directories) that the compiler and the declarations of
 * the builtins are loaded from. A version number would not do, since snapshots share theirs.
 */
final class CompilerIdentity {
    private CompilerIdentity() {}

    static String current() throws BuildException {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(SmeltCompiler.class, Builtin.class)) {
            places.add(placeOf(type));
        }
        Fingerprint fingerprint = new Fingerprint();
        try {
            for (Path place : places) {
                add(fingerprint, place);
            }
        } catch (IOException e) {
            throw new BuildException("cannot read the compiler's own files: " + Reason.of(e), e);
        }
        return fingerprint.toHex();
    }

    private static Path placeOf(Class<?> type) throws BuildException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new BuildException("cannot find the jar of " + type.getName());
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new BuildException("cannot find the jar of " + type.getName() + ": " + e.getMessage(), e);
        }
    }

    private static void add(Fingerprint fingerprint, Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            fingerprint.add(Files.readAllBytes(place));
            return;
        }
        try (Stream<Path> walk = Files.walk(place)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                fingerprint.add(place.relativize(file).toString());
                fingerprint.add(Files.readAllBytes(file));
            }
        }
    }
}
