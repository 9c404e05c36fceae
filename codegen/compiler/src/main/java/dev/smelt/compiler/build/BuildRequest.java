package dev.smelt.compiler.build;

import java.nio.file.Path;
import java.util.List;

/**
 * One build: from where, to where.
 *
 * @param base what relative paths start from, and what the paths in diagnostics are relative to: the working directory or
 *     the project's
 * @param sourceRoots directories searched for {@code *.java}, at any depth
 * @param sourcesOutput receives the generated Java sources; it is never searched, even below a source root
 * @param classesOutput receives {@code META-INF/smelt/...}; never searched either
 * @param stateFile remembers what was built from what, for the next build
 * @param checks whether kernels may have {@code assert} and are checked by default
 * @param force builds even if nothing has changed
 */
public record BuildRequest(
        Path base,
        List<Path> sourceRoots,
        Path sourcesOutput,
        Path classesOutput,
        Path stateFile,
        boolean checks,
        boolean force) {
    /** One without {@code checks}. */
    public BuildRequest(
            Path base, List<Path> sourceRoots, Path sourcesOutput, Path classesOutput, Path stateFile, boolean force) {
        this(base, sourceRoots, sourcesOutput, classesOutput, stateFile, false, force);
    }

    public BuildRequest {
        base = base.toAbsolutePath().normalize();
        sourceRoots = List.copyOf(sourceRoots);
        sourcesOutput = base.resolve(sourcesOutput).normalize();
        classesOutput = base.resolve(classesOutput).normalize();
        stateFile = base.resolve(stateFile).normalize();
    }
}
