package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

final class LaneCodeTest {
    @SuppressWarnings("UnusedMethod") // by LaneCode
    private static void add(int[] lanes) {
        lanes[0] += lanes[1];
    }

    @Test
    void runsAPrivateMethod() {
        LaneCode code = LaneCode.of(MethodHandles.lookup(), "add", int[].class);
        int[] lanes = {3, 4};
        code.run(lanes);
        code.run(lanes);
        assertThat(lanes[0]).isEqualTo(11);
    }

    @Test
    void throwsWhatTheMethodThrows() {
        LaneCode code = LaneCode.of(MethodHandles.lookup(), "add", int[].class);
        assertThatExceptionOfType(ArrayIndexOutOfBoundsException.class).isThrownBy(() -> code.run(new int[1]));
    }

    @Test
    void namesAMethodThatIsNotThere() {
        assertThatThrownBy(() -> LaneCode.of(MethodHandles.lookup(), "subtract", int[].class))
                .isInstanceOf(LinkageError.class)
                .hasMessageContaining("subtract");
    }
}
