package dev.smelt.benchmarks.sidebyside;

import dev.smelt.dsl.Float2;
import dev.smelt.dsl.Int2;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.StructArray;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The kernels of the gallery that have two forms for the JVM device, each with sizes that keep it busy for milliseconds. */
final class GalleryContests {
    private final Device device;
    private final ClassLoader laneByLane;

    /**
     * Contests on a device.
     *
     * @param laneByLane what loads the gallery's classes in the other form
     */
    GalleryContests(Device device, ClassLoader laneByLane) {
        this.device = device;
        this.laneByLane = laneByLane;
    }

    /** By the name of the kernels' class. */
    Map<String, Supplier<Contest>> all() {
        Map<String, Supplier<Contest>> all = new LinkedHashMap<>();
        all.put("AsianOption", () -> contest("finance.AsianOption", "100,000 ways of 32 steps", this::asianOption));
        all.put("BlackScholes", () -> contest("finance.BlackScholes", "500,000 options", this::blackScholes));
        all.put("Convolution", () -> contest("signal.Convolution", "16 channels of 128 by 128", this::convolution));
        all.put("FourierTransform", () -> contest("signal.FourierTransform", "2^18 numbers", this::fourierTransform));
        all.put("LayerNorm", () -> contest("learning.LayerNorm", "1,000 rows of 1,000", this::layerNorm));
        all.put("MatrixProduct", () -> contest("linear.MatrixProduct", "256 by 256", this::matrixProduct));
        return all;
    }

    private Contest contest(String type, String what, BiFunction<String, ClassLoader, Side> side) {
        Map<String, Side> sides = new LinkedHashMap<>();
        sides.put(Contest.SMELT, side.apply(type, GalleryContests.class.getClassLoader()));
        sides.put(Contest.LANE_BY_LANE, side.apply(type, laneByLane));
        return new Contest(type.substring(type.indexOf('.') + 1), what, sides);
    }

    private Side asianOption(String type, ClassLoader loader) {
        int ways = 100_000;
        FloatArray payoffs = device.floats(ways);
        Call call = new Call(type, loader, "pay");
        return new Numeric(
                () -> call.run(Grid.of(ways), payoffs, new Int2(1, 2), 16, 100f, 95f, 0.001f, 0.05f), payoffs);
    }

    private Side blackScholes(String type, ClassLoader loader) {
        int count = 500_000;
        StructArray<?> contracts = device.array(type(type + "$Contract", loader), count);
        StructArray<?> worths = device.array(type(type + "$Worth", loader), count);
        FloatBuffer numbers = contracts.buffer().asFloatBuffer();
        while (numbers.remaining() >= 3) {
            float part = numbers.position() * 0.618f % 1f;
            numbers.put(5 + 25 * part).put(1 + 99 * part * part).put(0.25f + 9 * (1 - part));
        }
        Call call = new Call(type, loader, "worth");
        return new Structs(() -> call.run(contracts, 0.02f, 0.3f, worths), worths);
    }

    private Side convolution(String type, ClassLoader loader) {
        int size = 128;
        int channels = 16;
        FloatArray input = device.floats(Numbers.spread(channels * size * size, -1, 1, 1));
        FloatArray weights = device.floats(Numbers.spread(channels * channels * 9, -1, 1, 2));
        FloatArray biases = device.floats(Numbers.spread(channels, -1, 1, 3));
        FloatArray output = device.floats(channels * size * size);
        Grid grid = Grid.of(size, size, channels).threadgroup(8, 8, 1);
        Call call = new Call(type, loader, "layer");
        return new Numeric(() -> call.run(grid, input, weights, biases, output, size, size, channels), output);
    }

    private Side fourierTransform(String type, ClassLoader loader) {
        int count = 1 << 18;
        StructArray<Float2> from = device.array(Float2.class, count);
        StructArray<Float2> to = device.array(Float2.class, count);
        from.buffer().asFloatBuffer().put(Numbers.spread(2 * count, -1, 1, 1));
        Call call = new Call(type, loader, "stage");
        // All stages from the same numbers: they take as long as they do one from the other.
        return new Structs(
                () -> {
                    for (int span = 1; span < count; span *= 2) {
                        call.run(Grid.of(count / 2), from, to, span, -1f);
                    }
                },
                to);
    }

    private Side layerNorm(String type, ClassLoader loader) {
        int rows = 1_000;
        int columns = 1_000;
        FloatArray values = device.floats(Numbers.spread(rows * columns, -3, 5, 1));
        FloatArray results = device.floats(rows * columns);
        FloatArray learned = device.floats(Numbers.spread(2 * columns, -2, 2, 2));
        Grid grid = Grid.of(rows * 128).threadgroup(128);
        Call call = new Call(type, loader, "normalize");
        return new Numeric(
                () -> call.run(grid, values, results, learned, device.booleans(rows), columns, 1e-5f), results);
    }

    private Side matrixProduct(String type, ClassLoader loader) {
        int size = 256;
        FloatArray a = device.floats(Numbers.spread(size * size, -1, 1, 1));
        FloatArray b = device.floats(Numbers.spread(size * size, -1, 1, 2));
        FloatArray c = device.floats(size * size);
        Grid grid = Grid.of(size, size).threadgroup(16, 16);
        Call call = new Call(type, loader, "multiply");
        return new Numeric(() -> call.run(grid, a, b, c, size, size, size), c);
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return loader.loadClass("dev.smelt.examples.gallery." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call of a kernel on device memory, by reflection: the gallery's classes are no one else's to see. */
    private final class Call {
        private final Object kernels;
        private final Method method;

        Call(String type, ClassLoader loader, String name) {
            try {
                Class<?> wrapper = type(type + "Kernels", loader);
                Method load = wrapper.getDeclaredMethod("load", Device.class);
                load.setAccessible(true);
                kernels = load.invoke(null, device);
                method = Arrays.stream(wrapper.getDeclaredMethods())
                        .filter(each -> each.getName().equals(name) && each.getReturnType() == void.class)
                        .filter(each -> Arrays.stream(each.getParameterTypes()).noneMatch(Class::isArray))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no kernel " + name + " in " + type));
                method.setAccessible(true);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        void run(Object... arguments) {
            try {
                method.invoke(kernels, arguments);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A side whose result is floats. */
    private record Numeric(Runnable work, FloatArray array) implements Side {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public double result() {
            return Numbers.mean(array.toArray());
        }
    }

    /** A side whose result is vectors or records of floats. */
    private record Structs(Runnable work, StructArray<?> array) implements Side {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public double result() {
            FloatBuffer buffer = array.buffer().asFloatBuffer();
            float[] numbers = new float[buffer.remaining()];
            buffer.get(numbers);
            return Numbers.mean(numbers);
        }
    }
}
