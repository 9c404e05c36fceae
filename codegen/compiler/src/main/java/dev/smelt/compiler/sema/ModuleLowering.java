package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;

/** What lowering one kernel class needs in every method: the program's names, and fresh variables and labels. */
final class ModuleLowering {
    private final Names names;
    private final Diagnostics diagnostics;
    private final FunctionLowering functions;
    private int nextVariable;
    private int nextLabel;

    ModuleLowering(Names names, Diagnostics diagnostics) {
        this.names = names;
        this.diagnostics = diagnostics;
        this.functions = new FunctionLowering(this);
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Fields fields() {
        return names.fields();
    }

    Methods methods() {
        return names.methods();
    }

    Types types() {
        return names.types();
    }

    Constants constants() {
        return names.constants();
    }

    /** The functions that the kernels of this class call. */
    FunctionLowering functions() {
        return functions;
    }

    Variable newVariable(String name, Type type) {
        return new Variable(nextVariable++, name, type);
    }

    Label newLabel(String name) {
        return new Label(nextLabel++, name);
    }
}
