package dev.smelt.maven;

import dev.smelt.compiler.build.BuildException;
import dev.smelt.maven.metallib.DeploymentTarget;
import dev.smelt.maven.metallib.MetalToolchain;
import dev.smelt.maven.metallib.MetallibBuild;
import dev.smelt.maven.metallib.MetallibOutcome;
import dev.smelt.maven.metallib.MetallibRequest;
import dev.smelt.maven.metallib.Xcrun;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compiles the Metal text that {@code generate} wrote to libraries, {@code META-INF/smelt/*.metallib}, where Apple's
 * Metal compiler is present: on a Mac with Xcode. A jar without them works as well: the Mac then compiles the text when
 * it is first loaded.
 */
@Mojo(name = "metallib", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class MetallibMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /**
     * What to do about libraries:
     *
     * <ul>
     *   <li>{@code auto}: build them where Apple's compiler is present, and elsewhere say in one line why not
     *   <li>{@code require}: build them, or fail and say what to do; for the build that makes a release
     *   <li>{@code skip}: build none, and remove those that are there
     * </ul>
     *
     * An example: {@code mvn package -Dsmelt.metallib=require}.
     */
    @Parameter(property = "smelt.metallib", defaultValue = "auto", required = true)
    private String metallib;

    /**
     * The oldest macOS that has to load the libraries. It decides the version of the Metal Shading Language: from 14.0
     * MSL 3.1, from 15.0 MSL 3.2, from 26.0 MSL 4.0.
     */
    @Parameter(property = "smelt.deploymentTarget", defaultValue = "14.0", required = true)
    private String deploymentTarget;

    /** Where the {@code .metal} files are, and where the libraries go beside them. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /** The name of a command, or the path of one, relative to the project. */
    @Parameter(property = "smelt.xcrun", defaultValue = "xcrun", required = true)
    private String xcrun;

    /** Does nothing, as {@code generate} does. */
    @Parameter(property = "smelt.skip", defaultValue = "false")
    private boolean skip;

    private enum Mode {
        AUTO,
        REQUIRE,
        SKIP
    }

    @Override
    public void execute() throws MojoFailureException, MojoExecutionException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        Mode mode = mode();
        try {
            MetallibBuild build = new MetallibBuild(request(), new MetalToolchain(new Xcrun(command())));
            if (mode == Mode.SKIP) {
                build.removeLibraries();
                getLog().info("no library was built: smelt.metallib is skip");
            } else {
                report(build.run(), mode);
            }
        } catch (BuildException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("interrupted", e);
        }
    }

    private String command() {
        boolean isPath = xcrun.contains("/") || xcrun.contains(File.separator);
        return isPath ? project.getBasedir().toPath().resolve(xcrun).toString() : xcrun;
    }

    private MetallibRequest request() throws BuildException {
        Path build = Path.of(project.getBuild().getDirectory());
        List<Path> roots =
                project.getCompileSourceRoots().stream().map(Path::of).toList();
        return new MetallibRequest(
                classesDirectory.toPath().resolve("META-INF/smelt"),
                build.resolve("smelt").resolve("metallib"),
                DeploymentTarget.of(deploymentTarget),
                project.getBasedir().toPath(),
                roots);
    }

    private Mode mode() throws MojoFailureException {
        try {
            return Mode.valueOf(metallib.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("smelt.metallib is '" + metallib + "'; it can be auto, require or skip", e);
        }
    }

    private void report(MetallibOutcome outcome, Mode mode) throws MojoFailureException {
        MetalToolchain.Missing missing = outcome.missing();
        if (missing != null && mode == Mode.REQUIRE) {
            throw new MojoFailureException(
                    "cannot build libraries: " + missing.reason() + System.lineSeparator() + "  fix: " + missing.fix());
        }
        outcome.errors().forEach(getLog()::error);
        if (outcome.failed() > 0) {
            throw new MojoFailureException(outcome.summary());
        }
        getLog().info(outcome.summary());
    }
}
