package dev.smelt.compiler.sema.rule;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import java.util.EnumMap;
import java.util.Map;

/** Two parameters with the same position are most likely a slip of the pen. */
final class SamePositionRule implements KernelRule {
    @Override
    public void check(Kernel kernel, KernelModule module, Diagnostics diagnostics) {
        Map<KernelParameter.Kind, String> seen = new EnumMap<>(KernelParameter.Kind.class);
        for (KernelParameter.Position position : kernel.positions()) {
            String name = position.variable().name();
            String earlier = seen.putIfAbsent(position.kind(), name);
            if (earlier != null) {
                diagnostics.report(
                        Code.SAME_POSITION_TWICE,
                        kernel.span(),
                        "'" + earlier + "' and '" + name + "' of '" + kernel.name() + "' are the same position",
                        "use one of them, or an Int2 for two dimensions");
            }
        }
    }
}
