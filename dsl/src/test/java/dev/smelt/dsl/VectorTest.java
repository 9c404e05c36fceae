package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arithmetic, comparisons, constructors and conversions of vectors. */
final class VectorTest {

    private static final Map<String, BinaryOperator<Float>> FLOATS =
            Map.of("add", (a, b) -> a + b, "sub", (a, b) -> a - b, "mul", (a, b) -> a * b, "div", (a, b) -> a / b);
    private static final Map<String, BinaryOperator<Integer>> INTS = Map.of(
            "add", (a, b) -> a + b,
            "sub", (a, b) -> a - b,
            "mul", (a, b) -> a * b,
            "div", (a, b) -> b == 0 ? a : Integer.valueOf(a / b));

    @ParameterizedTest
    @ValueSource(classes = {Float2.class, Float3.class, Float4.class})
    void arithmeticOfFloatsIsJavas(Class<?> type) throws ReflectiveOperationException {
        Float[] values = boxed(Samples.specialFloats());
        for (String name : FLOATS.keySet()) {
            checkArithmetic(type, name, values, FLOATS.get(name));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Int2.class, Int3.class, Int4.class})
    void arithmeticOfIntsWrapsAndDividesByZero(Class<?> type) throws ReflectiveOperationException {
        Integer[] values = Arrays.stream(Samples.specialInts()).boxed().toArray(Integer[]::new);
        for (String name : INTS.keySet()) {
            checkArithmetic(type, name, values, INTS.get(name));
        }
    }

    private static <T> void checkArithmetic(Class<?> type, String name, T[] values, BinaryOperator<T> reference)
            throws ReflectiveOperationException {
        int size = Vectors.sizeOf(type);
        Method byVector = type.getMethod(name, type);
        Method byScalar = type.getMethod(name, Vectors.scalarOf(type));
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                List<T> left = cycled(values, i, size);
                List<T> right = cycled(values, j, size);
                List<T> sums = new ArrayList<>();
                List<T> scalarSums = new ArrayList<>();
                for (int c = 0; c < size; c++) {
                    sums.add(reference.apply(left.get(c), right.get(c)));
                    scalarSums.add(reference.apply(left.get(c), right.get(0)));
                }
                Object vector = Vectors.of(type, left.toArray());
                assertThat(Vectors.call(byVector, vector, Vectors.of(type, right.toArray())))
                        .isEqualTo(Vectors.of(type, sums.toArray()));
                assertThat(Vectors.call(byScalar, vector, right.get(0)))
                        .isEqualTo(Vectors.of(type, scalarSums.toArray()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Float2.class, Float3.class, Float4.class})
    void comparisonsAreJavas(Class<?> type) throws ReflectiveOperationException {
        Float[] values = {-1f, -0f, 0f, 2f, Float.NaN, Float.POSITIVE_INFINITY};
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                List<Float> left = cycled(values, i, Vectors.sizeOf(type));
                List<Float> right = cycled(values, j, Vectors.sizeOf(type));
                Object a = Vectors.of(type, left.toArray());
                Object b = Vectors.of(type, right.toArray());
                for (int c = 0; c < left.size(); c++) {
                    float x = left.get(c);
                    float y = right.get(c);
                    assertThat(compared("lessThan", a, b, c)).isEqualTo(x < y);
                    assertThat(compared("lessThanOrEqual", a, b, c)).isEqualTo(x <= y);
                    assertThat(compared("greaterThan", a, b, c)).isEqualTo(x > y);
                    assertThat(compared("greaterThanOrEqual", a, b, c)).isEqualTo(x >= y);
                    assertThat(compared("equalTo", a, b, c)).isEqualTo(x == y);
                    assertThat(compared("notEqualTo", a, b, c)).isEqualTo(x != y);
                }
            }
        }
    }

    private static Object compared(String name, Object a, Object b, int component) throws ReflectiveOperationException {
        return Vectors.component(Vectors.call(a.getClass().getMethod(name, b.getClass()), a, b), component);
    }

    @Test
    void intsAreCompared() {
        Int3 a = new Int3(1, 2, 3);
        Int3 b = new Int3(3, 2, 1);
        assertThat(a.lessThan(b)).isEqualTo(new Bool3(true, false, false));
        assertThat(a.lessThanOrEqual(b)).isEqualTo(new Bool3(true, true, false));
        assertThat(a.greaterThan(b)).isEqualTo(new Bool3(false, false, true));
        assertThat(a.greaterThanOrEqual(b)).isEqualTo(new Bool3(false, true, true));
        assertThat(a.equalTo(b)).isEqualTo(new Bool3(false, true, false));
        assertThat(a.notEqualTo(b)).isEqualTo(new Bool3(true, false, true));
        assertThat(new Int2(1, 2).lessThan(new Int2(2, 1))).isEqualTo(new Bool2(true, false));
        assertThat(new Int4(1).equalTo(new Int4(1, 2, 1, 2))).isEqualTo(new Bool4(true, false, true, false));
    }

    @Test
    void booleansAreCombined() {
        Bool4 a = new Bool4(true, true, false, false);
        Bool4 b = new Bool4(true, false, true, false);
        assertThat(a.and(b)).isEqualTo(new Bool4(true, false, false, false));
        assertThat(a.or(b)).isEqualTo(new Bool4(true, true, true, false));
        assertThat(a.not()).isEqualTo(new Bool4(false, false, true, true));
        assertThat(new Bool2(true, false).and(new Bool2(true, true)).or(new Bool2(false, true).not()))
                .isEqualTo(new Bool2(true, false));
        assertThat(new Bool3(true, false, true)
                        .and(new Bool3(true, true, false))
                        .not())
                .isEqualTo(new Bool3(false, true, true));
        assertThat(new Bool3(true, false, false).or(new Bool3(false, false, true)))
                .isEqualTo(new Bool3(true, false, true));
    }

    @Test
    void negatedZeroIsNegative() {
        assertThat(new Float3(0f, -1f, Float.NaN).neg()).isEqualTo(new Float3(-0f, 1f, Float.NaN));
        assertThat(new Float2(1f, 2f).neg()).isEqualTo(new Float2(-1f, -2f));
        assertThat(new Float4(1f).neg()).isEqualTo(new Float4(-1f));
        assertThat(new Int2(Integer.MIN_VALUE, 1).neg()).isEqualTo(new Int2(Integer.MIN_VALUE, -1));
        assertThat(new Int3(1, 2, 3).neg()).isEqualTo(new Int3(-1, -2, -3));
        assertThat(new Int4(1, 2, 3, 4).neg()).isEqualTo(new Int4(-1, -2, -3, -4));
    }

    @ParameterizedTest
    @ValueSource(classes = {Float2.class, Float3.class, Float4.class, Int2.class, Int3.class, Int4.class})
    void constructorsConcatenateOrRepeat(Class<?> type) throws ReflectiveOperationException {
        int size = Vectors.sizeOf(type);
        for (Constructor<?> constructor : type.getConstructors()) {
            List<Object> arguments = new ArrayList<>();
            int next = 1;
            for (Class<?> parameter : constructor.getParameterTypes()) {
                int first = next;
                if (Vectors.isVector(parameter)) {
                    arguments.add(Vectors.make(parameter, i -> first + i));
                    next += Vectors.sizeOf(parameter);
                } else {
                    arguments.add(type.getSimpleName().startsWith("Float") ? (Object) (float) next : (Object) next);
                    next++;
                }
            }
            boolean splat = next == 2;
            assertThat(next).isIn(2, size + 1);
            assertThat(constructor.newInstance(arguments.toArray()))
                    .isEqualTo(Vectors.make(type, i -> splat ? 1 : i + 1));
        }
    }

    @Test
    void allCompositionsOfMslAreThere() {
        assertThat(Float2.class.getConstructors()).hasSize(2);
        assertThat(Float3.class.getConstructors()).hasSize(4);
        assertThat(Float4.class.getConstructors()).hasSize(8);
        assertThat(Int2.class.getConstructors()).hasSize(2);
        assertThat(Int3.class.getConstructors()).hasSize(4);
        assertThat(Int4.class.getConstructors()).hasSize(8);
    }

    @Test
    void conversionToIntSaturates() {
        assertThat(new Float4(1.9f, -1.9f, Float.NaN, 1e10f).toInt()).isEqualTo(new Int4(1, -1, 0, Integer.MAX_VALUE));
        assertThat(new Float3(-1e10f, 0f, 0.5f).toInt()).isEqualTo(new Int3(Integer.MIN_VALUE, 0, 0));
        assertThat(new Float2(2f, 3f).toInt()).isEqualTo(new Int2(2, 3));
    }

    @Test
    void conversionToFloatRoundsToNearest() {
        assertThat(new Int4(1, -1, (1 << 24) + 1, Integer.MAX_VALUE).toFloat())
                .isEqualTo(new Float4(1f, -1f, 0x1p24f, 0x1p31f));
        assertThat(new Int3(1, 2, 3).toFloat()).isEqualTo(new Float3(1f, 2f, 3f));
        assertThat(new Int2(1, 2).toFloat()).isEqualTo(new Float2(1f, 2f));
    }

    private static <T> List<T> cycled(T[] values, int start, int size) {
        return Stream.iterate(start, i -> i + 1)
                .limit(size)
                .map(i -> values[i % values.length])
                .toList();
    }

    private static Float[] boxed(float[] values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return boxed;
    }
}
