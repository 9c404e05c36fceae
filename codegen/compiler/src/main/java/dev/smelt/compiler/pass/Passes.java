package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.IrValidator;
import dev.smelt.compiler.ir.KernelModule;
import java.util.List;

/** All passes, in the order in which they run. */
public final class Passes {
    /** For every output. */
    public static final List<Pass> COMMON = List.of(
            new RemoveAssertions(),
            new FoldLengths(),
            new BufferAccess(),
            new SplitDeepExpressions(),
            new ProveNoOverflow());

    /** For MSL, behind {@link #COMMON}. */
    public static final List<Pass> FOR_MSL =
            List.of(new PredicateReturns(), new RemoveUnusedLocals(), new LowerLabelledJumps(), new BoundLoops());

    private Passes() {}

    /** For every output of checked mode, in place of {@link #COMMON}. */
    public static List<Pass> checked(InsertChecks checks) {
        return List.of(
                checks, new FoldLengths(), new BufferAccess(), new SplitDeepExpressions(), new ProveNoOverflow());
    }

    /** Runs passes one after another; where assertions are enabled, with the result of each validated. */
    public static KernelModule run(List<Pass> passes, KernelModule module) {
        KernelModule result = module;
        for (Pass pass : passes) {
            result = pass.run(result);
            assert isValid(pass, result);
        }
        return result;
    }

    private static boolean isValid(Pass pass, KernelModule module) {
        try {
            IrValidator.validate(module);
            return true;
        } catch (AssertionError e) {
            throw new AssertionError("behind " + pass.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }
}
