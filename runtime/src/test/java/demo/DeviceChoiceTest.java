package demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smelt.runtime.Device;
import dev.smelt.runtime.DevicePolicy;
import dev.smelt.runtime.DeviceUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which device is opened, and the reasons given when one cannot be. */
final class DeviceChoiceTest {
    private static final String LIBRARY = "smelt.native.library";
    private static final String DEVICE = "smelt.device";

    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger("dev.smelt.runtime");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void reset() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        System.clearProperty(LIBRARY);
        System.clearProperty(DEVICE);
    }

    private static String whyNotMetal() {
        try (Device device = Device.metal()) {
            return "there is " + device;
        } catch (DeviceUnavailableException why) {
            return String.valueOf(why.getMessage());
        }
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void saysThatMetalNeedsMacOs() {
        assertThat(whyNotMetal())
                .isEqualTo("no Metal device: Metal needs macOS, and this is " + System.getProperty("os.name") + " ("
                        + System.getProperty("os.arch") + "); no smelt.native.library names another bridge library");
    }

    @Test
    void saysThatTheLibraryIsMissing(@TempDir Path folder) {
        Path missing = folder.resolve("libsmelt.so");
        System.setProperty(LIBRARY, missing.toString());

        assertThat(whyNotMetal())
                .isEqualTo("no Metal device: smelt.native.library=" + missing + ": there is no such file");
    }

    @Test
    void saysThatTheFileIsNoLibrary(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("libsmelt.so"), "not a library");
        System.setProperty(LIBRARY, text.toString());

        assertThat(whyNotMetal())
                .startsWith("no Metal device: smelt.native.library=" + text
                        + ": the file cannot be loaded as a library of this machine: ");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void saysThatTheLibraryIsNoBridge() {
        String library = named("libnobridge.so", "no_bridge.c");

        assertThat(whyNotMetal())
                .isEqualTo(
                        "no Metal device: " + library + " is no bridge to Metal: it has no function smelt_abi_version");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void saysThatTheBridgeIsOfAnotherVersion() {
        String library = named("libotherversion.so", "other_version.c");

        assertThat(whyNotMetal())
                .isEqualTo("no Metal device: " + library + " has version 7 of the bridge's interface, and this runtime"
                        + " needs version 2: smelt-native and smelt-runtime have to be of the same version");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void saysThatTheBridgeLacksAFunction() {
        String library = named("libincomplete.so", "incomplete.c");

        assertThat(whyNotMetal())
                .startsWith("no Metal device: " + library + " is no bridge to Metal: it has no function smelt_");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void usesOneBridgeInAProcess() throws IOException {
        FakeBridge.open().close();
        Path copy = FakeBridge.library().resolveSibling("libsecond.so");
        Files.deleteIfExists(copy);
        Files.copy(FakeBridge.library(), copy);
        System.setProperty(LIBRARY, copy.toString());

        assertThat(whyNotMetal())
                .isEqualTo("no Metal device: " + copy + " cannot be loaded: this process uses " + FakeBridge.library()
                        + " already, and one bridge is all it can use");
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void opensTheJvmWhereThereIsNoMetalAndSaysSoOnce() {
        Device.open().close();
        logged.clear();
        try (Device device = Device.open()) {
            assertThat(device.name()).startsWith("JVM ");
        }

        assertThat(logged).isEmpty();
    }

    @Test
    void opensWhatThePropertyNames() {
        System.setProperty(DEVICE, "jvm");

        try (Device device = Device.open()) {
            assertThat(device.name()).isEqualTo(Device.jvm().name());
            assertThat(logged).containsExactly("INFO device: " + device.name() + " (smelt.device=jvm)");
        }
    }

    @Test
    void warnsWhenANamedBridgeCannotBeUsed(@TempDir Path folder) {
        Path missing = folder.resolve("libsmelt.so");
        System.setProperty(LIBRARY, missing.toString());

        try (Device device = Device.open()) {
            assertThat(device.name()).startsWith("JVM ");
            assertThat(logged)
                    .containsExactly("WARNING device: " + device.name() + " (no Metal device: smelt.native.library="
                            + missing + ": there is no such file)");
        }
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void refusesMetalWhereThePropertyWantsItInVain() {
        System.setProperty(DEVICE, "metal");

        assertThatExceptionOfType(DeviceUnavailableException.class)
                .isThrownBy(Device::open)
                .withMessageStartingWith("no Metal device: Metal needs macOS");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void opensMetalWhereThereIsABridge() {
        System.setProperty(LIBRARY, FakeBridge.library().toString());

        try (Device device = Device.open()) {
            assertThat(device.name()).startsWith("Fake GPU");
        }
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void refusesWhereAGpuIsRequiredInVain() {
        System.setProperty(DEVICE, "jvm");

        assertThatExceptionOfType(DeviceUnavailableException.class)
                .isThrownBy(() -> Device.open(DevicePolicy.REQUIRE_GPU))
                .withMessageStartingWith("no Metal device: Metal needs macOS");
    }

    @Test
    @EnabledIf("demo.FakeBridge#isPresent")
    void opensWhatThePolicyAllows() {
        System.setProperty(LIBRARY, FakeBridge.library().toString());

        try (Device gpu = Device.open(DevicePolicy.REQUIRE_GPU);
                Device best = Device.open(DevicePolicy.PREFER_GPU);
                Device cpu = Device.open(DevicePolicy.CPU_ONLY)) {
            assertThat(gpu.name()).startsWith("Fake GPU");
            assertThat(best.name()).startsWith("Fake GPU");
            assertThat(cpu.name()).startsWith("JVM ");
            assertThat(logged).contains("INFO device: " + cpu.name() + " (the CPU is asked for)");
        }
        logged.clear();
        Device.open(DevicePolicy.CPU_ONLY).close();
        assertThat(logged).isEmpty();
    }

    @Test
    void refusesAnotherPropertyValue() {
        System.setProperty(DEVICE, "cuda");

        assertThatIllegalArgumentException()
                .isThrownBy(Device::open)
                .withMessage("smelt.device=cuda: the property is 'metal' or 'jvm', or not set");
    }

    private static String named(String library, String source) {
        Path compiled =
                FakeBridge.compile(library, Path.of("src", "test", "c", source)).orElseThrow();
        System.setProperty(LIBRARY, compiled.toString());
        return compiled.toString();
    }
}
