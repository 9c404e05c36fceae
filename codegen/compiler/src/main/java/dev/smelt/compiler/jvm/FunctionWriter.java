package dev.smelt.compiler.jvm;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Type;
import javax.lang.model.element.Modifier;

/** Writes a user's function as a private method. */
final class FunctionWriter {
    private final ClassContext context;

    FunctionWriter(ClassContext context) {
        this.context = context;
    }

    MethodSpec write(Function function) {
        Locals locals = new Locals();
        MethodSpec.Builder method = MethodSpec.methodBuilder(context.functionMethod(function.id()))
                .addJavadoc("{@code $L}, from $L.\n", SourceComment.signature(function.signature()), place(function))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(context.types().of(function.result()));
        function.parameters()
                .forEach(parameter ->
                        method.addParameter(context.types().of(parameter.type()), locals.declare(parameter)));
        CodeBlock.Builder code = CodeBlock.builder();
        StmtWriter writer = new StmtWriter(code, context, locals, function.body(), CodeBlock.of("return"));
        writer.write(function.body().statements());
        if (!(function.result() instanceof Type.NoValue) && writer.completes(function.body())) {
            code.addStatement("throw new $T($S)", AssertionError.class, "unreachable");
        }
        if (writer.fallsThrough()) {
            method.addAnnotation(suppressFallThrough());
        }
        return method.addCode(code.build()).build();
    }

    private static String place(Function function) {
        return SourceComment.place(function.span());
    }

    static AnnotationSpec suppressFallThrough() {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "fallthrough")
                .build();
    }
}
