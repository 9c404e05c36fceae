package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of vectors against those of their components, by reflection. */
final class VectorFunctionsTest {

    private static final Set<String> OF_WHOLE_VECTORS = Set.of(
            "cross",
            "dot",
            "length",
            "lengthSquared",
            "distance",
            "distanceSquared",
            "normalize",
            "faceforward",
            "reflect",
            "refract",
            "any",
            "all");

    static Stream<Method> componentwise() {
        return Builtins.mathFunctions().stream()
                .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(Vectors::isVector))
                .filter(m -> !OF_WHOLE_VECTORS.contains(m.getName()));
    }

    @ParameterizedTest
    @MethodSource("componentwise")
    void eachComponentIsComputedByTheFunctionOfScalars(Method function) throws ReflectiveOperationException {
        Class<?>[] scalars = Arrays.stream(function.getParameterTypes())
                .map(Vectors::scalarOf)
                .toArray(Class<?>[]::new);
        Method ofScalars = Msl.class.getMethod(function.getName(), scalars);
        Random random = new Random(1);
        for (int repeat = 0; repeat < 20; repeat++) {
            Object[] arguments = new Object[scalars.length];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = random(function.getParameterTypes()[i], random);
            }
            Object result = Vectors.call(function, null, arguments);
            for (int c = 0; c < Vectors.sizeOf(result.getClass()); c++) {
                Object[] components = new Object[arguments.length];
                for (int i = 0; i < arguments.length; i++) {
                    components[i] = Vectors.component(arguments[i], c);
                }
                assertThat(Vectors.component(result, c))
                        .as("%s%s", function.getName(), Arrays.toString(components))
                        .isEqualTo(Vectors.call(ofScalars, null, components));
            }
        }
    }

    @Test
    void everyFunctionOfFloatsAndIntsHasItsVectorForms() {
        List<Method> functions = Builtins.mathFunctions();
        Stream<Method> scalars = functions.stream()
                .filter(m -> Arrays.stream(m.getParameterTypes())
                        .allMatch(type -> type == float.class || type == int.class));
        assertThat(scalars.toList())
                .allSatisfy(scalar -> assertThat(functions.stream()
                                .filter(m -> m.getName().equals(scalar.getName()))
                                .filter(m ->
                                        Arrays.stream(m.getParameterTypes()).allMatch(Vectors::isVector))
                                .filter(m -> Arrays.equals(
                                        Arrays.stream(m.getParameterTypes())
                                                .map(Vectors::scalarOf)
                                                .toArray(),
                                        scalar.getParameterTypes())))
                        .as("%s", scalar)
                        .hasSize(3));
    }

    @Test
    void vectorFormsAreSpelledLikeTheScalarOnes() {
        assertThat(componentwise()
                        .filter(m -> Arrays.stream(m.getParameterTypes()).allMatch(Vectors::isVector))
                        .filter(m -> !Builtins.spellingsOf(m).get(0).contains("$")))
                .allSatisfy(m -> {
                    Class<?>[] scalars = Arrays.stream(m.getParameterTypes())
                            .map(Vectors::scalarOf)
                            .toArray(Class<?>[]::new);
                    assertThat(Builtins.spellingsOf(m))
                            .isEqualTo(Builtins.spellingsOf(Msl.class.getMethod(m.getName(), scalars)));
                });
    }

    @Test
    void anyAndAllLookAtEachComponent() {
        for (int bits = 0; bits < 16; bits++) {
            boolean x = (bits & 1) != 0;
            boolean y = (bits & 2) != 0;
            boolean z = (bits & 4) != 0;
            boolean w = (bits & 8) != 0;
            assertThat(Msl.any(new Bool2(x, y))).isEqualTo(x || y);
            assertThat(Msl.all(new Bool2(x, y))).isEqualTo(x && y);
            assertThat(Msl.any(new Bool3(x, y, z))).isEqualTo(x || y || z);
            assertThat(Msl.all(new Bool3(x, y, z))).isEqualTo(x && y && z);
            assertThat(Msl.any(new Bool4(x, y, z, w))).isEqualTo(bits != 0);
            assertThat(Msl.all(new Bool4(x, y, z, w))).isEqualTo(bits == 15);
        }
    }

    private static Object random(Class<?> type, Random random) throws ReflectiveOperationException {
        if (!Vectors.isVector(type)) {
            return randomScalar(type, random);
        }
        Object[] components = new Object[Vectors.sizeOf(type)];
        Arrays.setAll(components, i -> randomScalar(Vectors.scalarOf(type), random));
        return Vectors.of(type, components);
    }

    private static Object randomScalar(Class<?> type, Random random) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            int[] special = Samples.specialInts();
            return random.nextBoolean() ? random.nextInt() : special[random.nextInt(special.length)];
        }
        float[] special = Samples.specialFloats();
        return random.nextBoolean() ? Samples.between(random, -5f, 5f) : special[random.nextInt(special.length)];
    }
}
