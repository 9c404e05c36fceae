package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UnaryOp;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the loops that all threads go through in the same rounds, and in which each computes with floats what HotSpot can
 * turn into SIMD: straight code, loads and stores in rows, values that all have alike. Such a loop is best kept outside of
 * the loops over the lanes; any other is best done by each lane for itself.
 */
final class StraightLoops {
    private static final Set<String> FUNCTIONS = Set.of("fma", "abs", "sqrt");

    private static final Set<BinaryOp> COMPARISONS =
            EnumSet.of(BinaryOp.LESS, BinaryOp.LESS_OR_EQUAL, BinaryOp.GREATER, BinaryOp.GREATER_OR_EQUAL);

    private final Uniformity uniformity;
    private final Control control;
    private final RowIndex rows;
    private final Set<Variable> buffers;
    private final Set<Variable> unchanging;
    private final Set<Label> found = new HashSet<>();

    private StraightLoops(
            Uniformity uniformity, Control control, RowIndex rows, Set<Variable> buffers, Set<Variable> unchanging) {
        this.uniformity = uniformity;
        this.control = control;
        this.rows = rows;
        this.buffers = buffers;
        this.unchanging = unchanging;
    }

    /**
     * The labels of such loops in a body, of those that hold them too.
     *
     * @param buffers arrays of floats
     * @param unchanging arrays whose elements the kernel never changes
     */
    static Set<Label> in(
            Stmt.Block body,
            Uniformity uniformity,
            Control control,
            RowIndex rows,
            Set<Variable> buffers,
            Set<Variable> unchanging) {
        StraightLoops loops = new StraightLoops(uniformity, control, rows, buffers, unchanging);
        loops.new Finder().walk(body);
        return loops.found;
    }

    private final class Finder extends Walker {
        @Override
        public Void visitFor(Stmt.For stmt) {
            super.visitFor(stmt);
            if (isStraightLoop(stmt) && hasVarying(stmt.body())) {
                found.add(stmt.label());
            }
            return null;
        }
    }

    private boolean isUniform(Expr expr) {
        return uniformity.of(expr) == Level.UNIFORM;
    }

    private boolean isStraightLoop(Stmt.For loop) {
        return control.at(loop) == Level.UNIFORM
                && control.at(loop.body()) == Level.UNIFORM
                && isUniform(loop.condition())
                && loop.init().stream().allMatch(this::isStraight)
                && loop.update().stream().allMatch(this::isStraight)
                && isStraight(loop.body());
    }

    /** Whether anything in a body differs between threads; else the loop is not worth a thought. */
    private boolean hasVarying(Stmt.Block body) {
        return Mentions.in(body).assigned().stream()
                .anyMatch(variable -> variable.type() == Type.Scalar.FLOAT && uniformity.of(variable) != Level.UNIFORM);
    }

    private boolean isStraight(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().allMatch(this::isStraight);
        } else if (stmt instanceof Stmt.Declare declare) {
            return declare.value() == null || isAssignable(declare.variable(), declare.value());
        } else if (stmt instanceof Stmt.Assign assign) {
            return isAssignable(assign.variable(), assign.value());
        } else if (stmt instanceof Stmt.Store store) {
            return isRow(store.array(), store.index()) && isStraight(store.value());
        } else if (stmt instanceof Stmt.For loop) {
            return isStraightLoop(loop);
        }
        return false;
    }

    private boolean isAssignable(Variable variable, Expr value) {
        if (isUniform(value) && uniformity.of(variable) == Level.UNIFORM) {
            return variable.type() instanceof Type.Scalar && !Loading.isIn(value, unchanging);
        }
        // An index that walks through memory is looked through where it is used.
        return variable.type() == Type.Scalar.INT ? rows.of(value).isPresent() : isStraight(value);
    }

    private boolean isRow(Expr array, Expr index) {
        return array instanceof Expr.Read read
                && buffers.contains(read.variable())
                && rows.of(index).isPresent();
    }

    private boolean isStraight(List<Expr> exprs) {
        return exprs.stream().allMatch(this::isStraight);
    }

    private boolean isStraight(Expr expr) {
        if (expr.type() != Type.Scalar.FLOAT) {
            return false;
        }
        if (expr instanceof Expr.Constant) {
            return true;
        } else if (expr instanceof Expr.Read) {
            return true;
        } else if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NEGATE && isStraight(unary.operand());
        } else if (expr instanceof Expr.Binary binary) {
            boolean arithmetic = binary.op().kind() == BinaryOp.Kind.ARITHMETIC && binary.op() != BinaryOp.REMAINDER;
            return arithmetic && isStraight(binary.left()) && isStraight(binary.right());
        } else if (expr instanceof Expr.Load load) {
            boolean once = load.array() instanceof Expr.Read read
                    && unchanging.contains(read.variable())
                    && isUniform(load.index());
            return once || isRow(load.array(), load.index());
        } else if (expr instanceof Expr.BuiltinCall call) {
            return isStraightCall(call.builtin()) && isStraight(call.arguments());
        }
        if (expr instanceof Expr.Conditional choice) {
            return isChoice(choice)
                    && isStraight(((Expr.Binary) choice.condition()).left())
                    && isStraight(((Expr.Binary) choice.condition()).right());
        }
        return expr instanceof Expr.Convert && isUniform(expr);
    }

    /** Whether both values of a choice by a comparison of floats are so plain that each thread can compute both. */
    static boolean isChoice(Expr.Conditional expr) {
        return expr.type() == Type.Scalar.FLOAT
                && expr.condition() instanceof Expr.Binary comparison
                && COMPARISONS.contains(comparison.op())
                && comparison.left().type() == Type.Scalar.FLOAT
                && isArithmetic(expr.then())
                && isArithmetic(expr.otherwise());
    }

    private static boolean isArithmetic(Expr expr) {
        if (expr instanceof Expr.Binary binary) {
            return binary.op().kind() == BinaryOp.Kind.ARITHMETIC
                    && binary.type() == Type.Scalar.FLOAT
                    && isArithmetic(binary.left())
                    && isArithmetic(binary.right());
        } else if (expr instanceof Expr.Unary unary) {
            return unary.op() == UnaryOp.NEGATE && isArithmetic(unary.operand());
        }
        return expr instanceof Expr.Constant || expr instanceof Expr.Read;
    }

    static boolean isStraightCall(Builtin builtin) {
        boolean known = FUNCTIONS.contains(builtin.name()) || isJavasMinOrMax(builtin);
        boolean ofFloats = builtin.isPure()
                && builtin.form() == Builtin.Form.STATIC
                && builtin.parameters().stream().allMatch(type -> type == Type.Scalar.FLOAT);
        return ofFloats && (known || LaneFunctions.contains(builtin));
    }

    /** Those of MSL treat NaN otherwise, by comparisons. */
    private static boolean isJavasMinOrMax(Builtin builtin) {
        return builtin.owner() == Math.class
                && (builtin.name().equals("min") || builtin.name().equals("max"));
    }

    /** Looks for loads of what may change, which a loop outside would see at another time. */
    private static final class Loading extends Walker {
        private final Set<Variable> unchanging;
        private boolean found;

        private Loading(Set<Variable> unchanging) {
            this.unchanging = unchanging;
        }

        static boolean isIn(Expr expr, Set<Variable> unchanging) {
            Loading loading = new Loading(unchanging);
            loading.walk(expr);
            return loading.found;
        }

        @Override
        public Void visitLoad(Expr.Load expr) {
            found |= !(expr.array() instanceof Expr.Read read) || !unchanging.contains(read.variable());
            return super.visitLoad(expr);
        }
    }
}
