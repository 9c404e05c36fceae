package dev.smelt.compiler.pass;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;

/** Makes variables and labels that a module doesn't have yet. */
public final class FreshIds {
    private int last;

    private FreshIds() {}

    public static FreshIds in(KernelModule module) {
        FreshIds ids = new FreshIds();
        Walker walker = ids.new Collector();
        module.constants().forEach(constant -> ids.see(constant.variable()));
        for (Function function : module.functions()) {
            function.parameters().forEach(ids::see);
            walker.walk(function.body());
        }
        for (Kernel kernel : module.kernels()) {
            kernel.parameters().forEach(parameter -> ids.see(parameter.variable()));
            walker.walk(kernel.body());
        }
        return ids;
    }

    public Variable variable(String name, Type type) {
        return new Variable(++last, name, type);
    }

    public Label label(String name) {
        return new Label(++last, name);
    }

    private void see(Variable variable) {
        last = Math.max(last, variable.id());
    }

    private void see(Label label) {
        last = Math.max(last, label.id());
    }

    private final class Collector extends Walker {
        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            see(stmt.variable());
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            see(stmt.variable());
            return super.visitDeclareArray(stmt);
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            see(stmt.label());
            return super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            see(stmt.label());
            return super.visitDoWhile(stmt);
        }

        @Override
        public Void visitLabeled(Stmt.Labeled stmt) {
            see(stmt.label());
            return super.visitLabeled(stmt);
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            see(stmt.label());
            return super.visitSwitch(stmt);
        }
    }
}
