package dev.smelt.compiler.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the classes that read and write fields of structures in place, against the records that the array makes. */
class FieldsRunTest {
    private static final String KERNELS = """
            package demo;

            import dev.smelt.dsl.*;

            final class Scene {
                record Core(Half charge, boolean on, byte level, short id, long count) {}

                record Particle(float mass, Float3 position, Core core, Int2 cell, Float2x2 turn) {}

                @Kernel
                static void move(Particle[] particles, Float4[] colors, @ThreadPositionInGrid int i) {
                    Particle p = particles[i];
                    particles[i] = new Particle(p.mass() * 2f, p.position().add(1f), p.core(), p.cell(), p.turn());
                    colors[i] = new Float4(p.mass());
                }
            }
            """;

    private static final String CALLER = """
            package demo;

            import demo.SceneKernels.*;
            import dev.smelt.dsl.*;
            import dev.smelt.runtime.*;

            public final class Caller {
                public static String call() {
                    StringBuilder said = new StringBuilder();
                    try (Device device = Device.jvm();
                            StructArray<Scene.Particle> particles = device.array(Scene.Particle.class, 3);
                            StructArray<Float4> colors = device.array(Float4.class, 3)) {
                        said.append(particles.length() + colors.length()).append(' ');
            %s
                    }
                    return said.toString();
                }

                static String messageOf(Runnable call) {
                    try {
                        call.run();
                        return "nothing was thrown";
                    } catch (RuntimeException e) {
                        return e.getClass().getSimpleName() + ": " + e.getMessage();
                    }
                }
            }
            """;

    private static String call(String body) throws Exception {
        Map<String, String> sources =
                new HashMap<>(Compiling.java(Compiling.compile(new SourceFile("Scene.java", KERNELS))));
        sources.put("demo/Scene.java", KERNELS);
        sources.put("demo/Caller.java", CALLER.formatted(body));
        Method call = JavaClasses.compile(sources).load("demo.Caller").getMethod("call");
        return (String) call.invoke(null);
    }

    @Test
    void writesWhatRecordsThenHave() throws Exception {
        assertThat(call("""
                ParticleFields fields = new ParticleFields(particles);
                fields.setMass(1, 2.5f);
                fields.setPositionX(1, 1f);
                fields.setPositionY(1, 2f);
                fields.setPositionZ(1, 3f);
                fields.setCoreCharge(1, 0.1f);
                fields.setCoreOn(1, true);
                fields.setCoreLevel(1, (byte) -4);
                fields.setCoreId(1, (short) -5);
                fields.setCoreCount(1, -6L);
                fields.setCellX(1, 7);
                fields.setCellY(1, 8);
                fields.setTurnC0X(1, 9f);
                fields.setTurnC0Y(1, 10f);
                fields.setTurnC1X(1, 11f);
                fields.setTurnC1Y(1, 12f);
                said.append(particles.get(1)).append("\\n");
                said.append(particles.get(0).equals(particles.get(2)));
                """)).isEqualTo("""
                        6 Particle[mass=2.5, position=Float3[x=1.0, y=2.0, z=3.0], \
                        core=Core[charge=0.099975586, on=true, level=-4, id=-5, count=-6], cell=Int2[x=7, y=8], \
                        turn=Float2x2[c0=Float2[x=9.0, y=10.0], c1=Float2[x=11.0, y=12.0]]]
                        true""");
    }

    @Test
    void readsWhatRecordsHadAndKernelsWrote() throws Exception {
        assertThat(call("""
                Scene.Core core = new Scene.Core(Half.of(0.5f), true, (byte) -4, (short) -5, 1L << 40);
                Float2x2 turn = new Float2x2(new Float2(9f, 10f), new Float2(11f, 12f));
                particles.set(2, new Scene.Particle(2.5f, new Float3(1f, 2f, 3f), core, new Int2(7, 8), turn));
                SceneKernels.load(device).move(Grid.of(3), particles, colors);
                ParticleFields f = new ParticleFields(particles);
                Float4Fields c = new Float4Fields(colors);
                said.append(f.mass(2)).append(' ').append(f.positionX(2)).append(' ').append(f.positionY(2)).append(' ')
                        .append(f.positionZ(2)).append(' ').append(f.coreCharge(2)).append(' ').append(f.coreOn(2))
                        .append(' ').append(f.coreLevel(2)).append(' ').append(f.coreId(2)).append(' ')
                        .append(f.coreCount(2)).append(' ').append(f.cellX(2)).append(' ').append(f.cellY(2)).append(' ')
                        .append(f.turnC0X(2)).append(' ').append(f.turnC0Y(2)).append(' ').append(f.turnC1X(2))
                        .append(' ').append(f.turnC1Y(2)).append(' ').append(c.w(2)).append(' ').append(f.coreOn(1));
                """))
                .isEqualTo("6 5.0 2.0 3.0 4.0 0.5 true -4 -5 1099511627776 7 8 9.0 10.0 11.0 12.0 2.5 false");
    }

    @Test
    void refusesWrongUse() throws Exception {
        assertThat(call("""
                Float4Fields c = new Float4Fields(colors);
                said.append(messageOf(() -> new Float4Fields(null))).append("\\n");
                said.append(messageOf(() -> c.x(3))).append("\\n");
                said.append(messageOf(() -> c.setX(-1, 0f))).append("\\n");
                said.append(messageOf(() -> colors.getFloat(0, 13))).append("\\n");
                said.append(messageOf(() -> colors.putLong(0, -1, 0))).append("\\n");
                DeviceArray same = colors;
                same.close();
                said.append(messageOf(() -> c.x(0)));
                """).lines())
                .containsExactly(
                        "6 NullPointerException: array",
                        "IndexOutOfBoundsException: index 3 is out of bounds for StructArray<Float4> of 3 elements",
                        "IndexOutOfBoundsException: index -1 is out of bounds for StructArray<Float4> of 3 elements",
                        "IndexOutOfBoundsException: Range [13, 13 + 4) out of bounds for length 16",
                        "IndexOutOfBoundsException: Range [-1, -1 + 8) out of bounds for length 16",
                        "IllegalStateException: StructArray<Float4> of 3 elements is closed");
    }
}
