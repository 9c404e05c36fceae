package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which accesses are certain, seen in the text of the check. */
class IndexCheckTest {
    private final Ir ir = new Ir("Test.java");
    private final Variable x = ir.variable("x", array(INT));
    private final Variable y = ir.variable("y", array(INT));
    private final Variable n = ir.variable("n", INT);
    private final Variable i = ir.variable("i", INT);
    private final List<Function> functions = new ArrayList<>();

    /** The statements of the check. */
    private List<String> check(Stmt... body) {
        String text = JvmEmitter.emit(ir.module(
                        functions,
                        ir.kernel("k", "", List.of(ir.buffer(x), ir.buffer(y), ir.uniform(n), ir.position(i)), body)))
                .text();
        int start = text.indexOf("static void kIndices");
        return start < 0
                ? List.of()
                : text.substring(start, text.indexOf("\n    }\n", start))
                        .lines()
                        .skip(1)
                        .map(String::strip)
                        .toList();
    }

    @Test
    void followsDeclarationsAndUniforms() {
        Variable j = ir.variable("j", INT);
        Variable value = ir.variable("value", INT);
        assertThat(check(
                        ir.declare(j, ir.add(ir.multiply(2, i), n)),
                        ir.declare(value, ir.load(x, j)),
                        ir.store(y, ir.subtract(ir.length(y), j), value)))
                .containsExactly(
                        "int n = context.intAt(0);",
                        "int i = x;",
                        "int j = 2 * i + n;",
                        "context.access(0, j);",
                        "context.access(1, context.length(1) - j);");
    }

    @Test
    void hasEachAccessToAnArrayOnce() {
        assertThat(check(ir.store(x, i, 1), ir.store(x, n, 2), ir.store(x, i, 3)))
                .containsExactly(
                        "int n = context.intAt(0);", "int i = x;", "context.access(0, i);", "context.access(0, n);");
    }

    @Test
    void leavesOutWhatDependsOnMemory() {
        assertThat(check(ir.store(y, ir.load(x, i), 1))).containsExactly("int i = x;", "context.access(0, i);");
    }

    @Test
    void isAbsentWhereNothingIsCertain() {
        assertThat(check(ir.when(ir.less(ir.load(x, ir.load(y, ir.load(x, n))), n), ir.store(x, i, 1))))
                .containsExactly("int n = context.intAt(0);", "context.access(0, n);");
        assertThat(check(ir.when(ir.less(i, n), ir.giveBack()), ir.store(x, i, 1)))
                .isEmpty();
        assertThat(check()).isEmpty();
    }

    @Test
    void stopsAtAReturnButNotAtALoopThatEnds() {
        Variable k = ir.variable("k", INT);
        Variable sum = ir.variable("sum", INT);
        assertThat(check(
                        ir.declare(sum, 0),
                        ir.count(k, n, ir.assign(sum, ir.add(sum, ir.load(x, k)))),
                        ir.store(y, i, sum),
                        ir.store(y, sum, 1),
                        ir.when(ir.less(i, 5), ir.giveBack()),
                        ir.store(x, i, 1)))
                .containsExactly("int i = x;", "context.access(1, i);");
    }

    @Test
    void leavesOutOperandsThatMayNotBeEvaluated() {
        assertThat(check(ir.store(
                        y,
                        i,
                        ir.conditional(
                                ir.and(ir.less(ir.load(x, 7), 0), ir.less(ir.load(x, 8), 0)),
                                ir.load(x, 9),
                                ir.load(y, 10)))))
                .containsExactly("int i = x;", "context.access(0, 7);", "context.access(1, i);");
    }

    @Test
    void knowsAVariableAgainAfterAnAssignment() {
        Variable j = ir.variable("j", INT);
        assertThat(check(
                        ir.declare(j, ir.load(x, 0)),
                        ir.store(y, j, 1),
                        ir.assign(j, i),
                        ir.store(y, j, 1),
                        ir.assign(j, ir.add(j, 1)),
                        ir.store(y, j, 1),
                        ir.when(ir.less(i, 3), ir.assign(j, 5)),
                        ir.store(y, j, 1)))
                .containsExactly(
                        "int i = x;",
                        "context.access(0, 0);",
                        "int j = 0;",
                        "j = i;",
                        "context.access(1, j);",
                        "j = j + 1;",
                        "context.access(1, j);");
    }

    @Test
    void callsFunctionsThatReadNoMemory() {
        Variable a = ir.variable("a", INT);
        Function twice = ir.function("twice", "", List.of(a), INT, ir.giveBack(ir.multiply(2, a)));
        functions.add(twice);
        Variable b = ir.variable("b", array(INT));
        Function first = ir.function("first", "", List.of(b), INT, ir.giveBack(ir.load(b, 0)));
        functions.add(first);
        assertThat(check(ir.store(x, ir.call(twice, i), 1), ir.store(y, ir.call(first, x), 1)))
                .containsExactly("int i = x;", "context.access(0, twice(i));");
    }

    @Test
    void knowsPositionsInTheGridOfAnyDimension() {
        Calls calls = new Calls(ir);
        Variable p = ir.variable("p", vector(INT, 2));
        Variable out = ir.variable("out", array(FLOAT));
        String text = JvmEmitter.emit(ir.module(
                        List.of(),
                        ir.kernel(
                                "k",
                                "",
                                List.of(ir.buffer(out), ir.position(p)),
                                ir.store(out, calls.method("y", INT, p), 1f))))
                .text();
        assertThat(text).contains("Int2 p = new Int2(x, y);").contains("context.access(0, p.y());");
    }
}
