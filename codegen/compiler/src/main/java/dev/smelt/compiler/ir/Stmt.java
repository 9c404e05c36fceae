package dev.smelt.compiler.ir;

import dev.smelt.compiler.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement: all effects are here. */
public sealed interface Stmt {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** Statements in order, and the scope of what they declare. */
    record Block(List<Stmt> statements, Span span) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBlock(this);
        }
    }

    /**
     * Declares a local.
     *
     * @param value null where it is assigned later, on every way to a use
     */
    record Declare(Variable variable, @Nullable Expr value, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDeclare(this);
        }
    }

    /**
     * Declares an array of the thread's own. Each time control comes here its elements are set anew.
     *
     * @param variable of array type, never assigned: it stands for this array alone
     * @param length above 0
     * @param values of the elements; empty where all are zero, else as many as the length says
     */
    record DeclareArray(Variable variable, int length, List<Expr> values, Span span) implements Stmt {
        public DeclareArray {
            values = List.copyOf(values);
        }

        /** The type of its elements. */
        public Type element() {
            return ((Type.Array) variable.type()).element();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDeclareArray(this);
        }
    }

    /** {@code variable = value}. */
    record Assign(Variable variable, Expr value, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    /** {@code array[index] = value}. */
    record Store(Expr array, Expr index, Expr value, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitStore(this);
        }
    }

    /**
     * Calls a user's function for its effects.
     *
     * @param function the {@link Function#id} of the callee
     * @param result the variable that takes what it returns; declared before
     */
    record Invoke(
            String function, List<Expr> arguments, @Nullable Variable result, Span span) implements Stmt {
        public Invoke {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInvoke(this);
        }
    }

    /**
     * Calls a builtin for its effect: a barrier, a function of the simdgroup, an atomic operation, a write to a texture.
     *
     * @param result the variable that takes what it returns; declared before; null where it returns nothing or nobody
     *     asks
     */
    record InvokeBuiltin(
            Builtin builtin, List<Expr> arguments, @Nullable Variable result, Span span) implements Stmt {
        public InvokeBuiltin {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInvokeBuiltin(this);
        }
    }

    /** {@code if (condition) then else otherwise}; {@code otherwise} is empty where there is no {@code else}. */
    record If(Expr condition, Block then, Block otherwise, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    /**
     * {@code for (init; condition; update) body}, and {@code while} with no init and no update. {@code continue} goes
     * on with the update.
     *
     * @param init what is declared or assigned first, in scope in the loop only
     * @param update assignments with which each further round begins
     */
    record For(Label label, List<Stmt> init, Expr condition, List<Assign> update, Block body, Span span)
            implements Stmt {
        public For {
            init = List.copyOf(init);
            update = List.copyOf(update);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** {@code do body while (condition);}. {@code continue} goes on with the condition. */
    record DoWhile(Label label, Block body, Expr condition, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitDoWhile(this);
        }
    }

    /** {@code label: { ... }}: a block that {@code break} can leave. */
    record Labeled(Label label, Block body, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLabeled(this);
        }
    }

    /**
     * {@code switch} on an {@code int}. Groups follow each other; one that runs to its end falls into the next. What a
     * group declares is in scope in that group only.
     */
    record Switch(Label label, Expr selector, List<Group> groups, Span span) implements Stmt {
        public Switch {
            groups = List.copyOf(groups);
        }

        /** The statements behind some labels. */
        public record Group(List<Integer> labels, boolean isDefault, Block body) {
            public Group {
                labels = List.copyOf(labels);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /** Leaves the loop, switch or labelled block that has this label. */
    record Break(Label label, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBreak(this);
        }
    }

    /** Goes on with the next round of the loop that has this label. */
    record Continue(Label label, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitContinue(this);
        }
    }

    /** Ends the function, or this thread's run of the kernel. */
    record Return(@Nullable Expr value, Span span) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReturn(this);
        }
    }

    /** One method a node and no default: a new node breaks every pass when it is compiled. */
    interface Visitor<R> {
        R visitBlock(Block stmt);

        R visitDeclare(Declare stmt);

        R visitDeclareArray(DeclareArray stmt);

        R visitAssign(Assign stmt);

        R visitStore(Store stmt);

        R visitInvoke(Invoke stmt);

        R visitInvokeBuiltin(InvokeBuiltin stmt);

        R visitIf(If stmt);

        R visitFor(For stmt);

        R visitDoWhile(DoWhile stmt);

        R visitLabeled(Labeled stmt);

        R visitSwitch(Switch stmt);

        R visitBreak(Break stmt);

        R visitContinue(Continue stmt);

        R visitReturn(Return stmt);
    }
}
