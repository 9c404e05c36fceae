package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BatchResult;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Native memory comes back exactly when it should; a mistake here is a crash of the fake bridge, or a count. */
@EnabledIf("demo.FakeBridge#isPresent")
final class MetalMemoryTest {
    private FakeBridge.Script bridge;
    private Device device;
    private ActivationsKernels kernels;
    private long before;

    @BeforeEach
    void open() throws InterruptedException {
        bridge = FakeBridge.script();
        device = FakeBridge.open();
        kernels = ActivationsKernels.load(device);
        kernels.sigmoid(new float[1]);
        before = settled();
    }

    /** The number of handles once nothing is left of what other tests forgot. */
    private long settled() throws InterruptedException {
        long last = -1;
        for (int same = 0; same < 3; ) {
            System.gc();
            Thread.sleep(20);
            long now = bridge.smelt_open_handles();
            same = now == last ? same + 1 : 0;
            last = now;
        }
        return last;
    }

    @AfterEach
    void close() {
        bridge.fake_delay(0);
        device.close();
        assertThat(bridge.fake_closed_in_flight()).isZero();
    }

    @Test
    void comesBackWhenAnArrayIsClosed() {
        FloatArray x = device.floats(10);
        assertThat(bridge.smelt_open_handles()).isEqualTo(before + 1);

        x.close();

        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }

    @Test
    void comesBackAfterPlainCalls() {
        for (int i = 0; i < 10; i++) {
            kernels.sigmoid(new float[100]);
        }

        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }

    @Test
    void comesBackWhenAnArrayIsForgotten() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            FloatArray forgotten = device.floats(10);
            forgotten.set(0, 1f);
        }

        assertComesBack();
    }

    @Test
    void staysWhileAViewIsUsed() throws InterruptedException {
        FloatBuffer view = exposeAndClose();
        System.gc();
        assertThat(bridge.smelt_open_handles()).isEqualTo(before + 1);
        assertThat(view.get(3)).isEqualTo(4f);
        assertThat(view.duplicate().slice(3, 1).get(0)).isEqualTo(4f);

        view = null;

        assertComesBack();
    }

    private FloatBuffer exposeAndClose() {
        try (FloatArray x = device.floats(10)) {
            x.set(3, 4f);
            return x.buffer();
        }
    }

    @Test
    void staysWhileABatchRuns() {
        bridge.fake_delay(200);
        FloatArray x = device.floats(10);
        CompletableFuture<BatchResult> running;
        try (Batch batch = device.batch()) {
            kernels.in(batch).sigmoid(x, x);
            running = batch.submit();
        }

        x.close();

        assertThat(running).isNotDone();
        assertThat(bridge.smelt_open_handles()).isGreaterThan(before);
        assertThat(running.join().deviceTime()).isEqualTo(Duration.ofMillis(250));
        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }

    @Test
    void staysWhileAPlainCallRuns() throws InterruptedException {
        bridge.fake_delay(200);
        FloatArray x = device.floats(10);
        Thread caller = new Thread(() -> kernels.sigmoid(x, x));
        caller.start();
        Thread.sleep(50);

        x.close();

        caller.join();
        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }

    @Test
    void ofADeviceComesBackAfterItsLastBatch() {
        bridge.fake_delay(100);
        FloatArray x = device.floats(10);
        CompletableFuture<BatchResult> running;
        try (Batch batch = device.batch()) {
            kernels.in(batch).sigmoid(x, x);
            running = batch.submit();
        }

        device.close();

        running.join();
        x.close();
        // Of the device, its library and its pipeline, counted in `before`, nothing is left.
        assertThat(bridge.smelt_open_handles()).isEqualTo(before - 3);
    }

    @Test
    void ofADeviceComesBackWhenItIsForgotten() throws InterruptedException {
        ActivationsKernels.load(FakeBridge.open()).sigmoid(new float[3]);

        assertComesBack();
    }

    private void assertComesBack() throws InterruptedException {
        for (int i = 0; i < 100 && bridge.smelt_open_handles() > before; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(bridge.smelt_open_handles()).isEqualTo(before);
    }
}
