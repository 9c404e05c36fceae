package dev.smelt.maven.metallib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A shell script in the place of xcrun, which writes down how it was called. */
final class FakeXcrun {
    private final Path script;
    private final Path calls;

    private FakeXcrun(Path script, Path calls) {
        this.script = script;
        this.calls = calls;
    }

    /** Xcode with everything: the library holds the text that it was built from. */
    static FakeXcrun working(Path directory) throws IOException {
        return playing(directory, """
                case "$3 $4" in
                "metal --version") echo 'Apple metal version 32023.155 (metalfe-32023.155)' ;;
                metal\\ *) for f; do case "$f" in *.metal) in=$f ;; *.air) out=$f ;; esac; done
                    if grep -q BAD "$in"; then
                        echo "A.java:7:31: error: use of undeclared identifier 'BAD'"
                        echo "    out[i] = BAD;"
                        echo "             ^"
                        echo "A.java:9:5: warning: unused variable 'x' [-Wunused-variable]"
                        echo "1 warning and 1 error generated."
                        exit 1
                    fi
                    cat "$in" > "$out" ;;
                metallib\\ *) { echo library of; cat "$4"; } > "$6" ;;
                esac
                """);
    }

    /** An installation that fails like this. */
    static FakeXcrun failing(Path directory, int exitCode, String message) throws IOException {
        return playing(directory, "cat >&2 <<'END'\n" + message + "\nEND\nexit " + exitCode + "\n");
    }

    private static FakeXcrun playing(Path directory, String script) throws IOException {
        Path file = directory.resolve("xcrun");
        Path calls = directory.resolve("calls");
        Files.writeString(file, "#!/bin/sh\necho \"$*\" >> '" + calls + "'\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new FakeXcrun(file, calls);
    }

    MetalToolchain toolchain() {
        return new MetalToolchain(new Xcrun(script.toString()));
    }

    /** The arguments of each call so far, which are then forgotten. */
    List<String> calls() throws IOException {
        if (!Files.exists(calls)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(calls);
        Files.delete(calls);
        return lines;
    }
}
