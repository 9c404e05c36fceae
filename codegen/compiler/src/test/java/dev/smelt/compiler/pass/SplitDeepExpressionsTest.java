package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.RandomExpr;
import dev.smelt.compiler.testing.ValidatedPasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitDeepExpressionsTest {
    private final PassFixture fixture = new PassFixture();
    private final Ir ir = fixture.ir;
    private final Pass split = module -> SplitDeepExpressions.split(module, 2);

    @Test
    void declaresPartsBeforeTheStatement() {
        Expr sum = ir.add(1, ir.add(2, ir.add(3, ir.add(4, fixture.n))));
        assertThat(fixture.after(split, ir.store(fixture.a, 0, sum))).isEqualTo("""
                int part = (3 + (4 + n));
                a[0] = (1 + (2 + part));
                """);
    }

    @Test
    void keepsTheRightOfAndBehindTheLeft() {
        Expr deep = ir.less(ir.add(1, ir.add(2, ir.add(3, fixture.n))), 9);
        assertThat(fixture.after(split, ir.when(ir.and(ir.less(fixture.i, 5), deep), ir.store(fixture.a, 0, 1))))
                .isEqualTo("""
                        boolean part = (i < 5);
                        if (part) {
                            int part%4 = (2 + (3 + n));
                            part = ((1 + part%4) < 9);
                        }
                        if (part) {
                            a[0] = 1;
                        }
                        """);
    }

    @Test
    void splitsChainsOfAndFromTheLeft() {
        Expr chain = ir.and(
                ir.less(fixture.n, 1), ir.and(ir.less(fixture.n, 2), ir.and(ir.less(fixture.n, 3), ir.less(4, 5))));
        assertThat(fixture.after(split, ir.when(chain, ir.store(fixture.a, 0, 1))))
                .isEqualTo("""
                boolean part = ((n < 1) && (n < 2));
                boolean part%5 = (part && (n < 3));
                if ((part%5 && (4 < 5))) {
                    a[0] = 1;
                }
                """);
    }

    @Test
    void makesChoicesOfDeepValuesStatements() {
        Expr choice = ir.conditional(
                ir.less(fixture.n, 1),
                ir.add(1, ir.add(2, ir.add(3, fixture.n))),
                ir.conditional(ir.less(fixture.n, 2), ir.add(1, ir.add(2, fixture.n)), 7));
        assertThat(fixture.after(split, ir.store(fixture.a, 0, choice))).isEqualTo("""
                int part;
                if ((n < 1)) {
                    int part%4 = (2 + (3 + n));
                    part = (1 + part%4);
                } else {
                    if ((n < 2)) {
                        part = (1 + (2 + n));
                    } else {
                        part = 7;
                    }
                }
                a[0] = part;
                """);
    }

    @Test
    void evaluatesConditionsOfLoopsInEachRound() {
        Label loop = ir.label("loop");
        Expr deep = ir.less(ir.add(1, ir.add(2, ir.add(3, fixture.n))), 9);
        Stmt.For counted = ir.loop(
                loop,
                List.of(),
                deep,
                List.of(ir.assign(fixture.n, ir.add(1, ir.add(2, ir.add(3, fixture.n))))),
                ir.when(ir.less(fixture.n, 3), ir.next(loop)),
                ir.store(fixture.a, 0, 1));
        assertThat(fixture.after(split, counted)).isEqualTo("""
                loop: for (; true; ) {
                    int part = (2 + (3 + n));
                    if (!((1 + part) < 9)) {
                        break loop;
                    }
                    loop%7: {
                        if ((n < 3)) {
                            break loop%7;
                        }
                        a[0] = 1;
                    }
                    int part%6 = (2 + (3 + n));
                    n = (1 + part%6);
                }
                """);
    }

    @ParameterizedTest
    @EnumSource(Type.Scalar.class)
    void keepsWhatRandomExpressionsMean(Type.Scalar type) {
        List<Variable> variables = List.of(
                ir.variable("p", Ir.INT),
                ir.variable("q", Ir.LONG),
                ir.variable("r", Ir.FLOAT),
                ir.variable("s", Ir.BOOLEAN));
        RandomExpr random = new RandomExpr(ir, 5, variables);
        for (int k = 0; k < 300; k++) {
            Expr expr = random.next(type, 7);
            Variable out = ir.variable("out", Ir.array(type));
            Stmt body = ir.block(
                    ir.declare(variables.get(0), k),
                    ir.declare(variables.get(1), -k * 5000000000L),
                    ir.declare(variables.get(2), k / 7f),
                    ir.declare(variables.get(3), k % 2 == 0),
                    ir.store(out, 0, expr));
            KernelModule module = ir.module(List.of(), ir.kernel("k", "", List.of(ir.buffer(out)), body));
            KernelModule rewritten = ValidatedPasses.run(List.of(split), module);
            assertThat(PassFixture.run(PassFixture.only(rewritten).body(), Map.of()))
                    .isEqualTo(PassFixture.run(body, Map.of()));
        }
    }
}
