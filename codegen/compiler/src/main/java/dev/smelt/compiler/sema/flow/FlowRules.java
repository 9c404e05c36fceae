package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;
import java.util.List;

/** Reports what Java refuses in the flow through a method: every rule of this package, in one call. */
public final class FlowRules {
    private FlowRules() {}

    /**
     * Checks one method. Needs a stack as deep as the tree; takes time linear in the size of the tree, times the number
     * of locals over 64.
     *
     * @param parameters of the method
     * @param returnsValue whether its result is not {@code void}
     * @param body what to check; only names of its locals and parameters are tracked
     * @param methodName where the method's name is written; messages quote it
     * @param constants tells which conditions are constant expressions
     */
    public static void check(
            List<Parameter> parameters,
            boolean returnsValue,
            JavaStmt.Block body,
            Span methodName,
            ConstantConditions constants,
            Diagnostics diagnostics) {
        LogicalConstants conditions = new LogicalConstants(constants);
        LabelRule.check(body, diagnostics);
        JumpDestinations jumps = JumpRule.check(body, diagnostics);
        ReturnRule.check(returnsValue, body, methodName, diagnostics);
        DuplicateVariableRule.check(parameters, body, diagnostics);
        ReachabilityRule.check(returnsValue, body, methodName, jumps, conditions, diagnostics);
        DefiniteAssignmentRule.check(parameters, body, jumps, conditions, diagnostics);
    }
}
