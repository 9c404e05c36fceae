package dev.smelt.maven.metallib;

import dev.smelt.compiler.build.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A Metal text and the library beside it.
 *
 * @param name the binary name of the class it was generated from, such as {@code demo.Activations}
 */
record MetalText(Path directory, String name) {
    Path text() {
        return directory.resolve(name + ".metal");
    }

    Path library() {
        return directory.resolve(name + ".metallib");
    }

    /** The copy of the text that is compiled. */
    Path copy(Path work) {
        return work.resolve(name + ".metal");
    }

    static List<String> compileCommand(DeploymentTarget target, String name) {
        return List.of(
                "metal",
                "-std=" + target.standard(),
                "-mmacosx-version-min=" + target.macos(),
                "-fno-fast-math",
                "-ffp-contract=off",
                "-frecord-sources",
                "-gline-tables-only",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-c",
                name + ".metal",
                "-o",
                name + ".air");
    }

    static List<String> linkCommand(String name) {
        return List.of("metallib", name + ".air", "-o", name + ".metallib");
    }

    /**
     * Compiles a copy of the text in the work directory, and puts the library in its place when it is whole. The
     * commands name files without directories, so that no machine's paths get into the library.
     */
    Xcrun.Result compile(Xcrun xcrun, DeploymentTarget target, Path work) throws IOException, InterruptedException {
        Files.copy(text(), copy(work), StandardCopyOption.REPLACE_EXISTING);
        Xcrun.Result result = xcrun.run(work, compileCommand(target, name));
        if (result.exitCode() == 0) {
            result = xcrun.run(work, linkCommand(name));
        }
        if (result.exitCode() == 0) {
            AtomicFiles.move(work.resolve(name + ".metallib"), library());
        }
        return result;
    }
}
