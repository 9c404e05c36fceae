package dev.smelt.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class SchedulerTest {
    private record Chunk(long first, long end) {}

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 100", "2, 0", "2, 1", "2, 2", "2, 3", "2, 100003", "3, 17", "5, 1000", "64, 65"})
    void runsEachPartOnce(int cores, int parts) {
        AtomicIntegerArray runs = new AtomicIntegerArray(parts);
        Scheduler scheduler = new Scheduler(cores);
        for (int round = 1; round <= 20; round++) {
            scheduler.run(parts, (first, end) -> {
                for (long part = first; part < end; part++) {
                    runs.incrementAndGet((int) part);
                }
            });
            for (int part = 0; part < parts; part++) {
                assertThat(runs.get(part)).isEqualTo(round);
            }
        }
    }

    @Test
    void givesLongChunksFirstAndSinglePartsLast() {
        List<Chunk> chunks = Collections.synchronizedList(new ArrayList<>());
        new Scheduler(2).run(1000, (first, end) -> chunks.add(new Chunk(first, end)));

        chunks.sort(Comparator.comparingLong(Chunk::first));
        assertThat(chunks.get(0)).isEqualTo(new Chunk(0, 250));
        assertThat(chunks.get(1)).isEqualTo(new Chunk(250, 437));
        assertThat(chunks.subList(chunks.size() - 4, chunks.size()))
                .containsExactly(new Chunk(996, 997), new Chunk(997, 998), new Chunk(998, 999), new Chunk(999, 1000));
    }

    @Test
    void beginsNothingMoreAfterAFailure() {
        List<Chunk> chunks = Collections.synchronizedList(new ArrayList<>());
        assertThatIllegalStateException()
                .isThrownBy(() -> new Scheduler(1).run(4, (first, end) -> {
                    throw new IllegalStateException("expected");
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> new Scheduler(2).run(1_000_000, (first, end) -> {
                    chunks.add(new Chunk(first, end));
                    throw new IllegalStateException("expected");
                }))
                .withMessage("expected");
        // Each thread may have begun one when the other failed.
        assertThat(chunks).hasSizeLessThanOrEqualTo(2);
    }
}
