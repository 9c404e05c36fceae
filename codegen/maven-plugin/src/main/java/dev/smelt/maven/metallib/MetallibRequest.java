package dev.smelt.maven.metallib;

import java.nio.file.Path;
import java.util.List;

/**
 * Which libraries to build.
 *
 * @param directory holds the {@code .metal} files and receives the libraries
 * @param workDirectory for what is in between, and for what the next build wants to know
 * @param base what the paths in messages are relative to
 * @param sourceRoots where to look for the Java sources that messages name
 */
public record MetallibRequest(
        Path directory, Path workDirectory, DeploymentTarget target, Path base, List<Path> sourceRoots) {
    public MetallibRequest {
        sourceRoots = List.copyOf(sourceRoots);
    }
}
