package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import dev.smelt.compiler.pass.TextureUses;
import dev.smelt.dsl.MathMode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a module's kernels need: the functions that they reach, in all their variants, constants, and structs. */
final class Reachable {
    private final Map<String, Function> functions;
    private final Set<FunctionVariant> called = new LinkedHashSet<>();
    private final Set<Type.Struct> structs = new LinkedHashSet<>();
    /** Those in threadgroup memory that hold truth values. */
    private final Set<Type.Struct> shared = new HashSet<>();

    private final Set<Variable> read = new HashSet<>();
    private final KernelModule module;

    Reachable(KernelModule module, Map<String, Function> functions, TextureUses textures) {
        this.module = module;
        this.functions = functions;
        for (Kernel kernel : module.kernels()) {
            Collector collector = new Collector(kernel.math(), Places.of(kernel, module, textures));
            kernel.parameters().stream().map(KernelParameter::variable).forEach(collector::collect);
            kernel.threadgroups().forEach(memory -> share(memory.element()));
            collector.walk(kernel.body());
        }
        constants().forEach(constant -> addStruct(constant.element()));
    }

    /** The functions to emit, callees before callers. */
    Set<FunctionVariant> variants() {
        Set<FunctionVariant> variants = new LinkedHashSet<>();
        for (Function function : module.functions()) {
            for (MathMode math : MathMode.values()) {
                called.stream()
                        .filter(variant -> variant.math() == math)
                        .filter(variant -> variant.function().id().equals(function.id()))
                        .forEach(variants::add);
            }
        }
        return variants;
    }

    /** The arrays of constants to emit. */
    List<ConstantArray> constants() {
        return module.constants().stream()
                .filter(constant -> read.contains(constant.variable()))
                .toList();
    }

    /** The structs to emit, members before what holds them. */
    Set<Type.Struct> structs() {
        return structs;
    }

    /** The structs that need another form in threadgroup memory, members before what holds them. */
    List<Type.Struct> threadgroupStructs() {
        return structs.stream().filter(shared::contains).toList();
    }

    private void share(Type type) {
        if (type instanceof Type.Struct struct && ThreadgroupStorage.holdsTruth(struct)) {
            shared.add(struct);
            struct.fields().forEach(field -> share(field.type()));
        }
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
        private final MathMode math;
        private final Places places;

        Collector(MathMode math, Places places) {
            this.math = math;
            this.places = places;
        }

        void collect(Variable variable) {
            addStruct(variable.type());
        }

        private void call(String id, List<Expr> arguments) {
            Function function = functions.get(id);
            if (function == null) {
                throw new AssertionError("no function " + id);
            }
            FunctionVariant variant = places.callee(function, math, arguments);
            if (called.add(variant)) {
                addStruct(function.result());
                function.parameters().forEach(this::collect);
                new Collector(math, Places.of(variant, module)).walk(function.body());
            }
        }

        @Override
        public Void visitRead(Expr.Read expr) {
            read.add(expr.variable());
            return null;
        }

        @Override
        public Void visitCall(Expr.Call expr) {
            call(expr.function(), expr.arguments());
            return super.visitCall(expr);
        }

        @Override
        public Void visitNewStruct(Expr.NewStruct expr) {
            addStruct(expr.type());
            return super.visitNewStruct(expr);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            call(stmt.function(), stmt.arguments());
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
