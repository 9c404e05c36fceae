package dev.smelt.compiler.build;

import java.util.List;

/**
 * What came of a build.
 *
 * @param messages the rendered diagnostics, by file and place; warnings come again when nothing had to be built, so that
 *     what a build says depends on the sources and not on its history
 * @param sources how many sources were read
 * @param files how many generated files there are; 0 if the build failed
 * @param written how many of them were new or had changed
 * @param deleted how many files of earlier builds were removed
 */
public record BuildOutcome(Status status, List<Message> messages, int sources, int files, int written, int deleted) {
    /** How it ended. */
    public enum Status {
        GENERATED,
        UP_TO_DATE,
        FAILED
    }

    /**
     * A rendered diagnostic.
     *
     * @param text {@code File.java:LINE:COL: error[Sdddd]: ...} and the lines below it, without a line end at the end
     */
    public record Message(boolean isError, String text) {}

    public BuildOutcome {
        messages = List.copyOf(messages);
    }

    public boolean failed() {
        return status == Status.FAILED;
    }

    /** Such as {@code 2 errors, 1 warning}; empty if there are neither. */
    public String counts() {
        long errors = messages.stream().filter(Message::isError).count();
        long warnings = messages.size() - errors;
        String separator = errors > 0 && warnings > 0 ? ", " : "";
        return (errors > 0 ? count(errors, "error") : "")
                + separator
                + (warnings > 0 ? count(warnings, "warning") : "");
    }

    /** One line that says what was done. */
    public String summary() {
        return switch (status) {
            case FAILED -> counts();
            case UP_TO_DATE ->
                "nothing to do: " + count(files, "generated file") + " up to date with " + count(sources, "source");
            case GENERATED ->
                "generated " + count(files, "file") + " from " + count(sources, "source") + " (" + written
                        + " written, " + (files - written) + " unchanged, " + deleted + " removed)";
        };
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
