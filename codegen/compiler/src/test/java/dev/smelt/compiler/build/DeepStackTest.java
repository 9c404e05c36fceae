package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
    @Test
    void recursesDeeply() {
        assertThat(DeepStack.call(() -> depth(1_000_000))).isEqualTo(1_000_000);
    }

    @Test
    void passesOnWhatIsThrown() {
        assertThatThrownBy(() -> DeepStack.call(() -> {
                    throw new IllegalStateException("mine");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
        assertThatThrownBy(() -> DeepStack.call(() -> {
                    throw new AssertionError("bug");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("bug");
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }
}
