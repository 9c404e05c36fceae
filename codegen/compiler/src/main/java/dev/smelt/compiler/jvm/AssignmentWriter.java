package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;

/** Writes assignments as people do: {@code i++}, {@code sum += x}. */
final class AssignmentWriter {
    private final Locals locals;
    private final ExprWriter exprs;

    AssignmentWriter(Locals locals, ExprWriter exprs) {
        this.locals = locals;
        this.exprs = exprs;
    }

    /** The assignment without a semicolon. */
    JavaCode write(Stmt.Assign stmt) {
        String name = locals.nameOf(stmt.variable());
        if (stmt.value() instanceof Expr.Binary binary && isUpdate(stmt.variable(), binary)) {
            boolean counts = binary.op() == BinaryOp.ADD || binary.op() == BinaryOp.SUBTRACT;
            return counts && isOne(binary)
                    ? JavaCode.of(
                            "$L$L$L", name, binary.op().symbol(), binary.op().symbol())
                    : JavaCode.of("$L $L=$W$L", name, binary.op().symbol(), exprs.assigned(binary.right()));
        }
        return JavaCode.of("$L =$W$L", name, exprs.assigned(stmt.value()));
    }

    private static boolean isOne(Expr.Binary binary) {
        return binary.type() != Type.Scalar.FLOAT
                && binary.right() instanceof Expr.Constant constant
                && constant.value() instanceof Number number
                && number.longValue() == 1;
    }

    /** Whether it can be written {@code variable op= right}; the division of integers is a call. */
    private static boolean isUpdate(Variable variable, Expr.Binary value) {
        boolean divides = value.op() == BinaryOp.DIVIDE || value.op() == BinaryOp.REMAINDER;
        return value.left() instanceof Expr.Read read
                && read.variable().equals(variable)
                && value.op().kind() != BinaryOp.Kind.COMPARISON
                && value.type() != Type.Scalar.BOOLEAN
                && !(divides && value.type() != Type.Scalar.FLOAT);
    }
}
