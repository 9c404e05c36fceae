package dev.smelt.maven.metallib;

import dev.smelt.compiler.build.BuildException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The oldest macOS that has to load a library, and the language version that goes with it.
 *
 * @param macos such as {@code 14.0}
 * @param standard as {@code -std} wants it, such as {@code metal3.1}
 */
public record DeploymentTarget(String macos, String standard) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){0,2}");

    /** Of a version such as {@code 14.0} or {@code 15}. */
    public static DeploymentTarget of(String text) throws BuildException {
        String version = text.strip();
        Matcher matcher = VERSION.matcher(version);
        int major = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        // After macOS 15 came 26.
        if (major < 14 || (major > 15 && major < 26)) {
            throw new BuildException("deployment target is '" + text + "'; it can be 14.0, 15.0 or 26.0, or later");
        }
        String standard = major == 14 ? "metal3.1" : major == 15 ? "metal3.2" : "metal4.0";
        return new DeploymentTarget(version.contains(".") ? version : version + ".0", standard);
    }
}
