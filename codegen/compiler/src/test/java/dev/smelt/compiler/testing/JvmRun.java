package dev.smelt.compiler.testing;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmEmitter;
import dev.smelt.compiler.jvm.JvmSource;
import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
        try {
            Method method =
                    type.getDeclaredMethod(source.kernelMethod(kernel), JvmArguments.class, JvmThreadgroup.class);
            method.setAccessible(true);
            JvmArguments arguments = new JvmArguments(arrays, new int[arrays.length], uniforms);
            for (long group = 0; group < grid.groups(); group++) {
                method.invoke(null, arguments, new JvmThreadgroup(grid, group));
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    public JvmSource source() {
        return source;
    }
}
