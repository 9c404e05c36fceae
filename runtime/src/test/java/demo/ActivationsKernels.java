package demo;

import dev.smelt.dsl.Half;
import dev.smelt.runtime.Batch;
import dev.smelt.runtime.BooleanArray;
import dev.smelt.runtime.ByteArray;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.FloatArray;
import dev.smelt.runtime.Grid;
import dev.smelt.runtime.HalfArray;
import dev.smelt.runtime.IntArray;
import dev.smelt.runtime.LongArray;
import dev.smelt.runtime.ShortArray;
import dev.smelt.runtime.StructArray;
import dev.smelt.runtime.spi.Access;
import dev.smelt.runtime.spi.Invocation;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.KernelLibrary;
import dev.smelt.runtime.spi.ModuleDescriptor;
import dev.smelt.runtime.spi.RecordedCall;
import dev.smelt.runtime.spi.Staging;
import java.util.List;
import java.util.Objects;

/** A wrapper as the compiler would generate it, by hand. */
public final class ActivationsKernels {
    private static final String FILE = "Activations.java";

    public static final KernelDescriptor SIGMOID = KernelDescriptor.builder("sigmoid")
            .source(FILE, 9)
            .entryPoint("sigmoid")
            .array("x", float.class, Access.READ, -1)
            .array("result", float.class, Access.WRITE, -1)
            .map()
            .jvm(ActivationsKernelsJvm::sigmoid)
            .build();

    public static final KernelDescriptor SCALED = KernelDescriptor.builder("scaled")
            .source(FILE, 13)
            .entryPoint("scaled")
            .uniform("k", float.class, 0)
            .array("x", float.class, Access.READ, -1)
            .array("result", float.class, Access.WRITE, -1)
            .uniformBytes(4)
            .map()
            .jvm(ActivationsKernelsJvm::scaled)
            .build();

    public static final KernelDescriptor SAXPY = KernelDescriptor.builder("saxpy")
            .source(FILE, 17)
            .entryPoint("saxpy")
            .uniform("a", float.class, 0)
            .array("x", float.class, Access.READ, -1)
            .array("y", float.class, Access.READ_WRITE, -1)
            .uniformBytes(4)
            .jvm(ActivationsKernelsJvm::saxpy)
            .indices(ActivationsKernelsJvm::saxpyIndices)
            .build();

    public static final KernelDescriptor POSITIONS = KernelDescriptor.builder("positions")
            .source(FILE, 22)
            .entryPoint("positions")
            .array("out", int.class, Access.WRITE, -1)
            .jvm(ActivationsKernelsJvm::positions)
            .indices(ActivationsKernelsJvm::positionsIndices)
            .build();

    public static final KernelDescriptor WIDEN = KernelDescriptor.builder("widen")
            .source(FILE, 27)
            .entryPoint("widen")
            .array("negate", boolean.class, Access.READ_WRITE, -1)
            .array("b", byte.class, Access.READ, -1)
            .array("s", short.class, Access.READ, -1)
            .array("n", int.class, Access.READ, 0)
            .array("sum", long.class, Access.WRITE, -1)
            .array("half", Half.class, Access.READ_WRITE, -1)
            .uniformBytes(4)
            .jvm(ActivationsKernelsJvm::widen)
            .build();

    public static final KernelDescriptor MOVE = KernelDescriptor.builder("move")
            .source(FILE, 34)
            .entryPoint("move")
            .uniform("dt", float.class, 0)
            .array("particles", Particle.class, Access.READ_WRITE, -1)
            .uniformBytes(4)
            .jvm(ActivationsKernelsJvm::move)
            .build();

    public static final ModuleDescriptor MODULE = new ModuleDescriptor(
            "demo.Activations", ActivationsKernels.class, List.of(SIGMOID, SCALED, SAXPY, POSITIONS, WIDEN, MOVE));

    private final KernelLibrary library;

    private ActivationsKernels(KernelLibrary library) {
        this.library = library;
    }

    public static ActivationsKernels load(Device device) {
        return new ActivationsKernels(KernelLibrary.load(device, MODULE));
    }

    public void sigmoid(FloatArray x, FloatArray result) {
        encodeSigmoid(library.mapInvocation(SIGMOID), x, result).run();
    }

    public float[] sigmoid(float[] x) {
        Objects.requireNonNull(x, "x");
        try (Staging staging = library.staging(SIGMOID)) {
            float[] result = new float[x.length];
            sigmoid(staging.floats(0, x), staging.floats(1, result));
            staging.copyBack();
            return result;
        }
    }

    private static Invocation encodeSigmoid(Invocation invocation, FloatArray x, FloatArray result) {
        return invocation.array(0, x).array(1, result);
    }

    public void scaled(FloatArray x, float k, FloatArray result) {
        encodeScaled(library.mapInvocation(SCALED), x, k, result).run();
    }

    private static Invocation encodeScaled(Invocation invocation, FloatArray x, float k, FloatArray result) {
        return invocation.uniform(0, k).array(0, x).array(1, result);
    }

    public void saxpy(Grid grid, float a, FloatArray x, FloatArray y) {
        encodeSaxpy(library.invocation(SAXPY, grid), a, x, y).run();
    }

    public void saxpy(Grid grid, float a, float[] x, float[] y) {
        try (Staging staging = library.staging(SAXPY)) {
            saxpy(grid, a, staging.floats(0, x), staging.floats(1, y));
            staging.copyBack();
        }
    }

    private static Invocation encodeSaxpy(Invocation invocation, float a, FloatArray x, FloatArray y) {
        return invocation.uniform(0, a).array(0, x).array(1, y);
    }

    public void positions(Grid grid, IntArray out) {
        library.invocation(POSITIONS, grid).array(0, out).run();
    }

    public void positions(Grid grid, int[] out) {
        try (Staging staging = library.staging(POSITIONS)) {
            positions(grid, staging.ints(0, out));
            staging.copyBack();
        }
    }

    public void widen(
            Grid grid, BooleanArray negate, ByteArray b, ShortArray s, IntArray n, LongArray sum, HalfArray half) {
        library.invocation(WIDEN, grid)
                .array(0, negate)
                .array(1, b)
                .array(2, s)
                .array(3, n)
                .array(4, sum)
                .array(5, half)
                .run();
    }

    public void widen(Grid grid, boolean[] negate, byte[] b, short[] s, int[] n, long[] sum, Half[] half) {
        try (Staging staging = library.staging(WIDEN)) {
            widen(
                    grid,
                    staging.booleans(0, negate),
                    staging.bytes(1, b),
                    staging.shorts(2, s),
                    staging.ints(3, n),
                    staging.longs(4, sum),
                    staging.halfs(5, half));
            staging.copyBack();
        }
    }

    void move(Grid grid, float dt, StructArray<Particle> particles) {
        library.invocation(MOVE, grid).uniform(0, dt).array(0, particles).run();
    }

    void move(Grid grid, float dt, Particle[] particles) {
        try (Staging staging = library.staging(MOVE)) {
            move(grid, dt, staging.structs(0, Particle.class, particles));
            staging.copyBack();
        }
    }

    public InBatch in(Batch batch) {
        return new InBatch(batch);
    }

    /** The same methods, which record. */
    public final class InBatch {
        private final Batch batch;

        private InBatch(Batch batch) {
            this.batch = Objects.requireNonNull(batch, "batch");
        }

        public void sigmoid(FloatArray x, FloatArray result) {
            encodeSigmoid(library.mapInvocation(SIGMOID), x, result).record(batch);
        }

        public ScaledCall scaled(FloatArray x, float k, FloatArray result) {
            return new ScaledCall(
                    encodeScaled(library.mapInvocation(SCALED), x, k, result).record(batch));
        }

        public SaxpyCall saxpy(Grid grid, float a, FloatArray x, FloatArray y) {
            return new SaxpyCall(
                    encodeSaxpy(library.invocation(SAXPY, grid), a, x, y).record(batch));
        }
    }

    /** A recorded call, whose uniforms can be changed. */
    public static final class ScaledCall {
        private final RecordedCall call;

        private ScaledCall(RecordedCall call) {
            this.call = call;
        }

        public void k(float k) {
            call.uniform(0, k);
        }
    }

    /** A recorded call, whose uniforms can be changed. */
    public static final class SaxpyCall {
        private final RecordedCall call;

        private SaxpyCall(RecordedCall call) {
            this.call = call;
        }

        public void a(float a) {
            call.uniform(0, a);
        }
    }
}
