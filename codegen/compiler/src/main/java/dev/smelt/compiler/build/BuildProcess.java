package dev.smelt.compiler.build;

import dev.smelt.compiler.SmeltCompiler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds in a JVM of its own, which is told that it will not live long. In Maven's, which is not, more than half of the
 * processor time of a large build would go into the optimising compiler, for code that is over by then.
 *
 * <p>The request is the command line of the process, and the reply ({@link BuildReply}) what it writes to its standard
 * output. What else it has to say, it says on the standard error of this one.
 */
final class BuildProcess {
    /** Other JVMs than HotSpot do without. */
    private static final List<String> OPTIONS =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** What the process writes first. One that never does could not be started. */
    private static final int STARTED = 1;

    private final Path java;
    private final String compilerIdentity;

    /** Builds by the same Java that runs this. */
    BuildProcess(String compilerIdentity) {
        this(Path.of(System.getProperty("java.home"), "bin", "java"), compilerIdentity);
    }

    BuildProcess(Path java, String compilerIdentity) {
        this.java = java;
        this.compilerIdentity = compilerIdentity;
    }

    /**
     * Builds.
     *
     * @return empty if there can be no such process here; nothing has been done then
     * @throws BuildException what the build throws there, or that it came to no end
     */
    Optional<BuildOutcome> build(BuildRequest request) throws BuildException {
        Optional<String> classPath = classPath();
        if (classPath.isEmpty()) {
            return Optional.empty();
        }
        Process process;
        try {
            process = new ProcessBuilder(command(classPath.get(), request))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            return in.read() == STARTED ? Optional.of(BuildReply.read(in)) : Optional.empty();
        } catch (EOFException e) {
            throw new BuildException("the compiler ended before its work was done; what it said stands above", e);
        } catch (IOException e) {
            throw new BuildException("cannot talk to the compiler: " + Reason.of(e), e);
        } finally {
            process.destroy();
        }
    }

    private List<String> command(String classPath, BuildRequest request) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath, BuildProcess.class.getName(), compilerIdentity));
        command.addAll(List.of(
                request.base().toString(),
                request.sourcesOutput().toString(),
                request.classesOutput().toString(),
                request.stateFile().toString(),
                Boolean.toString(request.checks()),
                Boolean.toString(request.force())));
        request.sourceRoots().forEach(root -> command.add(root.toString()));
        return command;
    }

    private static BuildRequest request(List<String> arguments) {
        return new BuildRequest(
                Path.of(arguments.get(0)),
                arguments.subList(6, arguments.size()).stream().map(Path::of).toList(),
                Path.of(arguments.get(1)),
                Path.of(arguments.get(2)),
                Path.of(arguments.get(3)),
                Boolean.parseBoolean(arguments.get(4)),
                Boolean.parseBoolean(arguments.get(5)));
    }

    /** Where the compiler and all that it needs is loaded from; empty if that cannot be found out. */
    private static Optional<String> classPath() {
        if (!(SmeltCompiler.class.getClassLoader() instanceof URLClassLoader loader)) {
            return Optional.ofNullable(System.getProperty("java.class.path"));
        }
        List<String> places = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                places.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException | RuntimeException e) {
                return Optional.empty(); // no file: there is no other way to tell than by what Path throws
            }
        }
        return Optional.of(String.join(File.pathSeparator, places));
    }

    /** The process: the compiler's identity, then the request. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            out.write(STARTED);
            BuildReply.write(
                    out,
                    new KernelBuild(SmeltCompiler::compile, given.get(0)),
                    request(given.subList(1, given.size())));
        }
    }
}
