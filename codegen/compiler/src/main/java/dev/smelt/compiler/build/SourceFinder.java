package dev.smelt.compiler.build;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the Java sources below the source roots, in an order that is the same on every machine. Skips
 * {@code package-info.java} and {@code module-info.java}, where there are no kernels, and what the build itself writes.
 */
final class SourceFinder {
    /**
     * A source.
     *
     * @param display how diagnostics name it: with forward slashes, relative to the base where it lies below it
     */
    record Found(Path path, String display) {}

    private final BuildRequest request;
    private final List<Found> found = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private SourceFinder(BuildRequest request) {
        this.request = request;
    }

    static List<Found> find(BuildRequest request) throws BuildException {
        SourceFinder finder = new SourceFinder(request);
        for (Path root : request.sourceRoots()) {
            finder.search(root);
        }
        finder.found.sort(Comparator.comparing(Found::display));
        return finder.found;
    }

    private void search(Path root) throws BuildException {
        Path directory = request.base().resolve(root);
        if (!Files.exists(directory)) {
            throw new BuildException("source directory does not exist: " + root);
        }
        if (!Files.isDirectory(directory)) {
            throw new BuildException("not a directory: " + root);
        }
        if (isOutput(directory)) {
            throw new BuildException("source directory is also the output directory: " + root);
        }
        try {
            Files.walkFileTree(
                    directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root));
        } catch (IOException e) {
            throw new BuildException("cannot search source directory " + root + ": " + Reason.of(e), e);
        }
    }

    private boolean isOutput(Path directory) {
        Path normal = directory.normalize();
        return normal.equals(request.sourcesOutput()) || normal.equals(request.classesOutput());
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
    }

    private String display(Path root, Path file) {
        Path below = request.base().resolve(root).relativize(file);
        Path shown = root.isAbsolute() && file.normalize().startsWith(request.base())
                ? request.base().relativize(file.normalize())
                : root.resolve(below).normalize();
        return shown.toString().replace('\\', '/');
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return isOutput(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            // Roots may overlap, and links may lead to the same file twice: it is still one source.
            if (attributes.isRegularFile() && isSource(file) && seen.add(file.toRealPath())) {
                found.add(new Found(file, display(root, file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE; // a link to a directory above it: seen already
            }
            return super.visitFileFailed(file, e);
        }
    }
}
