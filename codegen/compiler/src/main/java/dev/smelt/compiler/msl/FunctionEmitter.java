package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Completion;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.List;

/** Writes a variant of a user's function. */
final class FunctionEmitter {
    private final ModuleContext module;
    private final LineWriter out;

    FunctionEmitter(ModuleContext module, LineWriter out) {
        this.module = module;
        this.out = out;
    }

    void emit(FunctionVariant variant) {
        Function function = variant.function();
        Locals locals =
                new Locals(module.names().localScope(function.body(), variant.math()), module, module.places(variant));
        BodyUses reads = new BodyUses(function.body());
        List<String> parameters = new ArrayList<>();
        if (module.isChecked()) {
            parameters.add(module.support().use("smelt_checks") + " " + locals.declareChecks());
        }
        for (Variable parameter : function.parameters()) {
            addParameter(parameter, locals, reads, parameters);
        }
        out.line("").line("// " + Comments.oneLine(function.signature()));
        out.head(
                function.span(),
                "static inline " + module.types().of(function.result()) + " "
                        + module.names().function(variant) + "(" + String.join(", ", parameters) + ") {");
        emitMathMode(variant.math());
        if (module.isChecked()) {
            out.indent().line("(void) " + locals.checks() + ";").dedent();
        }
        emitBody(function.body(), locals, variant.math());
        if (!(function.result() instanceof Type.NoValue) && Completion.canComplete(function.body())) {
            out.indent().line("return {};").dedent();
        }
        out.line("}");
    }

    private void addParameter(Variable parameter, Locals locals, BodyUses reads, List<String> parameters) {
        String name = locals.declare(parameter);
        String shown = reads.isUsed(parameter) ? name : "";
        if (parameter.type() instanceof Type.Array array) {
            parameters.add((module.types().pointer(array, locals.places().of(parameter), locals.isWritten(parameter))
                            + " " + shown)
                    .stripTrailing());
            if (locals.hasLength(parameter)) {
                parameters.add("int " + locals.length(parameter));
            }
        } else if (parameter.type() instanceof Type.Texture) {
            parameters.add((locals.places().ofTexture(parameter).type() + " " + shown).stripTrailing());
        } else {
            parameters.add((module.types().of(parameter.type()) + " " + shown).stripTrailing());
        }
    }

    /** Lets products and sums be contracted in the function that was just opened, if its mode does. */
    void emitMathMode(MathMode math) {
        if (math == MathMode.FAST) {
            out.flush("#pragma METAL fp contract(fast)");
        }
    }

    /** The statements of a function or kernel. */
    void emitBody(Stmt.Block body, Locals locals, MathMode math) {
        ExprEmitter exprs = new ExprEmitter(module, locals, math);
        out.indent();
        new StmtEmitter(out, locals, exprs, module.types()).body(body);
        out.dedent();
    }
}
