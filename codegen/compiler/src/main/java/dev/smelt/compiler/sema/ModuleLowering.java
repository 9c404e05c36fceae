package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What lowering one kernel class needs in every method: the program's names, and fresh variables and labels. */
final class ModuleLowering {
    private final Names names;
    private final Diagnostics diagnostics;
    private final FunctionLowering functions;
    private final ConstantValues constantValues;
    /** Of the arrays that have always the same. */
    private final Map<Variable, Integer> lengths = new HashMap<>();

    private final boolean assertions;
    private int nextVariable;
    private int nextLabel;

    ModuleLowering(Names names, boolean assertions, Diagnostics diagnostics) {
        this.assertions = assertions;
        this.names = names;
        this.diagnostics = diagnostics;
        this.functions = new FunctionLowering(this);
        this.constantValues = new ConstantValues(this);
    }

    /** Whether {@code assert} statements are accepted. */
    boolean acceptsAssertions() {
        return assertions;
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

    /** The arrays and other objects of constants that the kernels of this class read. */
    ConstantValues constantValues() {
        return constantValues;
    }

    /** Notes the length of a variable that stands for one array alone. */
    void knowLength(Variable array, int length) {
        lengths.put(array, length);
    }

    /** The length of an array, where it is known. */
    OptionalInt lengthOf(Expr array) {
        Integer length = array instanceof Expr.Read read ? lengths.get(read.variable()) : null;
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }

    Variable newVariable(String name, Type type) {
        return new Variable(nextVariable++, name, type);
    }

    Label newLabel(String name) {
        return new Label(nextLabel++, name);
    }
}
