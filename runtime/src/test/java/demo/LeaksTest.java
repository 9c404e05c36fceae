package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.TextureFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is forgotten is reported in the debug mode, with the place of its creation. */
final class LeaksTest {
    private static final Logger LOGGER = Logger.getLogger("dev.smelt.runtime");

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        System.setProperty("smelt.debug", "true");
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        System.clearProperty("smelt.debug");
        LOGGER.removeHandler(handler);
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void reportsWhatWasForgotten(Device device) throws InterruptedException {
        try (device) {
            device.floats(17).close();
            forget(device);

            for (int i = 0; i < 200 && logged.size() < 2; i++) {
                System.gc();
                Thread.sleep(10);
            }

            assertThat(logged)
                    .extracting(LogRecord::getMessage)
                    .containsExactlyInAnyOrder(
                            "FloatArray of 16 elements was never closed", "Texture of 3 x 4 R8_UNORM was never closed");
            assertThat(logged.get(0).getThrown())
                    .hasMessage("created here")
                    .satisfies(created -> assertThat(created.getStackTrace())
                            .anyMatch(frame -> frame.getMethodName().equals("forget")));
        }
    }

    private static void forget(Device device) {
        FloatArray x = device.floats(16);
        x.set(0, 1f);
        assertThat(device.texture(TextureFormat.R8_UNORM, 3, 4).width()).isEqualTo(3);
    }
}
