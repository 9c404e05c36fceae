package dev.smelt.maven.metallib;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Apple's Metal compiler. Whether it is there shows only when it runs: with Xcode 26, {@code xcrun --find metal} finds a
 * tool that then fails for want of its toolchain.
 */
public final class MetalToolchain {
    /** What a probe found. */
    sealed interface Probe permits Found, Missing {}

    /**
     * It works.
     *
     * @param version what it says about itself
     */
    record Found(String version) implements Probe {}

    /**
     * It does not work.
     *
     * @param reason why, in one line
     * @param fix what to do or to type, in one line
     * @param canBeFixed whether it can be done on this machine
     */
    public record Missing(String reason, String fix, boolean canBeFixed) implements Probe {
        Missing(String reason, String fix) {
            this(reason, fix, true);
        }
    }

    private static final String INSTALL_XCODE = "install Xcode from the App Store, then type:"
            + " sudo xcode-select --switch /Applications/Xcode.app/Contents/Developer";

    private final Xcrun xcrun;

    public MetalToolchain(Xcrun xcrun) {
        this.xcrun = xcrun;
    }

    Xcrun xcrun() {
        return xcrun;
    }

    Probe probe(Path directory) throws InterruptedException {
        Xcrun.Result result;
        try {
            result = xcrun.run(directory, List.of("metal", "--version"));
        } catch (IOException e) {
            return noXcrun();
        }
        return result.exitCode() == 0
                ? new Found(result.output().strip())
                : explain(result.exitCode(), result.output());
    }

    private Missing noXcrun() {
        String system = System.getProperty("os.name", "unknown");
        String reason = "there is no '" + xcrun.executable() + "' here";
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return new Missing(reason, INSTALL_XCODE);
        }
        return new Missing(
                reason + " (" + system + "), and Metal's compiler runs on macOS only",
                "build on a Mac with Xcode, or without -Dsmelt.metallib=require",
                false);
    }

    /** The failures of an installation that are known, with what mends them. */
    private static Missing explain(int exitCode, String output) {
        if (output.contains("missing Metal Toolchain")) {
            return new Missing(
                    "Xcode is installed without its Metal toolchain",
                    "type: xcodebuild -downloadComponent MetalToolchain");
        }
        if (output.contains("unable to find utility \"metal\"")
                || output.contains("SDK \"macosx\" cannot be located")
                || output.contains("invalid active developer path")) {
            return new Missing(
                    "xcrun finds no Metal compiler; Xcode has one, the Command Line Tools alone have none",
                    INSTALL_XCODE);
        }
        if (output.contains("license")) {
            return new Missing("the licence of Xcode has not been agreed to", "type: sudo xcodebuild -license accept");
        }
        String said = output.lines().filter(line -> !line.isBlank()).findFirst().orElse("nothing");
        return new Missing(
                "'xcrun -sdk macosx metal --version' ended with exit code " + exitCode + " and said: " + said.strip(),
                "make that command work, then build again");
    }
}
