package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.jvm.NameScope;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints the class of a kernel's calls in batches, which has a method for each uniform. For a kernel {@code saxpy} with a
 * uniform {@code a} it is
 *
 * <pre>{@code
 * static final class SaxpyCall {
 *     private final RecordedCall call;
 *
 *     private SaxpyCall(RecordedCall call) {
 *         this.call = call;
 *     }
 *
 *     void a(float a) {
 *         call.uniform(0, a);
 *     }
 * }
 * }</pre>
 */
final class CallClassWriter {
    private static final String CALL = "call";

    private final KernelMethod kernel;
    private final String name;
    private final Modifier[] visibility;

    CallClassWriter(KernelMethod kernel, String name, Modifier[] visibility) {
        this.kernel = kernel;
        this.name = name;
        this.visibility = visibility;
    }

    TypeSpec write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc(
                        "A call of {@code $L} in a batch. What is changed here holds from the next submission on.\n",
                        kernel.name())
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addField(ApiTypes.RECORDED_CALL, CALL, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(ApiTypes.RECORDED_CALL, CALL)
                        .addStatement("this.$L = $L", CALL, CALL)
                        .build());
        // Object has a final method wait(long).
        NameScope methods = new NameScope(List.of("wait"));
        for (Argument.OfUniform uniform : kernel.uniforms()) {
            type.addMethod(setter(uniform, methods.take(uniform.name())));
        }
        return type.build();
    }

    private MethodSpec setter(Argument.OfUniform uniform, String method) {
        NameScope names = new NameScope(List.of("Objects"));
        String parameter = names.take(uniform.name());
        String call = parameter.equals(CALL) ? "this." + CALL : names.take(CALL);
        CodeBlock.Builder code = CodeBlock.builder();
        if (uniform.type() instanceof Type.Scalar) {
            code.addStatement("$L.uniform($L, $L)", call, uniform.offset(), parameter);
        } else {
            new UniformEncoder(code, names, call).encode(parameter, uniform.name(), uniform.type(), uniform.offset());
        }
        return MethodSpec.methodBuilder(method)
                .addJavadoc("Changes {@code $L}.\n\n", uniform.name())
                .addJavadoc("@throws IllegalStateException if the batch or its device is closed\n")
                .addModifiers(visibility)
                .addParameter(ApiTypes.of(uniform.type()), parameter)
                .addCode(code.build())
                .build();
    }
}
