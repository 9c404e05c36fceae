package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;

/**
 * A {@code return} has a value exactly if the method has one (JLS 14.17), and never leaves a switch expression (JLS
 * 15.28).
 */
final class ReturnRule extends JavaWalker {
    private final boolean returnsValue;
    private final Span methodName;
    private final Diagnostics diagnostics;
    private int switchExpressions;

    private ReturnRule(boolean returnsValue, Span methodName, Diagnostics diagnostics) {
        this.returnsValue = returnsValue;
        this.methodName = methodName;
        this.diagnostics = diagnostics;
    }

    static void check(boolean returnsValue, JavaStmt.Block body, Span methodName, Diagnostics diagnostics) {
        new ReturnRule(returnsValue, methodName, diagnostics).walk(body);
    }

    @Override
    public Void visitSwitch(JavaExpr.Switch expr) {
        walk(expr.selector());
        switchExpressions++;
        walkCases(expr.cases());
        switchExpressions--;
        return null;
    }

    @Override
    public Void visitReturn(JavaStmt.Return stmt) {
        if (switchExpressions > 0) {
            diagnostics.report(
                    Code.JUMP_OUT_OF_SWITCH,
                    stmt.span(),
                    "return cannot leave a switch expression, which must give a value",
                    "end the case with 'yield', and return after the switch");
        } else if (stmt.value() != null && !returnsValue) {
            diagnostics.report(
                    Code.RETURN_WITH_VALUE,
                    stmt.value().span(),
                    "'" + methodName.text() + "' is void, so return cannot have a value",
                    "write 'return;', or give the method the type of the value");
        } else if (stmt.value() == null && returnsValue) {
            diagnostics.report(
                    Code.RETURN_WITHOUT_VALUE,
                    stmt.span(),
                    "'" + methodName.text() + "' returns a value, but this return has none",
                    "write the value behind 'return', or make the method void");
        }
        return super.visitReturn(stmt);
    }
}
