package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements by their definition: the reference for what is made from them. A store to an array that has a value, an
 * {@code Object[]}, changes it, any other is reported.
 */
public class StmtInterpreter implements Stmt.Visitor<StmtInterpreter.End> {
    /** How a statement ends: by a jump to a label, or not. */
    protected record End(Kind kind, Label label) {
        enum Kind {
            NORMAL,
            BREAK,
            CONTINUE,
            RETURN
        }

        boolean isNormal() {
            return kind == Kind.NORMAL;
        }

        boolean is(Kind wanted, Label target) {
            return kind == wanted && label.equals(target);
        }
    }

    private static final Label NONE = new Label(-1, "");
    private static final End NORMAL = new End(End.Kind.NORMAL, NONE);

    protected final Map<Variable, Object> values;
    private final Consumer<Object> stores;
    /** What the last function returned. */
    private @Nullable Object returned;

    protected StmtInterpreter(Map<Variable, Object> values, Consumer<Object> stores) {
        this.values = values;
        this.stores = stores;
    }

    /** Runs a statement that reads and changes variables. */
    public static void run(Stmt stmt, Map<Variable, Object> values, Consumer<Object> stores) {
        stmt.accept(new StmtInterpreter(values, stores));
    }

    private Object evaluate(Expr expr) {
        return ExprInterpreter.evaluate(expr, values, this::load);
    }

    /** Is told of each load. */
    protected void load(Expr.Load load) {}

    /** Comes to a builtin that has an effect. */
    protected void invoke(Stmt.InvokeBuiltin stmt) {
        throw new AssertionError(stmt.span() + ": no effects");
    }

    protected Function function(String id) {
        throw new AssertionError("no functions: " + id);
    }

    private boolean holds(Expr condition) {
        return (Boolean) evaluate(condition);
    }

    private End runAll(List<? extends Stmt> stmts) {
        for (Stmt stmt : stmts) {
            End end = stmt.accept(this);
            if (!end.isNormal()) {
                return end;
            }
        }
        return NORMAL;
    }

    @Override
    public End visitBlock(Stmt.Block stmt) {
        return runAll(stmt.statements());
    }

    @Override
    public End visitDeclare(Stmt.Declare stmt) {
        Expr value = stmt.value();
        if (value != null) {
            values.put(stmt.variable(), evaluate(value));
        } else if (!(stmt.variable().type() instanceof Type.Array)) {
            values.put(stmt.variable(), zero(stmt.variable().type()));
        }
        return NORMAL;
    }

    @Override
    public End visitAssign(Stmt.Assign stmt) {
        values.put(stmt.variable(), evaluate(stmt.value()));
        return NORMAL;
    }

    @Override
    public End visitStore(Stmt.Store stmt) {
        Object value = evaluate(stmt.value());
        if (stmt.array() instanceof Expr.Read read && values.get(read.variable()) instanceof Object[] array) {
            array[(Integer) evaluate(stmt.index())] = value;
        } else {
            stores.accept(value);
        }
        return NORMAL;
    }

    @Override
    public End visitInvoke(Stmt.Invoke stmt) {
        Function callee = function(stmt.function());
        Object[] arguments = stmt.arguments().stream().map(this::evaluate).toArray();
        for (int i = 0; i < arguments.length; i++) {
            values.put(callee.parameters().get(i), arguments[i]);
        }
        returned = null;
        callee.body().accept(this);
        if (stmt.result() != null && returned != null) {
            values.put(stmt.result(), returned);
        }
        return NORMAL;
    }

    @Override
    public End visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        invoke(stmt);
        return NORMAL;
    }

    @Override
    public End visitDeclareArray(Stmt.DeclareArray stmt) {
        Object[] array = stmt.values().stream().map(this::evaluate).toArray();
        values.put(stmt.variable(), array.length > 0 ? array : zeros(stmt));
        return NORMAL;
    }

    private static Object[] zeros(Stmt.DeclareArray stmt) {
        Object[] zeros = new Object[stmt.length()];
        Arrays.fill(zeros, zero(stmt.element()));
        return zeros;
    }

    private static Object zero(Type type) {
        if (type == Type.Scalar.LONG) {
            return 0L;
        }
        return type == Type.Scalar.FLOAT ? (Object) 0f : type == Type.Scalar.BOOLEAN ? (Object) false : (Object) 0;
    }

    @Override
    public End visitIf(Stmt.If stmt) {
        return (holds(stmt.condition()) ? stmt.then() : stmt.otherwise()).accept(this);
    }

    @Override
    public End visitFor(Stmt.For stmt) {
        for (runAll(stmt.init()); holds(stmt.condition()); runAll(stmt.update())) {
            End end = stmt.body().accept(this);
            if (end.is(End.Kind.BREAK, stmt.label())) {
                break;
            }
            if (!end.isNormal() && !end.is(End.Kind.CONTINUE, stmt.label())) {
                return end;
            }
        }
        return NORMAL;
    }

    @Override
    public End visitDoWhile(Stmt.DoWhile stmt) {
        do {
            End end = stmt.body().accept(this);
            if (end.is(End.Kind.BREAK, stmt.label())) {
                break;
            }
            if (!end.isNormal() && !end.is(End.Kind.CONTINUE, stmt.label())) {
                return end;
            }
        } while (holds(stmt.condition()));
        return NORMAL;
    }

    @Override
    public End visitLabeled(Stmt.Labeled stmt) {
        return leave(stmt.body().accept(this), stmt.label());
    }

    @Override
    public End visitSwitch(Stmt.Switch stmt) {
        Object selector = evaluate(stmt.selector());
        int start = -1;
        for (int i = 0; i < stmt.groups().size(); i++) {
            Stmt.Switch.Group group = stmt.groups().get(i);
            if (group.labels().contains(selector)) {
                start = i;
                break;
            }
            if (group.isDefault()) {
                start = i;
            }
        }
        if (start < 0) {
            return NORMAL;
        }
        List<Stmt.Block> bodies = stmt.groups().subList(start, stmt.groups().size()).stream()
                .map(Stmt.Switch.Group::body)
                .toList();
        return leave(runAll(bodies), stmt.label());
    }

    private static End leave(End end, Label label) {
        return end.is(End.Kind.BREAK, label) ? NORMAL : end;
    }

    @Override
    public End visitBreak(Stmt.Break stmt) {
        return new End(End.Kind.BREAK, stmt.label());
    }

    @Override
    public End visitContinue(Stmt.Continue stmt) {
        return new End(End.Kind.CONTINUE, stmt.label());
    }

    @Override
    public End visitReturn(Stmt.Return stmt) {
        returned = stmt.value() == null ? null : evaluate(stmt.value());
        return new End(End.Kind.RETURN, NONE);
    }
}
