package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Builtin;
import dev.smelt.compiler.ir.Type;
import dev.smelt.dsl.Msl;
import dev.smelt.dsl.jdk.JdkMirrors;
import dev.smelt.dsl.jdk.Mirrors;
import dev.smelt.dsl.jdk.UnderFloatCast;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions that {@code dsl} declares with {@link dev.smelt.dsl.Builtin}, and those of the JDK that it mirrors,
 * read by reflection. Declarations are the same for every compilation, so that they are read once.
 */
final class Builtins {
    private static final Map<Class<?>, List<Builtin>> BY_OWNER = new ConcurrentHashMap<>();

    private Builtins() {}

    /** The static functions of a class, overloads of one name. */
    static List<Builtin> statics(Class<?> owner, String name) {
        return named(owner, Builtin.Form.STATIC, name);
    }

    /** The instance methods of a class of {@code dsl}, overloads of one name. */
    static List<Builtin> methods(Class<?> owner, String name) {
        return named(owner, Builtin.Form.INSTANCE, name);
    }

    static List<Builtin> constructors(Class<?> owner) {
        return named(owner, Builtin.Form.CONSTRUCTOR, owner.getSimpleName());
    }

    /** The names of all functions of a class, for suggestions. */
    static List<String> names(Class<?> owner) {
        return all(owner).stream().map(Builtin::name).distinct().toList();
    }

    private static List<Builtin> named(Class<?> owner, Builtin.Form form, String name) {
        return all(owner).stream()
                .filter(builtin -> builtin.form() == form && builtin.name().equals(name))
                .toList();
    }

    private static List<Builtin> all(Class<?> owner) {
        return BY_OWNER.computeIfAbsent(owner, Builtins::read);
    }

    private static List<Builtin> read(Class<?> owner) {
        List<Builtin> found = new ArrayList<>();
        Optional<Class<?>> mirror = JdkMirrors.ALL.stream()
                .filter(candidate -> candidate.getAnnotation(Mirrors.class).value() == owner)
                .findFirst();
        Class<?> declarations = mirror.orElse(owner);
        for (Method method : declarations.getMethods()) {
            boolean isStatic = mirror.isPresent() || Modifier.isStatic(method.getModifiers());
            Builtin.Form form = isStatic ? Builtin.Form.STATIC : Builtin.Form.INSTANCE;
            describe(form, owner, method.getName(), method, method.getReturnType())
                    .ifPresent(found::add);
        }
        for (Constructor<?> constructor : declarations.getConstructors()) {
            describe(Builtin.Form.CONSTRUCTOR, owner, owner.getSimpleName(), constructor, owner)
                    .ifPresent(found::add);
        }
        // Reflection has no fixed order, and messages that list overloads must not change from run to run.
        found.sort(Comparator.comparing(Builtin::name)
                .thenComparing(builtin -> builtin.parameters().toString()));
        return List.copyOf(found);
    }

    private static Optional<Builtin> describe(
            Builtin.Form form, Class<?> owner, String name, Executable declaration, Class<?> result) {
        dev.smelt.dsl.Builtin spelling = declaration.getAnnotation(dev.smelt.dsl.Builtin.class);
        if (spelling == null || declaration.isSynthetic()) {
            return Optional.empty();
        }
        List<Type> parameters = new ArrayList<>();
        if (form == Builtin.Form.INSTANCE) {
            parameters.add(typeOf(owner, declaration));
        }
        Arrays.stream(declaration.getParameterTypes())
                .map(parameter -> typeOf(parameter, declaration))
                .forEach(parameters::add);
        return Optional.of(new Builtin(
                form,
                owner,
                name,
                parameters,
                typeOf(result, declaration),
                spelling.value(),
                spelling.fast().isEmpty() ? spelling.value() : spelling.fast(),
                Builtin.Effect.valueOf(spelling.effect().name()),
                declaration.isAnnotationPresent(UnderFloatCast.class)));
    }

    private static Type typeOf(Class<?> javaClass, Executable declaration) {
        if (javaClass == void.class) {
            return Types.NO_VALUE;
        }
        return DslTypes.of(javaClass).orElseThrow(() -> new AssertionError(declaration + " uses " + javaClass));
    }

    /** The constant of this name that a class of {@code dsl} declares, as a builtin without parameters. */
    static Optional<Builtin> constant(Class<?> owner, String name) {
        for (Field field : owner.getFields()) {
            dev.smelt.dsl.Builtin spelling = field.getAnnotation(dev.smelt.dsl.Builtin.class);
            if (spelling != null && field.getName().equals(name)) {
                Type type = DslTypes.of(field.getType())
                        .orElseThrow(() -> new AssertionError(field + " is of no type that kernels have"));
                return Optional.of(new Builtin(
                        Builtin.Form.CONSTANT,
                        owner,
                        name,
                        List.of(),
                        type,
                        spelling.value(),
                        spelling.value(),
                        Builtin.Effect.NONE,
                        false));
            }
        }
        return Optional.empty();
    }

    /** Where a call that names no class finds the functions of MSL, when they are imported. */
    static Class<?> msl() {
        return Msl.class;
    }
}
