package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.IrPrinter;
import dev.smelt.compiler.ir.IrValidator;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.Pass;
import java.util.List;

/** Runs passes, and validates the module before and behind each. */
public final class ValidatedPasses {
    private ValidatedPasses() {}

    public static KernelModule run(List<Pass> passes, KernelModule module) {
        IrValidator.validate(module);
        KernelModule result = module;
        for (Pass pass : passes) {
            result = pass.run(result);
            try {
                IrValidator.validate(result);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "behind " + pass.getClass().getSimpleName() + ": " + IrPrinter.print(result), e);
            }
        }
        return result;
    }
}
