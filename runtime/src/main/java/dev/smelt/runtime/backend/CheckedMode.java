package dev.smelt.runtime.backend;

import dev.smelt.runtime.KernelCheckException;
import dev.smelt.runtime.KernelCheckException.Access;
import dev.smelt.runtime.KernelCheckException.Kind;
import dev.smelt.runtime.KernelCheckException.Position;
import dev.smelt.runtime.KernelLocation;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the kernels of a class are checked while they run, and what a failed check means. */
public final class CheckedMode {
    private CheckedMode() {}

    /**
     * Whether the kernels of a class are to run in their checked form: as the system property {@code smelt.checks} says,
     * and without it as they were generated.
     *
     * @throws IllegalStateException if the property says so and there is no checked form
     */
    public static boolean isWanted(ModuleDescriptor module) {
        String property = System.getProperty("smelt.checks");
        boolean wanted = property == null ? module.checkedByDefault() : Boolean.parseBoolean(property);
        if (wanted && module.checked() == null) {
            throw new IllegalStateException(module.className()
                    + " has no checked form, but the system property smelt.checks asks for one: generate its wrapper"
                    + " again");
        }
        return wanted;
    }

    /**
     * What a failed check is for the caller.
     *
     * @param site the number of the check, from 1 on
     * @param thread where in the grid
     * @param index that was accessed; of other checks without meaning
     * @param length of the array; of other checks without meaning
     */
    public static KernelCheckException failure(
            ModuleDescriptor module, KernelDescriptor kernel, int site, Position thread, int index, int length) {
        byte @Nullable [] table = ModuleResources.read(module, module.checksResource());
        List<String> lines = table == null
                ? List.of()
                : new String(table, StandardCharsets.UTF_8).lines().toList();
        if (site < 1 || site > lines.size()) {
            throw new IllegalStateException(module.checksResource() + " has no check " + site
                    + ": it is older or newer than the kernels; generate again");
        }
        String[] parts = lines.get(site - 1).split("\t", 4);
        Kind kind = Kind.valueOf(parts[0]);
        KernelLocation location = new KernelLocation(kernel.name(), parts[1], Integer.parseInt(parts[2]));
        return switch (kind) {
            case INDEX_OUT_OF_BOUNDS ->
                KernelCheckException.ofIndex(location, thread, new Access(parts[3], index, length));
            case DIVISION_BY_ZERO -> KernelCheckException.ofDivision(location, thread);
            case ASSERTION -> KernelCheckException.ofAssertion(location, thread, parts[3]);
        };
    }
}
