package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.Capture;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.SmeltException;
import dev.smelt.runtime.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JDK Flight Recorder, a trace and a capture show, on every device. */
final class SeeingTest {
    private static List<RecordedEvent> of(Device device, String type, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.smelt." + type)
                        && event.getString("device").equals(device.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void tellsFlightRecorder(Device device, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (device;
                Recording recording = new Recording();
                FloatArray x = device.floats(100);
                Batch batch = device.batch()) {
            for (String event : List.of("Load", "Compile", "Call", "Submission", "Copy")) {
                recording.enable("dev.smelt." + event).withoutThreshold();
            }
            recording.start();
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.saxpy(Grid.of(100), 2f, x, x);
            kernels.in(batch).sigmoid(x, x);
            kernels.in(batch).sigmoid(x, x);
            batch.submit().join();
            x.toArray();
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(of(device, "Load", events))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("kernelClass")).isEqualTo("demo.Activations"));
        assertThat(of(device, "Call", events)).singleElement().satisfies(event -> {
            assertThat(event.getString("kernel")).isEqualTo("saxpy");
            assertThat(event.getString("grid")).isEqualTo("Grid.of(100)");
            assertThat(event.getDuration("deviceTime")).isPositive();
            assertThat(event.getBoolean("failed")).isFalse();
        });
        assertThat(of(device, "Submission", events)).singleElement().satisfies(event -> {
            assertThat(event.getInt("calls")).isEqualTo(2);
            assertThat(event.getString("outcome")).isEqualTo("completed");
            assertThat(event.getDuration("deviceTime")).isPositive();
        });
        assertThat(of(device, "Copy", events))
                .singleElement()
                .satisfies(event -> assertThat(event.getLong("bytes")).isEqualTo(400));
        assertThat(of(device, "Compile", events)).hasSize(device.name().startsWith("JVM") ? 0 : 2);
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void writesATrace(Device device, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("trace.json");
        try (device;
                FloatArray x = device.floats(100);
                Batch batch = device.batch()) {
            ActivationsKernels kernels = ActivationsKernels.load(device);
            kernels.in(batch).sigmoid(x, x);
            kernels.sigmoid(x, x);
            Trace trace = device.trace(file);
            kernels.saxpy(Grid.of(100), 2f, x, x);
            batch.submit().join();
            batch.submit().join();
            trace.close();
            trace.close();
            kernels.sigmoid(x, x);
        }

        List<Map<String, String>> events = read(file);
        assertThat(events)
                .filteredOn(event -> event.get("cat").equals("call"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event)
                            .containsEntry("name", "saxpy")
                            .containsEntry("ph", "X")
                            .containsEntry("failed", "false");
                    assertThat(Double.parseDouble(event.get("dur"))).isPositive();
                });
        assertThat(events)
                .filteredOn(event -> event.get("cat").equals("submission"))
                .extracting(event -> event.get("ph") + event.get("id") + " " + event.get("name"))
                .containsExactly("b1 batch of 1", "e1 batch of 1", "b2 batch of 1", "e2 batch of 1");
        assertThat(events)
                .filteredOn(event -> event.get("cat").equals("device"))
                .hasSize(3);
        assertThat(events.get(0)).containsEntry("name", device.name());
    }

    /** The events of a trace, with the members of their arguments among their own. */
    private static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> events = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT && depth++ == 0) {
                    events.add(new HashMap<>());
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token.isScalarValue()) {
                    events.get(events.size() - 1).put(json.currentName(), json.getText());
                }
            }
        }
        return events;
    }

    @ParameterizedTest
    @MethodSource("demo.Devices#all")
    void saysThatATraceCannotBeWritten(Device device, @TempDir Path folder) {
        try (device) {
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> device.trace(folder.resolve("missing").resolve("trace.json")));
        }
        assertThatIllegalStateException().isThrownBy(() -> device.trace(folder.resolve("trace.json")));
    }

    @Test
    void capturesNoJvm(@TempDir Path folder) {
        try (Device device = Device.jvm()) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> device.capture(folder.resolve("a.gputrace")))
                    .withMessage(device.name() + " cannot be captured: captures are of Metal's GPUs");
        }
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void capturesUntilClosed(@TempDir Path folder) {
        FakeBridge.Script bridge = FakeBridge.script();
        try (Device device = FakeBridge.open()) {
            Capture capture = device.capture(folder.resolve("a.gputrace"));
            assertThat(bridge.fake_capturing()).isEqualTo(1);
            capture.close();
            capture.close();
            assertThat(bridge.fake_capturing()).isZero();

            bridge.fake_fail("smelt_capture_begin", 16, "MTL_CAPTURE_ENABLED is not set", "", 0, -1);
            assertThatExceptionOfType(SmeltException.class)
                    .isThrownBy(() -> device.capture(folder.resolve("a.gputrace")))
                    .withMessage(device.name() + " cannot be captured: smelt 16: MTL_CAPTURE_ENABLED is not set")
                    .satisfies(failure -> assertThat(failure.advice())
                            .contains("start the program with MTL_CAPTURE_ENABLED=1 in its environment"));
        }
    }

    @Test
    @EnabledIf("demo.Devices#hasMetal")
    void keepsPipelinesForTheNextRun(@TempDir Path folder) throws IOException {
        System.setProperty("smelt.cache", folder.resolve("cache").toString());
        try {
            assertThat(compiled(folder)).isEqualTo(List.of(false));
            try (var files = Files.list(folder.resolve("cache"))) {
                assertThat(files)
                        .singleElement()
                        .satisfies(file ->
                                assertThat(file.getFileName().toString()).matches("demo.Activations-.*"));
            }
            assertThat(compiled(folder)).isEqualTo(List.of(true));
        } finally {
            System.clearProperty("smelt.cache");
        }
    }

    /** Whether each kernel that a new device compiles came from the cache. */
    private static List<Boolean> compiled(Path folder) throws IOException {
        Path file = folder.resolve("recording.jfr");
        try (Recording recording = new Recording();
                Device device = Devices.metal()) {
            recording.enable("dev.smelt.Compile").withoutThreshold();
            recording.start();
            assertThat(ActivationsKernels.load(device).sigmoid(new float[1])).containsExactly(0.5f);
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("dev.smelt.Compile"))
                .map(event -> event.getBoolean("cached"))
                .toList();
    }
}
