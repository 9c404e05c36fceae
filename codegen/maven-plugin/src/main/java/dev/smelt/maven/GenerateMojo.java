package dev.smelt.maven;

import dev.smelt.compiler.build.BuildException;
import dev.smelt.compiler.build.BuildOutcome;
import dev.smelt.compiler.build.BuildRequest;
import dev.smelt.compiler.build.KernelBuild;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles the kernels of the project: methods with {@code @Kernel} become Metal text under {@code META-INF/smelt} in the
 * classes directory, and Java that is compiled with the project: a typed wrapper {@code FooKernels} for each class
 * {@code Foo} with kernels, and its kernels for the JVM device.
 *
 * <p>Mistakes in kernels are reported as {@code File.java:LINE:COL: error[Sdddd]: message} and fail the build. If no
 * source has changed, nothing is done; generated files that stay the same are not touched.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class GenerateMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /**
     * Directories searched for kernels and for the helpers, constants and records that they use. The default is all
     * directories of sources that the project compiles, less what this goal generates. An example:
     *
     * <pre>{@code
     * <sourceDirectories>
     *   <sourceDirectory>src/main/kernels</sourceDirectory>
     * </sourceDirectories>
     * }</pre>
     */
    @Parameter
    private List<File> sourceDirectories = List.of();

    /**
     * Receives the generated Java, and is added to the directories that the project compiles. It belongs to this goal:
     * what an earlier build generated there is removed when its kernel is. A second execution needs one of its own.
     */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/smelt", required = true)
    private File outputDirectory;

    /** Receives {@code META-INF/smelt/*.metal}, which the generated wrappers load from the class path. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /**
     * Generates for checked mode: {@code assert} statements in kernels are accepted, and kernels check indices, divisors
     * and assertions on every device, unless the program runs with {@code -Dsmelt.checks=false}. Without this, kernels do
     * so where the program runs with {@code -Dsmelt.checks=true}. An example: {@code mvn verify -Dsmelt.checks=true}
     * builds so, and runs the tests so.
     */
    @Parameter(property = "smelt.checks", defaultValue = "false")
    private boolean checks;

    /** Generates even if no source has changed since the last build: {@code mvn compile -Dsmelt.force}. */
    @Parameter(property = "smelt.force", defaultValue = "false")
    private boolean force;

    /** Does nothing. Code that uses the generated wrappers will not compile then. */
    @Parameter(property = "smelt.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        BuildOutcome outcome = build();
        project.addCompileSourceRoot(outputDirectory.getAbsolutePath());
        for (BuildOutcome.Message message : outcome.messages()) {
            if (message.isError()) {
                getLog().error(message.text());
            } else {
                getLog().warn(message.text());
            }
        }
        if (outcome.failed()) {
            throw new MojoFailureException("kernels do not compile: " + outcome.counts());
        }
        getLog().info(outcome.summary());
    }

    private BuildOutcome build() throws MojoFailureException {
        Path base = project.getBasedir().toPath();
        BuildRequest request = new BuildRequest(
                base, sourceRoots(), outputDirectory.toPath(), classesDirectory.toPath(), stateFile(), checks, force);
        try {
            return KernelBuild.run(request);
        } catch (BuildException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
    }

    /** Maven lists directories that may not exist, such as src/main/java; one that was asked for must exist. */
    private List<Path> sourceRoots() {
        if (!sourceDirectories.isEmpty()) {
            return sourceDirectories.stream().map(File::toPath).toList();
        }
        Path own = outputDirectory.toPath();
        return project.getCompileSourceRoots().stream()
                .map(Path::of)
                .filter(root -> !root.equals(own) && Files.isDirectory(root))
                .toList();
    }

    /** One for each output directory, since a project may run the goal more than once. */
    private Path stateFile() {
        Path build = Path.of(project.getBuild().getDirectory());
        String output = build.relativize(outputDirectory.toPath()).toString();
        return build.resolve("smelt").resolve(output.replaceAll("[^A-Za-z0-9.]+", "-") + ".state");
    }
}
