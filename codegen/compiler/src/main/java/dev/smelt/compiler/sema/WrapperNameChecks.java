package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that are generated for a class with kernels need names that nobody else has: {@code A.B} and
 * {@code A_B} would both have {@code A_BKernels}.
 */
final class WrapperNameChecks {
    /** Behind the name of the class: the wrapper, and the kernels for the JVM device. */
    private static final List<String> SUFFIXES = List.of("Kernels", "KernelsJvm", "KernelsJvmChecked");

    private final Program program;
    private final Diagnostics diagnostics;
    private final Map<String, TypeSymbol> taken = new HashMap<>();

    WrapperNameChecks(Program program, Diagnostics diagnostics) {
        this.program = program;
        this.diagnostics = diagnostics;
    }

    /** Checks one class with kernels against the sources and against those checked before. */
    void check(TypeSymbol type) {
        for (String suffix : SUFFIXES) {
            String name = type.nestedName().replace('$', '_') + suffix;
            String packageName = type.unit().packageName();
            String qualified = packageName.isEmpty() ? name : packageName + "." + name;
            TypeSymbol other = taken.putIfAbsent(qualified, type);
            if (other != null) {
                report(type, name, "the one of '" + other.nestedName().replace('$', '.') + "' has that name too");
                return;
            }
            if (program.type(qualified).isPresent()) {
                report(type, name, "the sources have a type of that name");
                return;
            }
        }
    }

    private void report(TypeSymbol type, String name, String why) {
        diagnostics.report(
                Code.WRAPPER_NAME_TAKEN,
                type.decl().nameSpan(),
                "the class '" + name + "' is generated for the kernels of '" + type.simpleName() + "', and " + why,
                "give one of the two another name");
    }
}
