package dev.smelt.compiler.testing;

import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;

/**
 * Runs a generated kernel, threadgroup after threadgroup, and throws what it throws. Of a kernel that has a form for long rows
 * of threads it runs that one, however short they are: the other is what checked mode and the tests of whole devices run.
 */
final class JvmLaunch {
    private JvmLaunch() {}

    static void run(Class<?> kernels, String name, ThreadgroupGrid grid, ByteBuffer uniforms, Object... arrays) {
        try {
            Method method = method(kernels, name);
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

    private static Method method(Class<?> kernels, String name) throws NoSuchMethodException {
        try {
            return kernels.getDeclaredMethod(name + "InRows", JvmArguments.class, JvmThreadgroup.class);
        } catch (NoSuchMethodException e) {
            return kernels.getDeclaredMethod(name, JvmArguments.class, JvmThreadgroup.class);
        }
    }
}
