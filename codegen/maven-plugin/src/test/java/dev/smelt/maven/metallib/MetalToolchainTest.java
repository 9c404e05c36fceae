package dev.smelt.maven.metallib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.maven.metallib.MetalToolchain.Found;
import dev.smelt.maven.metallib.MetalToolchain.Missing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MetalToolchainTest {
    @TempDir
    private Path directory;

    @Test
    void findsAWorkingCompilerByRunningIt() throws Exception {
        FakeXcrun xcrun = FakeXcrun.working(directory);

        assertThat(xcrun.toolchain().probe(directory))
                .isEqualTo(new Found("Apple metal version 32023.155 (metalfe-32023.155)"));
        assertThat(xcrun.calls()).containsExactly("-sdk macosx metal --version");
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void explainsThatThereIsNoXcrunElsewhere() throws Exception {
        MetalToolchain toolchain = new MetalToolchain(new Xcrun("xcrun-that-is-absent"));

        assertThat(toolchain.probe(directory)).isInstanceOfSatisfying(Missing.class, missing -> {
            assertThat(missing.reason())
                    .isEqualTo("there is no 'xcrun-that-is-absent' here (" + System.getProperty("os.name")
                            + "), and Metal's compiler runs on macOS only");
            assertThat(missing.fix()).startsWith("build on a Mac with Xcode");
        });
    }

    @Test
    void recognisesCommandLineToolsWithoutXcode() throws Exception {
        Missing missing =
                failing(72, "xcrun: error: unable to find utility \"metal\", not a developer tool or in PATH");

        assertThat(missing.reason()).contains("the Command Line Tools alone have none");
        assertThat(missing.fix())
                .isEqualTo("install Xcode from the App Store, then type:"
                        + " sudo xcode-select --switch /Applications/Xcode.app/Contents/Developer");
    }

    @Test
    void recognisesAMissingToolchain() throws Exception {
        Missing missing = failing(
                1,
                "error: error: cannot execute tool 'metal' due to missing Metal Toolchain;"
                        + " use: xcodebuild -downloadComponent MetalToolchain");

        assertThat(missing.reason()).isEqualTo("Xcode is installed without its Metal toolchain");
        assertThat(missing.fix()).isEqualTo("type: xcodebuild -downloadComponent MetalToolchain");
    }

    @Test
    void recognisesALicenceNotAgreedTo() throws Exception {
        Missing missing = failing(69, "You have not agreed to the Xcode license agreements.");

        assertThat(missing.fix()).isEqualTo("type: sudo xcodebuild -license accept");
    }

    @Test
    void quotesAFailureThatIsUnknown() throws Exception {
        Missing missing = failing(3, "\nxcrun: error: something new\nmore");

        assertThat(missing.reason()).endsWith("ended with exit code 3 and said: xcrun: error: something new");
    }

    private Missing failing(int exitCode, String message) throws Exception {
        return (Missing)
                FakeXcrun.failing(directory, exitCode, message).toolchain().probe(directory);
    }
}
