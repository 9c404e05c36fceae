package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Walker;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The functions of a module from which a call of some builtin is reached, by themselves or through others that they call. */
final class Callers {
    private final Predicate<Builtin> sought;
    private final Set<String> functions = new HashSet<>();

    /** Those that reach one of the builtins sought. */
    Callers(KernelModule module, Predicate<Builtin> sought) {
        this.sought = sought;
        // Callees stand before callers.
        for (Function function : module.functions()) {
            if (isReachedIn(function.body())) {
                functions.add(function.id());
            }
        }
    }

    /** Whether a function is one of them. */
    boolean contains(String function) {
        return functions.contains(function);
    }

    /** Whether a statement calls such a builtin, or a function that does. */
    boolean isReachedIn(Stmt stmt) {
        Finder finder = new Finder();
        finder.walk(stmt);
        return finder.found;
    }

    private final class Finder extends Walker {
        private boolean found;

        @Override
        public Void visitBuiltinCall(Expr.BuiltinCall expr) {
            found |= sought.test(expr.builtin());
            return super.visitBuiltinCall(expr);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            found |= sought.test(stmt.builtin());
            return super.visitInvokeBuiltin(stmt);
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            found |= contains(expr.function());
            return super.visitCall(expr);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            found |= contains(stmt.function());
            return super.visitInvoke(stmt);
        }
    }
}
