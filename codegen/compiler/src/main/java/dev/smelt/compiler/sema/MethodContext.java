package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts that lower one method's body share. */
final class MethodContext {
    final ModuleLowering module;
    final TypeSymbol place;
    final Type returnType;
    final Scope scope = Scope.empty();
    final CodeBuilder code = new CodeBuilder();
    final Constants.Evaluator constants;
    final ExpressionLowering expressions;
    final AssignmentLowering assignments;
    final CallLowering calls;
    final StatementLowering statements;
    final LoopLowering loops;
    final SwitchLowering switches;
    final RecordLowering records;
    final ArrayLowering arrays;
    /** The names that the body assigns. */
    Set<String> assignedNames = Set.of();
    /** The array that was made last. */
    @Nullable
    Variable fresh;
    /** Whether something was lowered that changes memory. */
    boolean changesMemory;

    MethodContext(ModuleLowering module, TypeSymbol place, Type returnType) {
        this.module = module;
        this.place = place;
        this.returnType = returnType;
        this.constants = module.constants().in(place, scope);
        this.expressions = new ExpressionLowering(this);
        this.assignments = new AssignmentLowering(this);
        this.calls = new CallLowering(this);
        this.statements = new StatementLowering(this);
        this.loops = new LoopLowering(this);
        this.switches = new SwitchLowering(this);
        this.records = new RecordLowering(this);
        this.arrays = new ArrayLowering(this);
    }

    Diagnostics diagnostics() {
        return module.diagnostics();
    }

    void report(Code code, Span span, String message, String help) {
        module.diagnostics().report(code, span, message, help);
    }

    /** Declares a temporary with this value and returns what reads it. */
    Expr temporary(String name, Expr value) {
        Variable variable = module.newVariable(name, value.type());
        code.emit(new Stmt.Declare(variable, value, value.span()));
        return new Expr.Read(variable, value.span());
    }

    /** Declares a temporary that is assigned later. */
    Variable unassigned(String name, Type type, Span span) {
        Variable variable = module.newVariable(name, type);
        code.emit(new Stmt.Declare(variable, null, span));
        return variable;
    }

    /** What stands for an expression that was diagnosed. */
    Expr erroneous(Span span) {
        return new Expr.Read(new Variable(-1, "error", Types.ERRONEOUS), span);
    }

    /**
     * A value where one of another type is wanted, as by assignment: converted, if it may be; else diagnosed.
     *
     * @param constant the value, if it is a constant expression
     * @param what is wanted, for the message: "the variable 'x'"
     */
    Expr assignable(Expr value, Optional<Object> constant, Type wanted, String what) {
        Type given = value.type();
        if (Conversions.isErroneous(given) || Conversions.isErroneous(wanted)) {
            return erroneous(value.span());
        }
        boolean may = Conversions.isAssignable(given, wanted)
                || constant.filter(c -> Conversions.fits(c, wanted)).isPresent();
        if (may) {
            return wanted instanceof Type.Scalar scalar ? Conversions.convert(value, scalar) : value;
        }
        if (given instanceof Type.NoValue) {
            report(Code.NO_VALUE, value.span(), "this call returns nothing", "call a function that returns a value");
        } else if (Conversions.isCastable(given, wanted)) {
            report(
                    Code.LOSSY_CONVERSION,
                    value.span(),
                    what + " is " + wanted.javaName() + ", and this " + given.javaName() + " may not fit",
                    "write a cast: (" + wanted.javaName() + ")");
        } else {
            report(
                    Code.TYPE_MISMATCH,
                    value.span(),
                    what + " is " + wanted.javaName() + ", and this is " + given.javaName(),
                    "write an expression of type " + wanted.javaName());
        }
        return erroneous(value.span());
    }
}
