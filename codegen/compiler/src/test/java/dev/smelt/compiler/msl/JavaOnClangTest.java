package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.sema.Analyzer;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kernels as plain Java, compiled by javac, and as MSL, compiled by clang, compute the same. */
class JavaOnClangTest {
    private static final int[] INTS = {
        0, 1, -1, 2, 3, 7, 11, -14, 27, 97, 1000, 65535, -65536, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x12345678
    };

    private static MslOnClang onClang(String name, String text) {
        Diagnostics diagnostics = new Diagnostics();
        CompilationUnit unit = JavaParser.parseFile(new SourceFile(name + ".java", text), diagnostics);
        KernelModule module = Analyzer.analyze(List.of(unit), diagnostics).get(0);
        assertThat(diagnostics.hasErrors()).isFalse();
        return MslOnClang.compile(
                MslEmitter.emit(Passes.run(Passes.COMMON, module)).text());
    }

    private static String source(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/golden/msl-java", name + ".java"));
    }

    private static Class<?> onJvm(String name, String text) {
        return JavaClasses.compile(Map.of("demo/" + name + ".java", text)).load("demo." + name);
    }

    private static Object call(Class<?> type, String method, Class<?> parameter, Object... arguments)
            throws ReflectiveOperationException {
        Class<?>[] parameters = new Class<?>[arguments.length];
        Arrays.fill(parameters, parameter);
        Method java = type.getDeclaredMethod(method, parameters);
        java.setAccessible(true);
        return java.invoke(null, arguments);
    }

    @Test
    void followsJumps() throws IOException, ReflectiveOperationException {
        String text = source("Jumps");
        Class<?> java = onJvm("Jumps", text);
        try (MslOnClang msl = onClang("Jumps", text)) {
            for (String kernel : List.of("steps", "search")) {
                NativeBuffer results = NativeBuffer.ofBytes(4 * INTS.length);
                msl.run(kernel, INTS.length, NativeBuffer.of(INTS), results);
                for (int i = 0; i < INTS.length; i++) {
                    assertThat(results.ints(INTS.length)[i])
                            .as("%s(%d)", kernel, INTS[i])
                            .isEqualTo(call(java, kernel, int.class, INTS[i]));
                }
            }
        }
    }

    @Test
    void computesWithIntegers() throws IOException, ReflectiveOperationException {
        String text = source("Integers");
        Class<?> java = onJvm("Integers", text);
        try (MslOnClang msl = onClang("Integers", text)) {
            NativeBuffer hashes = NativeBuffer.ofBytes(4 * INTS.length);
            msl.run("hash", INTS.length, NativeBuffer.of(INTS), hashes);
            for (int i = 0; i < INTS.length; i++) {
                assertThat(hashes.ints(INTS.length)[i]).isEqualTo(call(java, "hash", int.class, INTS[i]));
                for (int other : INTS) {
                    int[] second = new int[INTS.length];
                    Arrays.fill(second, other);
                    NativeBuffer mixed = NativeBuffer.ofBytes(4 * INTS.length);
                    msl.run("mixed", INTS.length, NativeBuffer.of(INTS), NativeBuffer.of(second), mixed);
                    assertThat(mixed.ints(INTS.length)[i])
                            .as("mixed(%d, %d)", INTS[i], other)
                            .isEqualTo(call(java, "mixed", int.class, INTS[i], other));
                }
            }
        }
    }

    @Test
    void convertsFloats() throws IOException, ReflectiveOperationException {
        float[] floats = {0f, -0f, 1.9f, -1.9f, 127.5f, 300f, -40000f, 0x1p31f, -0x1p40f, 0x1p70f, Float.NaN};
        String text = source("Integers");
        Class<?> java = onJvm("Integers", text);
        try (MslOnClang msl = onClang("Integers", text)) {
            NativeBuffer results = NativeBuffer.ofBytes(4 * floats.length);
            msl.run("fromFloat", floats.length, NativeBuffer.of(floats), results);
            for (int i = 0; i < floats.length; i++) {
                assertThat(results.ints(floats.length)[i])
                        .as("fromFloat(%s)", floats[i])
                        .isEqualTo(call(java, "fromFloat", float.class, floats[i]));
            }
        }
    }
}
