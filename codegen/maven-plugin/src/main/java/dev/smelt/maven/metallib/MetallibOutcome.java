package dev.smelt.maven.metallib;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a build of libraries.
 *
 * @param built how many were built
 * @param upToDate how many were built before from the same text by the same compiler
 * @param failed how many texts Metal's compiler refused
 * @param errors what it said about them
 * @param missing why nothing could be built, or null
 */
public record MetallibOutcome(
        int built, int upToDate, int failed, List<String> errors, MetalToolchain.@Nullable Missing missing) {
    public MetallibOutcome {
        errors = List.copyOf(errors);
    }

    /** One line that says what was done. */
    public String summary() {
        if (missing != null) {
            return "no library was built: " + missing.reason()
                    + (missing.canBeFixed() ? "; to mend it, " + missing.fix() : "")
                    + "; the Mac compiles the Metal text when it is first loaded";
        }
        if (failed > 0) {
            return "Metal's compiler refused " + failed + " of " + (built + upToDate + failed)
                    + " generated files, which is a mistake of Smelt's: please report it; -Dsmelt.metallib=skip builds"
                    + " without libraries";
        }
        if (built == 0) {
            return upToDate == 0 ? "no library to build: no kernels" : "nothing to do: " + libraries(upToDate);
        }
        return "built " + libraries(built) + (upToDate > 0 ? ", " + upToDate + " up to date" : "");
    }

    private static String libraries(int n) {
        return n + (n == 1 ? " library" : " libraries");
    }
}
