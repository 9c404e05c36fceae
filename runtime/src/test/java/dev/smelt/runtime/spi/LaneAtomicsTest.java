package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Msl;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each operation on threadgroup memory does what the function of its name does on any. */
class LaneAtomicsTest {
    private static final List<Integer> INTS = List.of(0, 1, -1, 12345, Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final List<Float> FLOATS = List.of(0f, -0f, 1.5f, -3e38f, Float.NaN, Float.NEGATIVE_INFINITY);

    @Test
    void doWhatTheFunctionsDo() throws ReflectiveOperationException {
        List<Method> operations = Arrays.stream(LaneAtomics.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
        assertThat(operations).hasSize(13);
        for (Method operation : operations) {
            Method function = Msl.class.getMethod(operation.getName(), operation.getParameterTypes());
            function.setAccessible(true); // the class that declares it is not public
            boolean ofInts = operation.getReturnType() == int.class;
            for (Object before : ofInts ? INTS : FLOATS) {
                for (Object value : ofInts ? INTS : FLOATS) {
                    Object mine = ofInts ? new int[] {7, (int) before} : new float[] {7f, (float) before};
                    Object theirs = ofInts ? new int[] {7, (int) before} : new float[] {7f, (float) before};
                    assertThat(operation.invoke(null, mine, 1, value))
                            .isEqualTo(function.invoke(null, theirs, 1, value));
                    assertThat(mine)
                            .as("%s of %s, %s", operation, before, value)
                            .isEqualTo(theirs);
                }
            }
        }
    }
}
