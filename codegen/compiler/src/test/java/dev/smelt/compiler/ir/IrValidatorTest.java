package dev.smelt.compiler.ir;

import static dev.smelt.compiler.testing.Ir.BOOLEAN;
import static dev.smelt.compiler.testing.Ir.BYTE;
import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.struct;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.testing.Ir;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrValidatorTest {
    private final Ir ir = new Ir("Test.java");
    private final Variable a = ir.variable("a", array(INT));
    private final Variable n = ir.variable("n", INT);
    private final Variable i = ir.variable("i", INT);
    private final Variable fresh = ir.variable("fresh", INT);
    private final Function pure =
            ir.function("pure", "", List.of(ir.variable("p", INT)), INT, ir.giveBack(ir.constant(1)));

    private KernelModule module(List<Function> functions, Stmt... body) {
        List<KernelParameter> parameters = List.of(ir.buffer(a), ir.uniform(n), ir.position(i));
        return ir.module(functions, ir.kernel("k", "", parameters, body));
    }

    private void accepts(Stmt... body) {
        IrValidator.validate(module(List.of(pure), body));
    }

    private void rejects(String message, Stmt... body) {
        rejects(message, module(List.of(pure), body));
    }

    private static void rejects(String message, KernelModule module) {
        assertThatThrownBy(() -> IrValidator.validate(module))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("src/demo/Test.java:")
                .hasMessageContaining(message);
    }

    private void rejectsValue(String message, Expr value) {
        rejects(message, ir.store(a, 0, value));
    }

    @Test
    void acceptsWhatKeepsTheInvariants() {
        accepts(
                ir.declare(fresh, ir.call(pure, n)),
                ir.count(ir.variable("k", INT), fresh, ir.store(a, i, ir.load(a, fresh))));
    }

    @Test
    void rejectsConstantsOfOtherTypes() {
        rejectsValue("a constant isn't of its type", new Expr.Constant(INT, 1L, ir.span()));
        rejectsValue("a constant isn't of its type", ir.convert(INT, ir.constant(BYTE, 128)));
    }

    @Test
    void rejectsUndeclaredVariables() {
        rejectsValue("a variable is not in scope", ir.read(fresh));
        rejects("a variable is not in scope", ir.assign(fresh, 1));
        rejects("a variable is not in scope", ir.block(ir.declare(fresh, 1)), ir.store(a, 0, fresh));
        rejects("a variable is not in scope", ir.declare(fresh, fresh));
        rejects("a variable is not in scope", ir.invokeInto(fresh, pure, n));
        rejects("a variable is not in scope", ir.count(fresh, 3), ir.store(a, 0, fresh));
    }

    @Test
    void rejectsVariablesDeclaredTwice() {
        rejects("a variable is declared twice", ir.declare(fresh, 1), ir.declare(fresh, 2));
        rejects("a variable is declared twice", ir.declare(n, 1));
    }

    @Test
    void rejectsTypesThatVariablesCannotHave() {
        rejects("can't have its type", ir.declare(ir.variable("v", new Type.NoValue())));
        rejects("can't have its type", ir.declare(ir.variable("v", array(array(INT)))));
        rejects("can't have its type", ir.declare(ir.variable("v", new Type.Erroneous())));
    }

    @Test
    void rejectsOperandsOfWrongTypes() {
        rejectsValue("the operand has a wrong type", ir.convert(INT, ir.negate(ir.constant(BYTE, 1))));
        rejectsValue("the operand has a wrong type", ir.convert(INT, ir.unary(UnaryOp.COMPLEMENT, 1f)));
        rejectsValue("the operand has a wrong type", ir.conditional(ir.not(1), 1, 2));
        rejectsValue("operands or the result", ir.add(1, 2f));
        rejectsValue("operands or the result", ir.convert(INT, ir.add(ir.constant(BYTE, 1), ir.constant(BYTE, 1))));
        rejectsValue("operands or the result", ir.binary(BinaryOp.SHIFT_LEFT, 1, 2L));
        rejectsValue("operands or the result", ir.convert(INT, ir.binary(BinaryOp.BIT_AND, 1f, 2f)));
        rejectsValue("operands or the result", ir.conditional(ir.less(true, false), 1, 2));
        rejectsValue(
                "operands or the result",
                ir.convert(INT, new Expr.Binary(BinaryOp.ADD, n1(), n1(), LONG, false, ir.span())));
        rejectsValue("the operands have a wrong type", ir.conditional(ir.and(1, true), 1, 2));
    }

    private Expr n1() {
        return ir.read(n);
    }

    @Test
    void rejectsChoicesThatDiffer() {
        rejectsValue("a condition isn't boolean", ir.conditional(1, 2, 3));
        rejectsValue("the choices have different types", ir.conditional(true, 2, 3f));
    }

    @Test
    void rejectsConversionsOfWhatIsNoNumber() {
        rejectsValue("only numbers are converted", ir.convert(INT, true));
        rejectsValue("only numbers are converted", ir.conditional(ir.convert(BOOLEAN, 1), 1, 2));
    }

    @Test
    void rejectsArgumentsThatDoNotFit() {
        Builtin fits = new Builtin(
                Builtin.Form.STATIC,
                Math.class,
                "abs",
                List.of(INT),
                INT,
                "metal::abs",
                "metal::abs",
                Builtin.Effect.NONE,
                false);
        rejectsValue("the arguments don't fit", new Expr.BuiltinCall(fits, List.of(), ir.span()));
        rejectsValue("the arguments don't fit", ir.call(pure, 1f));
        rejects("the arguments don't fit", ir.invoke(pure, 1, 2));
    }

    @Test
    void rejectsCallsOfWhatIsNotThere() {
        Function other = ir.function("other", "", List.of(), INT, ir.giveBack(1));
        rejectsValue("is not known, or comes later", ir.call(other));
        rejects("is not known, or comes later", ir.invoke(other));
    }

    @Test
    void rejectsRecursion() {
        Function itself = new Function(
                "f",
                "f",
                "",
                List.of(),
                INT,
                ir.block(ir.giveBack(new Expr.Call("f", List.of(), INT, ir.span()))),
                true,
                ir.span());
        rejects("is not known, or comes later", module(List.of(itself)));
    }

    @Test
    void rejectsWrongResults() {
        rejectsValue("the result has another type", new Expr.Call(pure.id(), List.of(n1()), LONG, ir.span()));
        Variable wide = ir.variable("wide", LONG);
        rejects("the result has another type", ir.declare(wide, 1L), ir.invokeInto(wide, pure, n));
    }

    @Test
    void rejectsEffectsOfPureFunctions() {
        Variable array = ir.variable("array", array(INT));
        Function stores = ir.function("stores", "", List.of(array), INT, ir.store(array, 0, 1), ir.giveBack(1));
        rejects("a pure function stores", module(List.of(stores)));
        Variable other = ir.variable("other", array(INT));
        Function impure = ir.function("impure", "", List.of(other), new Type.NoValue(), ir.store(other, 0, 1));
        Variable third = ir.variable("third", array(INT));
        Function calls = ir.function("calls", "", List.of(third), INT, ir.invoke(impure, third), ir.giveBack(1));
        rejects("a pure function calls one that is not", module(List.of(impure, calls)));
        rejects(
                "the function isn't pure",
                module(
                        List.of(impure),
                        ir.store(a, 0, new Expr.Call(impure.id(), List.of(ir.read(a)), INT, ir.span()))));
    }

    @Test
    void rejectsWhatIsNoArray() {
        rejects("what is stored to isn't an array", ir.store(n, 0, 1));
        rejects(
                "what is loaded from isn't an array",
                ir.store(
                        a,
                        0,
                        new Expr.BuiltinCall(
                                new Builtin(
                                        Builtin.Form.STATIC,
                                        Math.class,
                                        "f",
                                        List.of(INT),
                                        INT,
                                        "f",
                                        "f",
                                        Builtin.Effect.NONE,
                                        false),
                                List.of(badLoad()),
                                ir.span())));
        rejectsValue("what is measured isn't an array", ir.length(n));
        rejects("an index isn't an int", ir.store(a, 1L, 1));
        rejectsValue("an index isn't an int", ir.load(a, 1L));
    }

    private Expr badLoad() {
        return ir.load(n, 0);
    }

    @Test
    void rejectsValuesOfOtherTypes() {
        rejects("the value has another type", ir.declare(fresh, 1f));
        rejects("the value has another type", ir.assign(n, 1f));
        rejects("the value has another type", ir.store(a, 0, 1f));
        rejects("what is returned has another type", ir.giveBack(1));
        Function nothing = ir.function("nothing", "", List.of(), INT, ir.giveBack());
        rejects("what is returned has another type", module(List.of(nothing)));
    }

    @Test
    void rejectsAssignedArrayParameters() {
        rejects("a variable that stands for one array is assigned", ir.assign(a, a));
    }

    @Test
    void rejectsComponentsThatAreNotThere() {
        Type.Struct pair = struct("Pair", "x", INT, "y", FLOAT);
        rejects("the components don't fit", ir.declare(ir.variable("p", pair), ir.newStruct(pair, 1)));
        Variable p = ir.variable("p", pair);
        Expr missing = new Expr.Length(ir.field(p, 7), ir.span());
        rejects("there is no such component", ir.declare(p, ir.newStruct(pair, 1, 2f)), ir.store(a, 0, missing));
    }

    @Test
    void rejectsConditionsThatAreNotBoolean() {
        rejects("a condition isn't boolean", ir.when(1));
        rejects("a condition isn't boolean", ir.whileLoop(ir.label(""), 1));
        rejects("a condition isn't boolean", ir.doWhile(ir.label(""), 1));
        rejects("a selector isn't an int", ir.choose(ir.label(""), 1L));
    }

    @Test
    void rejectsStatementsAtTheStartOfALoop() {
        rejects("no start of a loop", ir.loop(ir.label(""), List.of(ir.store(a, 0, 1)), ir.constant(true), List.of()));
    }

    @Test
    void rejectsJumpsToNowhere() {
        Label label = ir.label("l");
        rejects("no statement around has the label", ir.leave(label));
        rejects("no loop around has the label", ir.labeled(label, ir.next(label)));
        rejects("no statement around has the label", ir.labeled(label), ir.leave(label));
        rejects("a label stands on two statements", ir.labeled(label), ir.labeled(label));
    }

    @Test
    void rejectsCasesThatAreThereTwice() {
        rejects(
                "a case is there twice",
                ir.choose(ir.label(""), n, ir.group(List.of(1), false), ir.group(List.of(1), false)));
        rejects(
                "default is there twice",
                ir.choose(ir.label(""), n, ir.group(List.of(), true), ir.group(List.of(), true)));
        rejects("a group has no case", ir.choose(ir.label(""), n, ir.group(List.of(), false)));
    }

    @Test
    void rejectsNamesAndIdsThatAreThereTwice() {
        Kernel kernel = ir.kernel("k", "", List.of());
        rejects("two kernels are named k", ir.module(List.of(), kernel, kernel));
        rejects(
                "two functions have the id",
                module(List.of(
                        ir.function("f", "", List.of(), INT, ir.giveBack(1)),
                        ir.function("f", "", List.of(), INT, ir.giveBack(1)))));
    }

    @Test
    void rejectsParametersThatDoNotFit() {
        rejects(
                "a parameter has a type that doesn't fit",
                ir.module(List.of(), ir.kernel("k", "", List.of(ir.uniform(a)))));
        rejects(
                "a parameter has a type that doesn't fit",
                ir.module(List.of(), ir.kernel("k", "", List.of(ir.position(ir.variable("p", FLOAT))))));
    }

    @Test
    void rejectsFunctionsThatReturnArrays() {
        Variable array = ir.variable("array", array(INT));
        Function f = ir.function("f", "", List.of(array), array(INT), ir.giveBack(array));
        rejects("a function returns an array", module(List.of(f)));
    }
}
