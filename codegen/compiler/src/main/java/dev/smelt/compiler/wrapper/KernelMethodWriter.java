package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.jvm.NameScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Prints the methods of one kernel. Parameters keep the user's names; what else a method names gives way. */
final class KernelMethodWriter {
    private final KernelMethod kernel;
    private final WrapperNames classNames;
    private final Modifier[] visibility;
    private final KernelJavadoc javadoc;
    private final NameScope names = new NameScope(List.of("Objects"));
    private final Map<Argument, String> parameters = new LinkedHashMap<>();
    private final String grid;

    KernelMethodWriter(KernelMethod kernel, WrapperNames classNames, Modifier[] visibility) {
        this.kernel = kernel;
        this.classNames = classNames;
        this.visibility = visibility;
        kernel.parameters().forEach(argument -> parameters.put(argument, names.take(argument.name())));
        this.grid = names.take("grid");
        this.javadoc = new KernelJavadoc(kernel, parameters, grid);
    }

    /** Runs the kernel on device arrays. */
    MethodSpec run() {
        return onDeviceArrays()
                .addJavadoc(javadoc.ofRun())
                .addStatement("$L.run()", encoded())
                .build();
    }

    /** Records the kernel into a batch; gives the call if it has something to change. */
    MethodSpec record(ClassName call) {
        MethodSpec.Builder method = onDeviceArrays().addJavadoc(javadoc.ofRecord());
        if (kernel.uniforms().isEmpty()) {
            return method.addStatement("$L.record($L)", encoded(), field("batch"))
                    .build();
        }
        return method.returns(call)
                .addStatement("return new $T($L.record($L))", call, encoded(), field("batch"))
                .build();
    }

    private MethodSpec.Builder onDeviceArrays() {
        MethodSpec.Builder method = start();
        addParameters(method, kernel.parameters(), ApiTypes::deviceArray);
        return method;
    }

    private MethodSpec.Builder start() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(kernel.name()).addModifiers(visibility);
        if (!kernel.map()) {
            method.addParameter(ApiTypes.GRID, grid);
        }
        return method;
    }

    private void addParameters(
            MethodSpec.Builder method, List<Argument> arguments, Function<Type, TypeName> arrayType) {
        for (Argument argument : arguments) {
            method.addParameter(type(argument, arrayType), name(argument));
        }
    }

    private static TypeName type(Argument argument, Function<Type, TypeName> arrayType) {
        if (argument instanceof Argument.OfArray array) {
            return arrayType.apply(array.element());
        }
        return argument instanceof Argument.OfUniform uniform ? ApiTypes.of(uniform.type()) : ApiTypes.TEXTURE;
    }

    private CodeBlock encoded() {
        CodeBlock invocation = kernel.map()
                ? CodeBlock.of("$L.mapInvocation($L)", field("library"), classNames.descriptor(kernel))
                : CodeBlock.of("$L.invocation($L, $L)", field("library"), classNames.descriptor(kernel), grid);
        List<CodeBlock> arguments = new ArrayList<>(List.of(invocation));
        kernel.parameters().forEach(argument -> arguments.add(CodeBlock.of("$L", name(argument))));
        return CodeBlock.of("$L($L)", classNames.encoder(kernel), CodeBlock.join(arguments, ",$W"));
    }

    /** Copies in, runs, copies back. */
    MethodSpec runOnPlainArrays() {
        MethodSpec.Builder method = start().addJavadoc(javadoc.ofPlainRun());
        List<Argument> given = new ArrayList<>(kernel.parameters());
        if (kernel.map()) {
            given.remove(kernel.result());
            method.returns(ApiTypes.plainArray(kernel.result().element()));
        }
        addParameters(method, given, ApiTypes::plainArray);
        String staging = names.take("staging");
        if (kernel.map()) {
            Argument first = kernel.arrays().get(0);
            method.addStatement("$T.requireNonNull($L, $S)", Objects.class, name(first), first.name());
        }
        method.beginControlFlow(
                "try ($T $L = $L.staging($L))",
                ApiTypes.STAGING,
                staging,
                field("library"),
                classNames.descriptor(kernel));
        if (kernel.map()) {
            TypeName element = ApiTypes.of(kernel.result().element());
            Argument first = kernel.arrays().get(0);
            method.addStatement("$T[] $L = new $T[$L.length]", element, name(kernel.result()), element, name(first));
        }
        List<CodeBlock> arguments = new ArrayList<>();
        if (!kernel.map()) {
            arguments.add(CodeBlock.of("$L", grid));
        }
        kernel.parameters().forEach(argument -> arguments.add(staged(argument, staging)));
        // Java wants a call of a method with this name to be qualified.
        String qualifier = kernel.name().equals("yield") ? "this." : "";
        method.addStatement("$L$L($L)", qualifier, kernel.name(), CodeBlock.join(arguments, ",$W"))
                .addStatement("$L.copyBack()", staging);
        if (kernel.map()) {
            method.addStatement("return $L", name(kernel.result()));
        }
        return method.endControlFlow().build();
    }

    private CodeBlock staged(Argument argument, String staging) {
        if (!(argument instanceof Argument.OfArray array)) {
            return CodeBlock.of("$L", name(argument));
        }
        String method = ApiTypes.stagingMethod(array.element());
        return ApiTypes.hasOwnArray(array.element())
                ? CodeBlock.of("$L.$L($L, $L)", staging, method, array.slot(), name(array))
                : CodeBlock.of(
                        "$L.$L($L, $T.class, $L)",
                        staging,
                        method,
                        array.slot(),
                        ApiTypes.of(array.element()),
                        name(array));
    }

    /** Gives the arguments to an invocation. */
    MethodSpec encode() {
        String invocation = names.take("invocation");
        MethodSpec.Builder method = MethodSpec.methodBuilder(classNames.encoder(kernel))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ApiTypes.INVOCATION)
                .addParameter(ApiTypes.INVOCATION, invocation);
        addParameters(method, kernel.parameters(), ApiTypes::deviceArray);
        CodeBlock.Builder composed = CodeBlock.builder();
        UniformEncoder encoder = new UniformEncoder(composed, names, invocation);
        List<CodeBlock> calls = new ArrayList<>(List.of(CodeBlock.of("$L", invocation)));
        for (Argument argument : kernel.parameters()) {
            if (argument instanceof Argument.OfArray array) {
                calls.add(CodeBlock.of(".array($L, $L)", array.slot(), name(array)));
            } else if (argument instanceof Argument.OfTexture texture) {
                calls.add(CodeBlock.of(".texture($L, $L)", texture.slot(), name(texture)));
            } else if (argument instanceof Argument.OfUniform uniform) {
                if (uniform.type() instanceof Type.Scalar) {
                    calls.add(CodeBlock.of(".uniform($L, $L)", uniform.offset(), name(uniform)));
                } else {
                    encoder.encode(name(uniform), uniform.name(), uniform.type(), uniform.offset());
                }
            }
        }
        return method.addCode(composed.build())
                .addStatement("return $L", CodeBlock.join(calls, "$Z"))
                .build();
    }

    private String name(Argument argument) {
        String name = parameters.get(argument);
        if (name == null) {
            throw new AssertionError("not a parameter: " + argument);
        }
        return name;
    }

    /** A field of the class, by its simple name unless a parameter hides it. */
    private String field(String name) {
        return parameters.containsValue(name) || grid.equals(name) ? "this." + name : name;
    }
}
