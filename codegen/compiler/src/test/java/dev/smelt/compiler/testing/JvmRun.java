package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmEmitter;
import dev.smelt.compiler.jvm.JvmSource;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Compiles the Java of a module and runs its kernels, threadgroup after threadgroup. */
public final class JvmRun {
    private final JvmSource source;
    private final Class<?> type;
    private final ByteBuffer uniforms = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
    private ThreadgroupGrid grid = new ThreadgroupGrid(1, 1, 1, 1, 1, 1);

    public JvmRun(KernelModule module) {
        this(JvmEmitter.emit(module));
    }

    public JvmRun(JvmSource source) {
        this.source = source;
        type = JavaClasses.compile(Map.of(source.path(), source.text()))
                .load((source.packageName().isEmpty() ? "" : source.packageName() + ".") + source.className());
    }

    /** A line of threads, in threadgroups of 4, so that the last may be ragged. */
    public JvmRun line(int threads) {
        return grid(threads, 1, 1, 4, 1, 1);
    }

    public JvmRun grid(int width, int height, int depth, int groupWidth, int groupHeight, int groupDepth) {
        grid = new ThreadgroupGrid(width, height, depth, groupWidth, groupHeight, groupDepth);
        return this;
    }

    /** The uniform block, to be filled. */
    public ByteBuffer uniforms() {
        return uniforms;
    }

    /** Runs a kernel on arrays in the order of their slots, in the form that the JVM device gives them. */
    public void run(String kernel, Object... arrays) {
        JvmLaunch.run(type, source.kernelMethod(kernel), grid, uniforms, arrays);
    }

    public JvmSource source() {
        return source;
    }
}
