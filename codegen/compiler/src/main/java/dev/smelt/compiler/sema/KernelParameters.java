package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.Uniform;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells what each parameter of a kernel is, by its type and its annotations. */
final class KernelParameters {
    private final ModuleLowering module;
    private final TypeSymbol owner;
    private final KernelFinder annotations;

    KernelParameters(ModuleLowering module, TypeSymbol owner, KernelFinder annotations) {
        this.module = module;
        this.owner = owner;
        this.annotations = annotations;
    }

    /** A parameter of a kernel that returns nothing; empty and diagnosed if it can't be one. */
    Optional<KernelParameter> ofGridKernel(Parameter parameter) {
        Type type = typeOf(parameter);
        boolean isUniform = isUniform(parameter);
        List<Class<? extends Annotation>> positions = positionsOf(parameter);
        Optional<dev.smelt.compiler.ast.Annotation> threadgroup = threadgroup(parameter);
        if (positions.size() + (isUniform ? 1 : 0) + (threadgroup.isPresent() ? 1 : 0) > 1) {
            report(
                    Code.CONFLICTING_ANNOTATIONS,
                    parameter.span(),
                    "the parameter '" + parameter.name() + "' is marked as two things",
                    "keep one of its annotations");
            return Optional.empty();
        }
        if (isUniform) {
            checkUniform(parameter, type);
        }
        if (Conversions.isErroneous(type)) {
            return Optional.empty();
        }
        if (!positions.isEmpty()) {
            return position(parameter, type, positions.get(0));
        }
        if (threadgroup.isPresent()) {
            return threadgroup(parameter, type, threadgroup.get());
        }
        if (type instanceof Type.Texture) {
            // Whether it is written is found when the whole kernel is known.
            return Optional.of(new KernelParameter.Texture(
                    module.newVariable(parameter.name(), type), KernelParameter.Access.READ));
        }
        return Optional.of(
                type instanceof Type.Array
                        // Whether it is written is found when the whole kernel is known.
                        ? new KernelParameter.Buffer(
                                module.newVariable(parameter.name(), type), KernelParameter.Access.READ_WRITE)
                        : new KernelParameter.Uniform(module.newVariable(parameter.name(), type)));
    }

    private void checkUniform(Parameter parameter, Type type) {
        if (type instanceof Type.Array) {
            reportUniformArray(parameter);
        } else {
            report(
                    Code.UNIFORM_IN_GRID_KERNEL,
                    parameter.span(),
                    "every plain parameter of a kernel that returns nothing is the same for all threads",
                    "remove @Uniform");
        }
    }

    private void reportUniformArray(Parameter parameter) {
        report(
                Code.UNIFORM_ARRAY,
                parameter.span(),
                "the array '" + parameter.name() + "' cannot be @Uniform",
                "remove @Uniform: an array parameter is the same array for all threads");
    }

    private Optional<KernelParameter> position(Parameter parameter, Type type, Class<? extends Annotation> annotation) {
        Kind kind = Objects.requireNonNull(Positions.KINDS.get(annotation));
        String name = "@" + annotation.getSimpleName();
        boolean isVector = type instanceof Type.Vector vector && vector.element() == Scalar.INT && vector.size() < 4;
        if (type != Scalar.INT && (kind.isIndex() || !isVector)) {
            report(
                    Code.POSITION_TYPE,
                    parameter.type().span(),
                    name + " '" + parameter.name() + "' cannot be " + type.javaName(),
                    kind.isIndex() ? "make it int" : "make it int, Int2 or Int3");
            return Optional.empty();
        }
        return Optional.of(new KernelParameter.Position(module.newVariable(parameter.name(), type), kind));
    }

    private Optional<dev.smelt.compiler.ast.Annotation> threadgroup(Parameter parameter) {
        return annotations.find(parameter.modifiers(), Threadgroup.class, owner);
    }

    private Optional<KernelParameter> threadgroup(
            Parameter parameter, Type type, dev.smelt.compiler.ast.Annotation annotation) {
        if (!(type instanceof Type.Array)) {
            report(
                    Code.THREADGROUP_TYPE,
                    parameter.type().span(),
                    "threadgroup memory is an array, and '" + parameter.name() + "' is " + type.javaName(),
                    "write " + type.javaName() + "[], and an index");
            return Optional.empty();
        }
        return lengthOf(parameter, annotation).map(length -> {
            Variable variable = module.newVariable(parameter.name(), type);
            module.knowLength(variable, length);
            return new KernelParameter.Threadgroup(variable, length);
        });
    }

    private Optional<Integer> lengthOf(Parameter parameter, dev.smelt.compiler.ast.Annotation annotation) {
        Optional<Object> constant = annotation.arguments().stream()
                .filter(argument -> argument.name().equals("value"))
                .findFirst()
                .flatMap(argument -> JavaParser.parseExpression(argument.value(), module.diagnostics()))
                .flatMap(module.constants().in(owner, Scope.empty())::valueOf);
        boolean isInt = constant.filter(
                        value -> value instanceof Integer || value instanceof Short || value instanceof Byte)
                .isPresent();
        if (isInt && ((Number) constant.get()).intValue() > 0) {
            return Optional.of(((Number) constant.get()).intValue());
        }
        report(
                Code.THREADGROUP_LENGTH,
                annotation.span(),
                "the length of '" + parameter.name() + "' "
                        + (isInt ? "is " + constant.get() : "is not known when the kernel is compiled"),
                "write a constant above zero: @Threadgroup(256)");
        return Optional.empty();
    }

    /** A parameter of a kernel that returns a value; empty and diagnosed if it can't be one. */
    Optional<KernelParameter> ofMapKernel(Parameter parameter) {
        Type type = typeOf(parameter);
        List<Class<? extends Annotation>> positions = new ArrayList<>(positionsOf(parameter));
        if (threadgroup(parameter).isPresent()) {
            positions.add(Threadgroup.class);
        }
        if (!positions.isEmpty()) {
            report(
                    Code.MAP_KERNEL_POSITION,
                    parameter.span(),
                    "a kernel that returns a value has no @" + positions.get(0).getSimpleName(),
                    "write a kernel that returns nothing and stores its result in an array");
            return Optional.empty();
        }
        if (type instanceof Type.Array) {
            if (isUniform(parameter)) {
                reportUniformArray(parameter);
            } else {
                report(
                        Code.MAP_KERNEL_ARRAY,
                        parameter.span(),
                        "a kernel that returns a value is given elements, not the array '" + parameter.name() + "'",
                        "write a kernel that returns nothing and stores its result in an array");
            }
            return Optional.empty();
        }
        if (Conversions.isErroneous(type)) {
            return Optional.empty();
        }
        if (type instanceof Type.Texture) {
            report(
                    Code.MAP_KERNEL_ARRAY,
                    parameter.span(),
                    "a kernel that returns a value is given elements, not the texture '" + parameter.name() + "'",
                    "write a kernel that returns nothing and stores its result in an array");
            return Optional.empty();
        }
        return Optional.of(
                isUniform(parameter)
                        ? new KernelParameter.Uniform(module.newVariable(parameter.name(), type))
                        : new KernelParameter.Buffer(
                                module.newVariable(parameter.name(), new Type.Array(type)),
                                KernelParameter.Access.READ));
    }

    /** Reports a record that the wrapper, a class of its own, could not name. */
    void checkCanBeNamed(Type type, Span span) {
        Type element = type instanceof Type.Array array ? array.element() : type;
        if (!(element instanceof Type.Struct struct)) {
            return;
        }
        TypeSymbol symbol = module.types().structs().symbolOf(struct);
        boolean samePackage = symbol.unit().packageName().equals(owner.unit().packageName());
        if (!(samePackage ? symbol.isVisibleInPackage() : symbol.isPublic())) {
            report(
                    Code.PRIVATE_RECORD,
                    span,
                    "the record '" + struct.javaName() + "' is not visible to the class that calls the kernel",
                    samePackage ? "remove 'private' from it, and from the types around it" : "make it public");
        }
    }

    private Type typeOf(Parameter parameter) {
        Type type = module.types().of(parameter.type(), owner);
        checkCanBeNamed(type, parameter.type().span());
        if (type instanceof Type.NoValue) {
            report(
                    Code.UNSUPPORTED_TYPE,
                    parameter.type().span(),
                    "a parameter cannot be void",
                    "write the type of its value");
            return Types.ERRONEOUS;
        }
        return type;
    }

    boolean isUniform(Parameter parameter) {
        return annotations.find(parameter.modifiers(), Uniform.class, owner).isPresent();
    }

    private List<Class<? extends Annotation>> positionsOf(Parameter parameter) {
        return Positions.KINDS.keySet().stream()
                .filter(annotation -> annotations
                        .find(parameter.modifiers(), annotation, owner)
                        .isPresent())
                .toList();
    }

    private void report(Code code, Span span, String message, String help) {
        module.diagnostics().report(code, span, message, help);
    }
}
