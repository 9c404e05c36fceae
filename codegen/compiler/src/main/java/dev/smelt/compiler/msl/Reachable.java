package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.dsl.MathMode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a module's kernels need: the functions that they reach, once for each math mode, and the structs. */
final class Reachable {
    private final Map<String, Function> functions;
    private final Map<MathMode, Set<String>> called = new EnumMap<>(MathMode.class);
    private final Set<Type.Struct> structs = new LinkedHashSet<>();
    private final KernelModule module;

    Reachable(KernelModule module, Map<String, Function> functions) {
        this.module = module;
        this.functions = functions;
        for (Kernel kernel : module.kernels()) {
            Collector collector = new Collector(called.computeIfAbsent(kernel.math(), mode -> new HashSet<>()));
            kernel.parameters().stream().map(KernelParameter::variable).forEach(collector::collect);
            collector.walk(kernel.body());
        }
    }

    /** The functions to emit, callees before callers. */
    Set<FunctionVariant> variants() {
        Set<FunctionVariant> variants = new LinkedHashSet<>();
        for (Function function : module.functions()) {
            for (MathMode math : MathMode.values()) {
                if (called.getOrDefault(math, Set.of()).contains(function.id())) {
                    variants.add(new FunctionVariant(function, math));
                }
            }
        }
        return variants;
    }

    /** The structs to emit, members before what holds them. */
    Set<Type.Struct> structs() {
        return structs;
    }

    private void addStruct(Type type) {
        if (type instanceof Type.Array array) {
            addStruct(array.element());
        } else if (type instanceof Type.Struct struct && !structs.contains(struct)) {
            struct.fields().forEach(field -> addStruct(field.type()));
            structs.add(struct);
        }
    }

    private final class Collector extends Walker {
        private final Set<String> seen;

        Collector(Set<String> seen) {
            this.seen = seen;
        }

        void collect(Variable variable) {
            addStruct(variable.type());
        }

        private void call(String id) {
            Function function = functions.get(id);
            if (function == null) {
                throw new AssertionError("no function " + id);
            }
            if (seen.add(id)) {
                addStruct(function.result());
                function.parameters().forEach(this::collect);
                walk(function.body());
            }
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            call(expr.function());
            return super.visitCall(expr);
        }

        @Override
        public Void visitNewStruct(Expr.NewStruct expr) {
            addStruct(expr.type());
            return super.visitNewStruct(expr);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            call(stmt.function());
            return super.visitInvoke(stmt);
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            collect(stmt.variable());
            return super.visitDeclareArray(stmt);
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            collect(stmt.variable());
            return super.visitDeclare(stmt);
        }
    }
}
