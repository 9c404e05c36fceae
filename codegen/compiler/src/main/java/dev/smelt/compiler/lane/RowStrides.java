package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is added to an index for each further row of threads and for each further plane, where that is the same for all: for
 * {@code (p.y() + 1) * width + p.x()} it is {@code width} and 0. As ints wrap around, that holds for each sum, difference and
 * product, whatever its value.
 *
 * @param y for each row, in terms of what all threads have alike
 * @param z for each plane, the same
 */
public record RowStrides(Expr y, Expr z) {
    /** The strides of an index in terms of positions and what all threads have alike ({@link RowIndex}); empty if they change. */
    public static Optional<RowStrides> of(Expr index, Kernel kernel) {
        Expr y = new Factor("y", kernel).in(index);
        Expr z = new Factor("z", kernel).in(index);
        return y == null || z == null ? Optional.empty() : Optional.of(new RowStrides(y, z));
    }

    /** Whether rows may be longer in memory than they are wide: unless the stride is known to be 1 or less. */
    boolean areOfRows() {
        return !(y instanceof Expr.Constant constant) || (constant.value() instanceof Integer stride && stride > 1);
    }

    /** Finds what a component of positions is multiplied by. */
    private static final class Factor {
        private final String component;
        private final Set<Variable> along = new HashSet<>();
        private final Set<Variable> others = new HashSet<>();

        Factor(String component, Kernel kernel) {
            this.component = component;
            for (Position position : kernel.positions()) {
                boolean goesAlong = position.kind() == Kind.THREAD_POSITION_IN_GRID
                        || position.kind() == Kind.THREAD_POSITION_IN_THREADGROUP;
                if (goesAlong) {
                    along.add(position.variable());
                } else if (!Uniformity.isUniform(position.kind())) {
                    others.add(position.variable());
                }
            }
        }

        /** The factor; null if there is none. */
        @Nullable
        Expr in(Expr expr) {
            Set<Variable> mentioned = Mentions.in(expr);
            if (mentioned.stream().anyMatch(others::contains)) {
                return null;
            } else if (mentioned.stream().noneMatch(along::contains)) {
                return constant(0, expr.span());
            } else if (expr instanceof Expr.Read read) {
                // A position of one dimension.
                return read.type() == Type.Scalar.INT ? constant(0, read.span()) : null;
            } else if (expr instanceof Expr.BuiltinCall call) {
                return ofComponent(call);
            }
            return expr instanceof Expr.Binary binary ? ofBinary(binary) : null;
        }

        private @Nullable Expr ofComponent(Expr.BuiltinCall call) {
            boolean isComponent = call.builtin().form() == Builtin.Form.INSTANCE
                    && call.arguments().size() == 1
                    && call.arguments().get(0) instanceof Expr.Read;
            return switch (call.builtin().name()) {
                case "x", "y", "z" ->
                    isComponent ? constant(call.builtin().name().equals(component) ? 1 : 0, call.span()) : null;
                default -> null;
            };
        }

        private @Nullable Expr ofBinary(Expr.Binary expr) {
            Expr left = in(expr.left());
            Expr right = in(expr.right());
            if (left == null || right == null || expr.type() != Type.Scalar.INT) {
                return null;
            }
            return switch (expr.op()) {
                case ADD -> isConstant(left, 0) ? right : isConstant(right, 0) ? left : binary(expr.op(), left, right);
                case SUBTRACT -> difference(left, right);
                case MULTIPLY ->
                    isAlike(expr.right())
                            ? product(left, expr.right())
                            : isAlike(expr.left()) ? product(right, expr.left()) : null;
                default -> null;
            };
        }

        private boolean isAlike(Expr expr) {
            return Mentions.in(expr).stream().noneMatch(along::contains);
        }

        private static Expr difference(Expr left, Expr right) {
            return isConstant(right, 0) ? left : binary(BinaryOp.SUBTRACT, left, right);
        }

        private static Expr product(Expr factor, Expr alike) {
            return isConstant(factor, 0)
                    ? factor
                    : isConstant(factor, 1) ? alike : binary(BinaryOp.MULTIPLY, factor, alike);
        }

        private static boolean isConstant(Expr expr, int value) {
            return expr instanceof Expr.Constant constant && constant.value().equals(value);
        }

        private static Expr constant(int value, Span span) {
            return new Expr.Constant(Type.Scalar.INT, value, span);
        }

        private static Expr binary(BinaryOp op, Expr left, Expr right) {
            return new Expr.Binary(op, left, right, Type.Scalar.INT, false, left.span());
        }
    }
}
