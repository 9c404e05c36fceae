package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens to the textures that parameters stand for, there or in the functions that are given them. */
public final class TextureUses {
    /** What can be done with a texture. */
    public enum Use {
        /** A pixel is read. */
        READ,
        /** A colour is interpolated by a sampler. */
        SAMPLED,
        /** A pixel is written. */
        WRITTEN
    }

    private final Map<Variable, Set<Use>> found = new HashMap<>();

    private TextureUses() {}

    /** Looks through a whole module, whether or not a kernel calls the function. */
    public static TextureUses in(KernelModule module) {
        TextureUses uses = new TextureUses();
        Collector collector = uses.new Collector();
        for (Function function : module.functions()) {
            // Callees stand before callers, so that what happens to their parameters is known.
            collector.walk(function.body());
            collector.functions.put(function.id(), function);
        }
        module.kernels().forEach(kernel -> collector.walk(kernel.body()));
        return uses;
    }

    /** Whether this may be done to the texture that the variable stands for. */
    public boolean has(Variable texture, Use use) {
        return of(texture).contains(use);
    }

    private Set<Use> of(Variable texture) {
        return found.getOrDefault(texture, Set.of());
    }

    private final class Collector extends Walker {
        private final Map<String, Function> functions = new HashMap<>();

        private void mark(Expr texture, Set<Use> uses) {
            if (!(texture instanceof Expr.Read read)) {
                throw new AssertionError(texture.span() + ": not a texture's name: " + texture);
            }
            found.computeIfAbsent(read.variable(), key -> EnumSet.noneOf(Use.class))
                    .addAll(uses);
        }

        private void call(String id, List<Expr> arguments) {
            Function function = functions.get(id);
            if (function == null) {
                throw new AssertionError("no function " + id);
            }
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).type() instanceof Type.Texture) {
                    mark(arguments.get(i), of(function.parameters().get(i)));
                }
            }
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            call(expr.function(), expr.arguments());
            return super.visitCall(expr);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            call(stmt.function(), stmt.arguments());
            return super.visitInvoke(stmt);
        }

        /** A texture alone is asked for its size. */
        @Override
        public Void visitBuiltinCall(Expr.BuiltinCall expr) {
            List<Type> parameters = expr.builtin().parameters();
            if (parameters.size() > 1 && parameters.get(0) instanceof Type.Texture) {
                boolean sampled = parameters.stream().anyMatch(Type.Sampler.class::isInstance);
                mark(expr.arguments().get(0), Set.of(sampled ? Use.SAMPLED : Use.READ));
            }
            return super.visitBuiltinCall(expr);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            if (stmt.builtin().effect() == Builtin.Effect.TEXTURE_WRITE) {
                mark(stmt.arguments().get(0), Set.of(Use.WRITTEN));
            }
            return super.visitInvokeBuiltin(stmt);
        }
    }
}
