package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.DeviceMemoryException;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.KernelException;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.Texture;
import dev.smelt.runtime.TextureFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 64 threads, four devices, random calls, batches, cancellations, closes and failures: no wrong result, no leak, no
 * deadlock. Ten seconds here; {@code -Dsmelt.soak.seconds=600} for the long form.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class SoakTest {
    private static final int THREADS = 64;
    private static final int DEVICES = 4;
    private static final long SECONDS = Long.getLong("smelt.soak.seconds", 10);
    private static final int EXECUTION_FAILED = 15;
    private static final int OUT_OF_MEMORY = 8;

    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(DEVICES);
    private final AtomicLong right = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();

    /** A device, its kernels, and an array that all threads share and any of them may close. */
    private record Slot(Device device, ActivationsKernels kernels, FloatArray shared) {
        static Slot open(int number) {
            boolean jvm = number % 2 == 0 || !Devices.hasMetal();
            Device device = jvm ? Device.jvm() : Devices.metal();
            return new Slot(device, ActivationsKernels.load(device), device.floats(100));
        }
    }

    @Test
    void survives() throws Exception {
        long before = openHandles();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int i = 0; i < DEVICES; i++) {
            slots.set(i, Slot.open(i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        once(random);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get(SECONDS + 120, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < DEVICES; i++) {
            slots.get(i).shared.close();
            slots.get(i).device.close();
            slots.set(i, null);
        }
        assertThat(right.get()).isGreaterThan(THREADS);
        assertComesBack(before);
        System.out.println("soak: " + SECONDS + " s, " + right + " right, " + failed + " failed as wanted, " + closed
                + " met something closed, " + cancelled + " cancelled");
    }

    private void once(Random random) {
        int number = random.nextInt(DEVICES);
        Slot slot = slots.get(number);
        try {
            switch (random.nextInt(16)) {
                case 0 -> replaceDevice(number, slot, random);
                case 1 -> slot.shared.close();
                case 2 -> failNext(slot, random);
                case 3, 4, 5 -> batch(slot, random);
                case 6 -> plainArrays(slot, random);
                case 7 -> texture(slot, random);
                case 8 -> slot.kernels.sigmoid(slot.shared, slot.shared);
                default -> call(slot, random);
            }
        } catch (IllegalStateException use) {
            assertThat(use).hasMessageContaining("close");
            closed.incrementAndGet();
        } catch (KernelException | DeviceMemoryException wanted) {
            failed.incrementAndGet();
        }
    }

    /** Closes a device under all who use it, now and then. */
    private void replaceDevice(int number, Slot slot, Random random) {
        if (random.nextInt(20) == 0) {
            Slot fresh = Slot.open(number);
            if (slots.compareAndSet(number, slot, fresh)) {
                slot.device.close();
                slot.shared.close();
            } else {
                fresh.shared.close();
                fresh.device.close();
            }
        } else if (random.nextInt(4) == 0) {
            Slot fresh = new Slot(slot.device, slot.kernels, slot.device.floats(100));
            if (slots.compareAndSet(number, slot, fresh)) {
                slot.shared.close();
            } else {
                fresh.shared.close();
            }
        }
    }

    /** Makes some submissions of the bridge fail: perhaps of other threads. */
    private static void failNext(Slot slot, Random random) {
        if (FakeBridge.isPresent() && random.nextInt(4) == 0) {
            FakeBridge.script().fake_fail("execution", EXECUTION_FAILED, "wanted", "MTLCommandBufferErrorDomain", 3, 0);
        } else if (SoftwareMetal.isPresent() && random.nextInt(20) == 0) {
            SoftwareMetal faulty = SoftwareMetal.wanting("execution=" + OUT_OF_MEMORY);
            try {
                slot.kernels.sigmoid(new float[10]);
            } finally {
                faulty.close();
            }
        } else {
            slot.kernels.in(slot.device.batch()).sigmoid(slot.shared, slot.shared);
        }
    }

    private void call(Slot slot, Random random) {
        int length = 1 + random.nextInt(3000);
        float a = random.nextInt(100);
        try (FloatArray x = slot.device.floats(length);
                FloatArray y = slot.device.floats(length)) {
            x.set(length - 1, 3f);
            y.set(length - 1, 4f);
            slot.kernels.saxpy(Grid.of(length), a, x, y);
            expect(y.get(length - 1), a * 3f + 4f);
        }
    }

    private void plainArrays(Slot slot, Random random) {
        float[] values = new float[1 + random.nextInt(100)];
        float[] result = slot.kernels.sigmoid(values);
        expect(result[values.length - 1], 0.5f);
    }

    private void texture(Slot slot, Random random) {
        int side = 1 + random.nextInt(16);
        try (Texture texture = slot.device.texture(TextureFormat.R32_FLOAT, side, side)) {
            float[] values = new float[side * side];
            values[values.length - 1] = side;
            texture.copyFrom(values);
            expect(texture.toArray()[values.length - 1], side);
        }
    }

    /** A batch that is replayed with other uniforms, closed early, or taken back. */
    private void batch(Slot slot, Random random) {
        try (FloatArray x = slot.device.floats(new float[] {1f});
                FloatArray sum = slot.device.floats(1);
                Batch batch = slot.device.batch()) {
            ActivationsKernels.SaxpyCall call = slot.kernels.in(batch).saxpy(Grid.of(1), 0f, x, sum);
            List<CompletableFuture<BatchResult>> running = new ArrayList<>();
            float expected = 0f;
            boolean complete = true;
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                float a = random.nextInt(10);
                call.a(a);
                CompletableFuture<BatchResult> future = batch.submit();
                if (random.nextInt(8) == 0 && future.cancel(true)) {
                    cancelled.incrementAndGet();
                    assertThat(future).isCancelled();
                } else {
                    expected += a;
                    running.add(future);
                }
            }
            for (CompletableFuture<BatchResult> future : running) {
                complete &= await(future);
            }
            if (complete) {
                expect(sum.get(0), expected);
            }
        }
    }

    private boolean await(CompletableFuture<BatchResult> future) {
        try {
            future.join();
            return true;
        } catch (CancellationException unexpected) {
            throw new AssertionError("cancelled by nobody", unexpected);
        } catch (CompletionException failure) {
            assertThat(failure.getCause()).isInstanceOf(SmeltException.class);
            failed.incrementAndGet();
            return false;
        }
    }

    private void expect(float actual, float expected) {
        assertThat(actual).isEqualTo(expected);
        right.incrementAndGet();
    }

    private static long openHandles() {
        return SoftwareMetal.isPresent()
                ? SoftwareMetal.openHandles()
                : FakeBridge.isPresent() ? FakeBridge.script().smelt_open_handles() : 0;
    }

    private static void assertComesBack(long before) throws InterruptedException {
        for (int i = 0; i < 200 && openHandles() > before; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(openHandles()).isLessThanOrEqualTo(before);
        if (FakeBridge.isPresent()) {
            FakeBridge.script().fake_fail("", 0, "", "", 0, -1);
            assertThat(FakeBridge.script().fake_closed_in_flight()).isZero();
        }
    }
}
