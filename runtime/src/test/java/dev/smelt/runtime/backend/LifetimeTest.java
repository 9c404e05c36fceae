package dev.smelt.runtime.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LifetimeTest {
    private final AtomicInteger freed = new AtomicInteger();
    private final Lifetime lifetime = new Lifetime(freed::incrementAndGet);

    @Test
    void freesAtOnceWhatNobodyUses() {
        lifetime.close();
        lifetime.close();

        assertThat(freed).hasValue(1);
        assertThat(lifetime.isClosed()).isTrue();
        assertThat(lifetime.acquire()).isFalse();
    }

    @Test
    void freesAfterTheLastUse() {
        assertThat(lifetime.acquire()).isTrue();
        assertThat(lifetime.acquire()).isTrue();
        lifetime.close();
        assertThat(lifetime.acquire()).isFalse();
        lifetime.release();
        assertThat(freed).hasValue(0);

        lifetime.release();

        assertThat(freed).hasValue(1);
    }

    @Test
    void staysOpenBetweenUses() {
        assertThat(lifetime.acquire()).isTrue();
        lifetime.release();

        assertThat(lifetime.isClosed()).isFalse();
        assertThat(freed).hasValue(0);
    }

    @Test
    void freesOnceUnderContention() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException stop) {
                    return;
                }
                for (int k = 0; k < 10_000; k++) {
                    if (lifetime.acquire()) {
                        assertThat(freed).hasValue(0);
                        lifetime.release();
                    }
                    if (k == 5_000) {
                        lifetime.close();
                    }
                }
            });
            threads[i].start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(freed).hasValue(1);
    }
}
