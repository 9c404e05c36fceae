package dev.smelt.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.testing.Ir;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundLoopsTest {
    private final PassFixture fixture = new PassFixture();
    private final Ir ir = fixture.ir;

    @Test
    void countsRoundsOfEndlessLoops() {
        Label loop = ir.label("loop");
        assertThat(fixture.after(new BoundLoops(), ir.whileLoop(loop, true, ir.leave(loop))))
                .isEqualTo("""
                loop: for (long rounds = 9223372036854775807L; (rounds >! 0L); rounds = (rounds -! 1L)) {
                    break loop;
                }
                """);
    }

    @Test
    void keepsOtherLoops() {
        assertThat(fixture.after(new BoundLoops(), ir.whileLoop(ir.label("loop"), ir.less(fixture.n, 3))))
                .isEqualTo("""
                loop: for (; (n < 3); ) {
                }
                """);
    }

    @Test
    void makesEndlessDoLoopsForLoops() {
        Label loop = ir.label("loop");
        assertThat(fixture.after(new BoundLoops(), ir.doWhile(loop, true, ir.leave(loop))))
                .isEqualTo("""
                loop: for (long rounds = 9223372036854775807L; (rounds >! 0L); rounds = (rounds -! 1L)) {
                    break loop;
                }
                """);
    }

    @Test
    void keepsStartAndUpdate() {
        var k = ir.variable("k", Ir.INT);
        Label loop = ir.label("loop");
        assertThat(fixture.after(
                        new BoundLoops(),
                        ir.loop(
                                loop,
                                List.of(ir.declare(k, 0)),
                                true,
                                List.of(ir.assign(k, ir.add(k, 1))),
                                ir.when(ir.equal(k, 4), ir.leave(loop)))))
                .isEqualTo("""
                {
                    long rounds = 9223372036854775807L;
                    loop: for (int k = 0; (rounds >! 0L); k = (k + 1), rounds = (rounds -! 1L)) {
                        if ((k == 4)) {
                            break loop;
                        }
                    }
                }
                """);
    }
}
