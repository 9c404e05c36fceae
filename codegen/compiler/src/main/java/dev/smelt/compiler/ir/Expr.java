package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.List;

/** A pure expression. */
public sealed interface Expr {
    Type type();

    Span span();

    <R> R accept(Visitor<R> visitor);

    /**
     * A value known at compile time.
     *
     * @param value a {@link Boolean}, {@link Integer} (for {@code byte short int}), {@link Long} or {@link Float}
     */
    record Constant(Type.Scalar type, Object value, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConstant(this);
        }
    }

    /** The value of a variable; of an array, the array itself. */
    record Read(Variable variable, Span span) implements Expr {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRead(this);
        }
    }

    /** An operator on one operand. */
    record Unary(UnaryOp op, Expr operand, Span span) implements Expr {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /**
     * An operator on two operands.
     *
     * @param exact whether the result is proved to be in range, so that nothing need wrap; of a division, whether the
     *     dividend is proved not to be negative and the divisor to be positive; false claims nothing
     */
    record Binary(BinaryOp op, Expr left, Expr right, Type.Scalar type, boolean exact, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code left && right} or {@code left || right}: the right operand is evaluated only if it decides. */
    record Logical(boolean and, Expr left, Expr right, Span span) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLogical(this);
        }
    }

    /** {@code condition ? then : otherwise}: only the chosen one is evaluated; both have the result's type. */
    record Conditional(Expr condition, Expr then, Expr otherwise, Span span) implements Expr {
        @Override
        public Type type() {
            return then.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** A conversion between numeric scalar types, as Java's cast: floats to integers truncate and saturate. */
    record Convert(Type.Scalar type, Expr operand, Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConvert(this);
        }
    }

    /** A call of a function that {@code dsl} declares; of an instance method, the receiver is the first argument. */
    record BuiltinCall(Builtin builtin, List<Expr> arguments, Span span) implements Expr {
        public BuiltinCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return builtin.result();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBuiltinCall(this);
        }
    }

    /**
     * A call of a user's function that changes no memory.
     *
     * @param function the {@link Function#id} of the callee
     */
    record Call(String function, List<Expr> arguments, Type type, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code array[index]}; the index is an {@code int}. */
    record Load(Expr array, Expr index, Span span) implements Expr {
        @Override
        public Type type() {
            return ((Type.Array) array.type()).element();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLoad(this);
        }
    }

    /** {@code array.length}. */
    record Length(Expr array, Span span) implements Expr {
        @Override
        public Type type() {
            return Type.Scalar.INT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLength(this);
        }
    }

    /** A component of a user's record. */
    record Field(Expr struct, int index, Span span) implements Expr {
        @Override
        public Type type() {
            return field().type();
        }

        /** Its name and type. */
        public Type.Struct.Field field() {
            return ((Type.Struct) struct.type()).fields().get(index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitField(this);
        }
    }

    /** {@code new Particle(...)}: a user's record from all its components. */
    record NewStruct(Type.Struct type, List<Expr> components, Span span) implements Expr {
        public NewStruct {
            components = List.copyOf(components);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNewStruct(this);
        }
    }

    /** One method a node and no default: a new node breaks every pass when it is compiled. */
    interface Visitor<R> {
        R visitConstant(Constant expr);

        R visitRead(Read expr);

        R visitUnary(Unary expr);

        R visitBinary(Binary expr);

        R visitLogical(Logical expr);

        R visitConditional(Conditional expr);

        R visitConvert(Convert expr);

        R visitBuiltinCall(BuiltinCall expr);

        R visitCall(Call expr);

        R visitLoad(Load expr);

        R visitLength(Length expr);

        R visitField(Field expr);

        R visitNewStruct(NewStruct expr);
    }
}
