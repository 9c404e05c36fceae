package dev.smelt.compiler.testing;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code native/software/include/msl_program.h}: the MSL compiler of the software Metal, and what runs its programs. */
@SuppressWarnings("MemberName") // names are those of C
interface SoftwareMsl extends Library {
    /** Built with the sources of this checkout. */
    SoftwareMsl INSTANCE = build();

    int MSL_3_1 = 3 << 16 | 1;
    int PRECISE_FUNCTIONS = 1;
    int CHECK_BOUNDS_AND_UNDEFINED = 3;

    @FieldOrder({"languageVersion", "mathMode", "functions", "checks", "contract", "allWarnings", "macros", "macroCount"
    })
    final class Options extends Structure {
        public int languageVersion = MSL_3_1;
        public int mathMode; // safe
        public int functions = PRECISE_FUNCTIONS;
        public int checks = CHECK_BOUNDS_AND_UNDEFINED;
        public byte contract = 1; // what is emitted forbids it by a pragma
        public byte allWarnings = 1;
        public Pointer macros = Pointer.NULL;
        public long macroCount;
    }

    @FieldOrder({"contents", "length"})
    final class Binding extends Structure {
        public Pointer contents = Pointer.NULL;
        public long length;
    }

    @FieldOrder({
        "function",
        "buffers",
        "textures",
        "samplers",
        "threadgroupLengths",
        "threadsPerGrid",
        "threadsPerThreadgroup",
        "threadgroupsPerGrid"
    })
    final class Dispatch extends Structure {
        public Pointer function = Pointer.NULL;
        public Binding[] buffers = (Binding[]) new Binding().toArray(31);
        public Pointer[] textures = new Pointer[128];
        public Pointer[] samplers = new Pointer[16];
        public long[] threadgroupLengths = new long[31];
        public int[] threadsPerGrid = new int[3];
        public int[] threadsPerThreadgroup = new int[3];
        public int[] threadgroupsPerGrid = new int[3];
    }

    Pointer msl_compile(byte[] source, Options options, PointerByReference log);

    void msl_release(Pointer program);

    Pointer msl_function_named(Pointer program, byte[] name);

    int msl_run_threadgroup(Dispatch dispatch, int x, int y, int z, PointerByReference fault);

    /** As C has strings. */
    static byte[] chars(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** A text that came back, which is freed; empty if there is none. */
    static String take(PointerByReference text) {
        Pointer chars = text.getValue();
        if (chars == null) {
            return "";
        }
        String taken = chars.getString(0, "UTF-8");
        Native.free(Pointer.nativeValue(chars));
        return taken;
    }

    private static SoftwareMsl build() {
        Path folder = Path.of("../../native").toAbsolutePath().normalize();
        Path parts = folder.resolve("target/software/msl");
        try {
            Process process = new ProcessBuilder(
                            folder.resolve("software/msl/build.sh").toString(), parts.toString())
                    .redirectErrorStream(true)
                    .start();
            String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("These tests run MSL on the software Metal, whose compiler cannot be built. It"
                        + " wants clang 19; on Debian, install the packages clang-19 and gcc, as ./check does.\n"
                        + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return Native.load(parts.resolve("libmsl.so").toString(), SoftwareMsl.class);
    }
}
