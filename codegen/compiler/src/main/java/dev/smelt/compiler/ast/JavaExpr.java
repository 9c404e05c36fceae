package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it was written. Parentheses are not kept; the tree tells the grouping. */
public sealed interface JavaExpr {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** A literal, with its text as written: {@code 0x1F}, {@code 1_000L}, {@code 1e-3f}, {@code 'a'}. */
    record Literal(Kind kind, String text, Span span) implements JavaExpr {
        /** What the text looks like; its value is worked out later. */
        public enum Kind {
            INT,
            LONG,
            FLOAT,
            DOUBLE,
            BOOLEAN,
            CHAR,
            STRING,
            TEXT_BLOCK,
            NULL
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLiteral(this);
        }
    }

    /** A simple name: a variable, a constant, or the start of a dotted name. */
    record Name(String identifier, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** {@code target.name}: a field, {@code length} of an array, or part of a dotted name. */
    record Select(JavaExpr target, String name, Span nameSpan, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSelect(this);
        }
    }

    /** {@code name(...)} or {@code target.name(...)}. */
    record Call(@Nullable JavaExpr target, String name, List<JavaExpr> arguments, Span nameSpan, Span span)
            implements JavaExpr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code array[index]}. */
    record Index(JavaExpr array, JavaExpr index, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIndex(this);
        }
    }

    /** {@code new Type(...)}. */
    record New(TypeRef type, List<JavaExpr> arguments, Span span) implements JavaExpr {
        public New {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNew(this);
        }
    }

    /**
     * {@code new float[n]}, {@code new float[n][]} or {@code new float[] {...}}.
     *
     * @param type the type of the whole array
     * @param lengths of the dimensions that were given
     */
    record NewArray(
            TypeRef type, List<JavaExpr> lengths, @Nullable ArrayInit initializer, Span span) implements JavaExpr {
        public NewArray {
            lengths = List.copyOf(lengths);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNewArray(this);
        }
    }

    /** {@code {a, b}} as the initialiser of an array. */
    record ArrayInit(List<JavaExpr> elements, Span span) implements JavaExpr {
        public ArrayInit {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitArrayInit(this);
        }
    }

    /** {@code -a +a !a ~a}. */
    record Unary(JavaUnaryOp op, JavaExpr operand, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** {@code ++a --a a++ a--}. */
    record Increment(JavaExpr target, boolean up, boolean prefix, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIncrement(this);
        }
    }

    /** {@code left op right}, {@code &&} and {@code ||} among them. */
    record Binary(JavaBinaryOp op, JavaExpr left, JavaExpr right, Span opSpan, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /**
     * {@code target = value}, or {@code target op= value}.
     *
     * @param op null for the plain assignment
     */
    record Assign(@Nullable JavaBinaryOp op, JavaExpr target, JavaExpr value, Span opSpan, Span span)
            implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(JavaExpr condition, JavaExpr then, JavaExpr otherwise, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** {@code (type) operand}. */
    record Cast(TypeRef type, JavaExpr operand, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCast(this);
        }
    }

    /** {@code switch (selector) {...}} as a value. */
    record Switch(JavaExpr selector, List<SwitchCase> cases, Span span) implements JavaExpr {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /**
     * Java that kernels don't have.
     *
     * @param construct what it is, as in "a lambda expression"
     */
    record Unsupported(String construct, Span span) implements JavaExpr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnsupported(this);
        }
    }

    /** One method a form and no default: a new form breaks every visitor when it is compiled. */
    interface Visitor<R> {
        R visitLiteral(Literal expr);

        R visitName(Name expr);

        R visitSelect(Select expr);

        R visitCall(Call expr);

        R visitIndex(Index expr);

        R visitNew(New expr);

        R visitNewArray(NewArray expr);

        R visitArrayInit(ArrayInit expr);

        R visitUnary(Unary expr);

        R visitIncrement(Increment expr);

        R visitBinary(Binary expr);

        R visitAssign(Assign expr);

        R visitConditional(Conditional expr);

        R visitCast(Cast expr);

        R visitSwitch(Switch expr);

        R visitUnsupported(Unsupported expr);
    }
}
