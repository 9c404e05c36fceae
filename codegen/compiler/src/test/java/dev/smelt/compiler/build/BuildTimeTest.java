package dev.smelt.compiler.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds 100 classes of 5 kernels, and says how long it took; 3 seconds are the aim on a machine that does nothing else. */
class BuildTimeTest {
    private static final int CLASSES = 100;

    @TempDir
    private Path base;

    @Test
    void buildsFiveHundredKernelsInSeconds() throws Exception {
        for (int i = 0; i < CLASSES; i++) {
            writeClass(i);
        }
        long start = System.nanoTime();
        BuildOutcome first = build();
        long built = System.nanoTime();
        BuildOutcome second = build();
        long checked = System.nanoTime();

        Duration full = Duration.ofNanos(built - start);
        Duration nothing = Duration.ofNanos(checked - built);
        System.out.printf(
                "%d classes of 5 kernels: %d ms, and %d ms with nothing to do; %s%n",
                CLASSES, full.toMillis(), nothing.toMillis(), first.summary());
        assertThat(first.messages()).isEmpty();
        assertThat(first.sources()).isEqualTo(CLASSES);
        assertThat(second.status()).isEqualTo(BuildOutcome.Status.UP_TO_DATE);
    }

    private BuildOutcome build() throws BuildException {
        return KernelBuild.run(new BuildRequest(
                base,
                List.of(Path.of("src")),
                Path.of("out/sources"),
                Path.of("out/classes"),
                Path.of("out/.smelt-state"),
                false));
    }

    private void writeClass(int number) throws IOException {
        Path file = base.resolve("src/demo/Numbered" + number + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package demo;

                import static dev.smelt.dsl.Msl.*;

                import dev.smelt.dsl.*;

                final class Numbered$N {
                    static final float SCALE = 1.$Nf;

                    private static float square(float x) {
                        return x * x;
                    }

                    @Kernel
                    static float sigmoid(float x) {
                        return SCALE / (1f + exp(-x));
                    }

                    @Kernel
                    static float scaled(float x, @Uniform float k) {
                        return k * sigmoid(x) + square(x);
                    }

                    @Kernel
                    static void saxpy(float a, float[] x, float[] y, @ThreadPositionInGrid int i) {
                        y[i] = a * x[i] + y[i];
                    }

                    @Kernel
                    static void series(float[] x, float[] out, int terms, @ThreadPositionInGrid int i) {
                        if (i >= x.length) {
                            return;
                        }
                        float sum = 0f;
                        for (int n = 1; n <= terms; n++) {
                            sum += sin(n * x[i]) / n;
                        }
                        out[i] = sum;
                    }

                    @Kernel
                    static void transpose(
                            float[] in,
                            float[] out,
                            @ThreadPositionInGrid Int2 position,
                            @ThreadsPerGrid Int2 size) {
                        int from = position.y() * size.x() + position.x();
                        int to = position.x() * size.y() + position.y();
                        if (from < in.length && to < out.length) {
                            out[to] = in[from];
                        }
                    }
                }
                """.replace("$N", Integer.toString(number)));
    }
}
