package dev.smelt.dsl.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class JdkMirrorsTest {

    static Stream<Method> mirrored() {
        return JdkMirrors.ALL.stream().flatMap(mirror -> Arrays.stream(mirror.getDeclaredMethods()));
    }

    @ParameterizedTest
    @MethodSource("mirrored")
    void theJdkHasTheMethodWithTheSameTypes(Method mirror) throws NoSuchMethodException {
        Class<?> mirroredClass =
                mirror.getDeclaringClass().getAnnotation(Mirrors.class).value();
        boolean doubles = mirror.isAnnotationPresent(UnderFloatCast.class);
        Class<?>[] parameters = Arrays.stream(mirror.getParameterTypes())
                .map(type -> doubles ? widened(type) : type)
                .toArray(Class<?>[]::new);
        Method method = mirroredClass.getMethod(mirror.getName(), parameters);
        assertThat(method.getModifiers() & Modifier.STATIC).isNotZero();
        assertThat(method.getReturnType()).isEqualTo(doubles ? double.class : mirror.getReturnType());
    }

    @Test
    void underFloatCastIsOnlyForFunctionsOfFloats() {
        assertThat(mirrored().filter(mirror -> mirror.isAnnotationPresent(UnderFloatCast.class)))
                .allSatisfy(mirror -> {
                    assertThat(mirror.getParameterTypes()).containsOnly(float.class);
                    assertThat(mirror.getReturnType()).isEqualTo(float.class);
                });
    }

    @Test
    void theListHasEveryMirror() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/smelt/dsl/jdk"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Mirror.java"))
                            .map(name -> name.replace(".java", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            JdkMirrors.ALL.stream().map(Class::getSimpleName).toList());
        }
    }

    private static Class<?> widened(Class<?> type) {
        return type == float.class ? double.class : type;
    }
}
