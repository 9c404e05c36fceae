package dev.smelt.compiler.testing;

import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/** Runs a generated kernel, threadgroup after threadgroup, and throws what it throws. */
final class JvmLaunch {
    private JvmLaunch() {}

    static void run(Class<?> kernels, String name, ThreadgroupGrid grid, ByteBuffer uniforms, Object... arrays) {
        try {
            Method method = kernels.getDeclaredMethod(name, JvmArguments.class, JvmThreadgroup.class);
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
}
