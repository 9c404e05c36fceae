package demo;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Half;
import dev.smelt.runtime.spi.IndexContext;
import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmThreadgroup;
import java.nio.ByteBuffer;

/** What the compiler would generate for the JVM, by hand and without lanes. */
final class ActivationsKernelsJvm {
    private ActivationsKernelsJvm() {}

    static void sigmoid(JvmArguments arguments, JvmThreadgroup group) {
        float[] x = arguments.floats(0);
        float[] result = arguments.floats(1);
        for (int i = group.firstX(); i < group.firstX() + group.width(); i++) {
            result[i] = Activations.sigmoid(x[i]);
        }
    }

    static void scaled(JvmArguments arguments, JvmThreadgroup group) {
        float k = arguments.floatAt(0);
        float[] x = arguments.floats(0);
        float[] result = arguments.floats(1);
        for (int i = group.firstX(); i < group.firstX() + group.width(); i++) {
            result[i] = Activations.scaled(x[i], k);
        }
    }

    static void saxpy(JvmArguments arguments, JvmThreadgroup group) {
        float a = arguments.floatAt(0);
        for (int i = group.firstX(); i < group.firstX() + group.width(); i++) {
            Activations.saxpy(a, arguments.floats(0), arguments.floats(1), i);
        }
    }

    static void saxpyIndices(IndexContext context, int x, int y, int z) {
        context.access(0, x);
        context.access(1, x);
    }

    static void positions(JvmArguments arguments, JvmThreadgroup group) {
        for (int y = group.firstY(); y < group.firstY() + group.height(); y++) {
            for (int x = group.firstX(); x < group.firstX() + group.width(); x++) {
                Activations.positions(arguments.ints(0), group.gridWidth(), x, y);
            }
        }
    }

    static void positionsIndices(IndexContext context, int x, int y, int z) {
        context.access(0, y * context.gridWidth() + x);
    }

    static void widen(JvmArguments arguments, JvmThreadgroup group) {
        byte[] negate = arguments.bytes(0);
        byte[] b = arguments.bytes(1);
        short[] s = arguments.shorts(2);
        int[] n = arguments.ints(3);
        long[] sum = arguments.longs(4);
        short[] half = arguments.shorts(5);
        int length = arguments.intAt(0);
        for (int i = group.firstX(); i < group.firstX() + group.width(); i++) {
            long total = (long) b[i] + s[i] + n[i] + length;
            sum[i] = negate[i] != 0 ? -total : total;
            negate[i] = (byte) (negate[i] != 0 ? 0 : 1);
            half[i] = Half.of(2f * Half.fromBits(half[i]).floatValue()).bits();
        }
    }

    static void move(JvmArguments arguments, JvmThreadgroup group) {
        float dt = arguments.floatAt(0);
        ByteBuffer particles = arguments.structs(0);
        for (int i = group.firstX(); i < group.firstX() + group.width(); i++) {
            int at = 48 * i;
            Particle moved = Activations.moved(
                    new Particle(float3(particles, at), float3(particles, at + 16), particles.getFloat(at + 32)), dt);
            particles.putFloat(at, moved.position().x());
            particles.putFloat(at + 4, moved.position().y());
            particles.putFloat(at + 8, moved.position().z());
        }
    }

    private static Float3 float3(ByteBuffer bytes, int at) {
        return new Float3(bytes.getFloat(at), bytes.getFloat(at + 4), bytes.getFloat(at + 8));
    }
}
