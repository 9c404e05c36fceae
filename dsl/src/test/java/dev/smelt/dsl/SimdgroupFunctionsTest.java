package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

final class SimdgroupFunctionsTest {

    /** In a simdgroup of one thread, every function gives the thread's own value, or what comes before the first. */
    @Test
    void computeForOneThread() throws ReflectiveOperationException {
        int functions = 0;
        for (Method method : Builtins.functions()) {
            if (method.getAnnotation(Builtin.class).effect() != Builtin.Effect.SIMDGROUP) {
                continue;
            }
            Class<?> type = method.getParameterTypes()[0];
            Object value = value(type);
            Object result =
                    method.getParameterCount() == 1 ? method.invoke(null, value) : method.invoke(null, value, 0);
            if (method.getName().equals("simdPrefixExclusiveSum")) {
                assertThat(result.toString()).as("%s", method).doesNotContain("7", "1");
            } else if (method.getName().equals("simdPrefixExclusiveProduct")) {
                assertThat(result.toString())
                        .as("%s", method)
                        .doesNotContain("7")
                        .contains("1");
            } else {
                assertThat(result).as("%s", method).isEqualTo(value);
            }
            functions++;
        }
        assertThat(functions).isGreaterThan(100);
        Msl.threadgroupBarrier();
        Msl.simdgroupBarrier();
    }

    private static Object value(Class<?> type) throws ReflectiveOperationException {
        if (type == boolean.class) {
            return true;
        }
        if (type == long.class) {
            return 7L;
        }
        if (type == int.class) {
            return 7;
        }
        if (type == float.class) {
            return 7f;
        }
        boolean floats = type.getSimpleName().startsWith("Float");
        return floats
                ? type.getConstructor(float.class).newInstance(7f)
                : type.getConstructor(int.class).newInstance(7);
    }
}
