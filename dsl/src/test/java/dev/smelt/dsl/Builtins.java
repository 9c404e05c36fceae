package dev.smelt.dsl;

import dev.smelt.dsl.jdk.JdkMirrors;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every declaration that has, or should have, a spelling in MSL. */
final class Builtins {

    static final List<Class<?>> VECTORS = List.of(
            Float2.class,
            Float3.class,
            Float4.class,
            Int2.class,
            Int3.class,
            Int4.class,
            Bool2.class,
            Bool3.class,
            Bool4.class);
    static final List<Class<?>> MATRICES = List.of(Float2x2.class, Float3x3.class, Float4x4.class);

    private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString", "of");
    private static final Pattern SUPPORT = Pattern.compile("\\bsmelt_\\w+");

    private Builtins() {}

    static List<Executable> all() {
        List<Executable> all = new ArrayList<>(functions());
        Stream.of(VECTORS, MATRICES, List.<Class<?>>of(Half.class, Texture2d.class))
                .flatMap(List::stream)
                .forEach(type -> {
                    all.addAll(methodsOf(type));
                    all.addAll(List.of(type.getConstructors()));
                });
        JdkMirrors.ALL.forEach(mirror -> all.addAll(List.of(mirror.getDeclaredMethods())));
        return all;
    }

    static List<Method> functions() {
        return Arrays.stream(Msl.class.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()))
                .toList();
    }

    /** Those that compute a value from values alone, each component for itself in vectors. */
    static List<Method> mathFunctions() {
        return functions().stream()
                .filter(m -> m.getDeclaringClass() != RandomFunctions.class
                        && m.getAnnotation(Builtin.class).effect() == Builtin.Effect.NONE)
                .toList();
    }

    private static List<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getDeclaringClass() != Object.class && !OF_OBJECTS.contains(m.getName()))
                .toList();
    }

    /** The arguments of the spelling in MSL: the receiver of an instance method comes first. */
    static List<Class<?>> argumentsOf(Executable builtin) {
        List<Class<?>> arguments = new ArrayList<>();
        boolean isMirror = builtin.getDeclaringClass().getPackageName().endsWith(".jdk");
        if (!(builtin instanceof Constructor) && !Modifier.isStatic(builtin.getModifiers()) && !isMirror) {
            arguments.add(builtin.getDeclaringClass());
        }
        arguments.addAll(List.of(builtin.getParameterTypes()));
        return arguments;
    }

    static List<String> spellingsOf(Executable builtin) {
        Builtin annotation = builtin.getAnnotation(Builtin.class);
        if (annotation == null) {
            return List.of();
        }
        return annotation.fast().isEmpty()
                ? List.of(annotation.value())
                : List.of(annotation.value(), annotation.fast());
    }

    /** The spellings of the constants that kernels name as arguments. */
    static List<String> spellingsOfConstants() {
        return Arrays.stream(Sampler.class.getFields())
                .map(field -> field.getAnnotation(Builtin.class).value())
                .toList();
    }

    /** The names of the {@code smelt_} functions in some MSL text. */
    static Set<String> supportFunctionsIn(String msl) {
        return SUPPORT.matcher(msl).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
