package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of statements that have no statements within: each is one or two C++ statements. */
final class SimpleStatements {
    private final Locals locals;
    private final ExprEmitter exprs;
    private final JumpScopes jumps;

    SimpleStatements(Locals locals, ExprEmitter exprs, JumpScopes jumps) {
        this.locals = locals;
        this.exprs = exprs;
        this.jumps = jumps;
    }

    /** With semicolons; none for statements of other kinds, and for declarations. */
    List<String> texts(Stmt stmt) {
        if (stmt instanceof Stmt.Assign assign) {
            return assign(assign);
        }
        if (stmt instanceof Stmt.Store store) {
            return List.of(exprs.store(store.array(), store.index(), store.value()));
        }
        if (stmt instanceof Stmt.Invoke || stmt instanceof Stmt.InvokeBuiltin) {
            Variable result = resultOf(stmt);
            return List.of((result == null ? "" : locals.name(result) + " = ") + callOf(stmt) + ";");
        }
        if (stmt instanceof Stmt.Break jump) {
            jumps.checkBreak(jump.label(), jump.span());
            return List.of("break;");
        }
        if (stmt instanceof Stmt.Continue jump) {
            jumps.checkContinue(jump.label(), jump.span());
            return List.of("continue;");
        }
        if (stmt instanceof Stmt.Return result) {
            Expr value = result.value();
            return List.of(value == null ? "return;" : "return " + exprs.value(value) + ";");
        }
        return List.of();
    }

    /** Whether a statement is a call whose result a variable without a value is declared for. */
    boolean isCallFor(Stmt.Declare declare, Stmt stmt) {
        return declare.variable().equals(resultOf(stmt));
    }

    /** The call of a statement that is one, as an expression. */
    String callOf(Stmt stmt) {
        return stmt instanceof Stmt.Invoke invoke
                ? exprs.call(invoke.function(), invoke.arguments()).text()
                : builtin((Stmt.InvokeBuiltin) stmt);
    }

    private String builtin(Stmt.InvokeBuiltin invoke) {
        return exprs.builtin(invoke.builtin(), invoke.arguments()).text();
    }

    private static @Nullable Variable resultOf(Stmt stmt) {
        if (stmt instanceof Stmt.Invoke invoke) {
            return invoke.result();
        }
        return stmt instanceof Stmt.InvokeBuiltin invoke ? invoke.result() : null;
    }

    private List<String> assign(Stmt.Assign stmt) {
        String name = locals.name(stmt.variable());
        if (stmt.variable().type() instanceof Type.Array && locals.hasLength(stmt.variable())) {
            if (stmt.value() instanceof Expr.Conditional) {
                return List.of();
            }
            return List.of(
                    name + " = " + exprs.value(stmt.value()) + ";",
                    locals.length(stmt.variable()) + " = "
                            + exprs.length(stmt.value()).text() + ";");
        }
        if (stmt.value() instanceof Expr.Binary binary && isOnItself(stmt.variable(), binary) && isPlain(binary)) {
            return List.of(compound(name, binary));
        }
        return List.of(name + " = " + exprs.value(stmt.value()) + ";");
    }

    private String compound(String name, Expr.Binary update) {
        boolean byOne = update.right() instanceof Expr.Constant constant
                && constant.type() != Type.Scalar.BOOLEAN
                && update.type() != Type.Scalar.FLOAT
                && ((Number) constant.value()).longValue() == 1;
        if (byOne && update.op() == BinaryOp.ADD) {
            return name + "++;";
        }
        if (byOne && update.op() == BinaryOp.SUBTRACT) {
            return name + "--;";
        }
        return name + " " + update.op().symbol() + "= "
                + exprs.promoted(update.right()).text() + ";";
    }

    private static boolean isOnItself(Variable variable, Expr.Binary value) {
        return value.left() instanceof Expr.Read read && read.variable().equals(variable);
    }

    /** Whether C++'s operator means the same on values of this type. */
    private static boolean isPlain(Expr.Binary expr) {
        if (WrappingArithmetic.isWrapping(expr)) {
            return false;
        }
        return switch (expr.op()) {
            case ADD, SUBTRACT, MULTIPLY -> true;
            case DIVIDE -> expr.type() == Type.Scalar.FLOAT || ExprEmitter.isPlainDivision(expr);
            case REMAINDER -> ExprEmitter.isPlainDivision(expr);
            case BIT_AND, BIT_OR, BIT_XOR -> expr.type() != Type.Scalar.BOOLEAN;
            default -> false;
        };
    }
}
