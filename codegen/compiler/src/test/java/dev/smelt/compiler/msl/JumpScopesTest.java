package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.testing.Ir;
import org.junit.jupiter.api.Test;

class JumpScopesTest {
    private final Ir ir = new Ir("Jumps.java");
    private final Label outer = ir.label("outer");
    private final JumpScopes jumps = new JumpScopes();

    @Test
    void refusesBreakOutOfTwoStatements() {
        jumps.inLoop(
                outer,
                () -> jumps.inSwitch(
                        ir.label(""),
                        () -> assertThatThrownBy(() -> jumps.checkBreak(outer, ir.span()))
                                .isInstanceOf(AssertionError.class)));
    }

    @Test
    void letsContinuePassThroughASwitch() {
        jumps.inLoop(outer, () -> jumps.inSwitch(ir.label(""), () -> jumps.checkContinue(outer, ir.span())));
    }
}
