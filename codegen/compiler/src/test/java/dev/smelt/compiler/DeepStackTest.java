package dev.smelt.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void mapsInOrderOnSeveralThreads() {
        List<Integer> items = IntStream.range(0, 500).boxed().toList();
        assertThat(DeepStack.map(items, item -> depth(10_000) + item))
                .isEqualTo(items.stream().map(item -> 10_000 + item).toList());
        assertThat(DeepStack.map(List.of(), item -> item)).isEmpty();
    }

    @Test
    void throwsWhatTheFirstItemThatFailsThrows() {
        List<Integer> items = IntStream.range(0, 50).boxed().toList();
        assertThatThrownBy(() -> DeepStack.map(items, item -> {
                    if (item % 7 == 6) {
                        throw new IllegalStateException("item " + item);
                    }
                    return item;
                }))
                .hasMessage("item 6");
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }
}
