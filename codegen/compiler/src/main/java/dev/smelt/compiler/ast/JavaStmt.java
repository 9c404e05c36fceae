package dev.smelt.compiler.ast;

import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement as it was written. */
public sealed interface JavaStmt {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** <code>{ ... }</code>. */
    record Block(List<JavaStmt> statements, Span span) implements JavaStmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /** {@code final int a = 1, b[] = {2};}. */
    record Local(Modifiers modifiers, List<Declarator> declarators, Span span) implements JavaStmt {
        public Local {
            declarators = List.copyOf(declarators);
        }

        /** One variable; its type has the brackets behind the name too, and is named {@code var} if so written. */
        public record Declarator(
                TypeRef type, String name, @Nullable JavaExpr initializer, Span nameSpan) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLocal(this);
        }
    }

    /** An assignment, an increment or a call. */
    record Expression(JavaExpr expr, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitExpression(this);
        }
    }

    /** {@code if (condition) then else otherwise}. */
    record If(JavaExpr condition, JavaStmt then, @Nullable JavaStmt otherwise, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    /** {@code while (condition) body}. */
    record While(JavaExpr condition, JavaStmt body, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitWhile(this);
        }
    }

    /** {@code do body while (condition);}. */
    record DoWhile(JavaStmt body, JavaExpr condition, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDoWhile(this);
        }
    }

    /**
     * {@code for (init; condition; update) body}.
     *
     * @param init one {@link Local}, or any number of {@link Expression}s
     */
    record For(List<JavaStmt> init, @Nullable JavaExpr condition, List<JavaExpr> update, JavaStmt body, Span span)
            implements JavaStmt {
        public For {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** {@code for (type name : array) body}. */
    record ForEach(
            Modifiers modifiers, TypeRef type, String name, JavaExpr array, JavaStmt body, Span nameSpan, Span span)
            implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitForEach(this);
        }
    }

    /** {@code switch} as a statement. */
    record Switch(JavaExpr selector, List<SwitchCase> cases, Span span) implements JavaStmt {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /** {@code name: body}. */
    record Labeled(String label, JavaStmt body, Span labelSpan, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLabeled(this);
        }
    }

    /** {@code return value;}. */
    record Return(@Nullable JavaExpr value, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReturn(this);
        }
    }

    /** {@code break label;}. */
    record Break(@Nullable String label, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBreak(this);
        }
    }

    /** {@code continue label;}. */
    record Continue(@Nullable String label, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitContinue(this);
        }
    }

    /** {@code yield value;}, or the value of an arrow in a switch expression. */
    record Yield(JavaExpr value, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitYield(this);
        }
    }

    /** {@code ;}. */
    record Empty(Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitEmpty(this);
        }
    }

    /** {@code assert condition : detail;}. The detail is javac's affair: no kernel can show it. */
    record Assert(JavaExpr condition, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssert(this);
        }
    }

    /**
     * Java that kernels don't have.
     *
     * @param construct what it is, as in "a try statement"
     */
    record Unsupported(String construct, Span span) implements JavaStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnsupported(this);
        }
    }

    /** One method a form and no default: a new form breaks every visitor when it is compiled. */
    interface Visitor<R> {
        R visitBlock(Block stmt);

        R visitLocal(Local stmt);

        R visitExpression(Expression stmt);

        R visitIf(If stmt);

        R visitWhile(While stmt);

        R visitDoWhile(DoWhile stmt);

        R visitFor(For stmt);

        R visitForEach(ForEach stmt);

        R visitSwitch(Switch stmt);

        R visitLabeled(Labeled stmt);

        R visitReturn(Return stmt);

        R visitBreak(Break stmt);

        R visitContinue(Continue stmt);

        R visitYield(Yield stmt);

        R visitEmpty(Empty stmt);

        R visitAssert(Assert stmt);

        R visitUnsupported(Unsupported stmt);
    }
}
