package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import java.util.List;

/** All rules about whole kernels. */
public final class KernelRules {
    private static final List<KernelRule> ALL = List.of(
            new ArraySpaceRule(),
            new BufferCountRule(),
            new UniformSizeRule(),
            new TextureRule(),
            new BarrierRule(),
            new ThreadgroupSizeRule(),
            new RaceRule(),
            new ThreadgroupWrittenRule(),
            new ThreadgroupOrderRule(),
            new EndlessLoopRule(),
            new WritesNothingRule());

    private KernelRules() {}

    /** Checks all kernels of a module, for all rules. */
    public static void check(KernelModule module, Diagnostics diagnostics) {
        for (Kernel kernel : module.kernels()) {
            ALL.forEach(rule -> rule.check(kernel, module, diagnostics));
        }
    }
}
