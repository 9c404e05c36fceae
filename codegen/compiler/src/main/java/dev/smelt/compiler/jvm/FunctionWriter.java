package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a user's function as a private method. */
final class FunctionWriter {
    private final ClassContext context;

    FunctionWriter(ClassContext context) {
        this.context = context;
    }

    /** The method, and those of its parts if it is too long for one. */
    List<MethodSpec> write(Function function) {
        String name = context.functionMethod(function.id());
        Locals locals = context.locals();
        JavaCode.Builder code = JavaCode.builder();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "{@code $L}, from $L.\n",
                        SourceComment.signature(function.signature()),
                        SourceComment.place(function.span()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(context.types().of(function.result()));
        BodyWriter body = new BodyWriter(context, name, function.parameters(), function.body(), function.result());
        List<String> names = new ArrayList<>();
        for (Variable parameter : function.parameters()) {
            String local = body.isShared(parameter) ? locals.fresh(parameter.name()) : locals.declare(parameter);
            names.add(local);
            method.addParameter(context.types().of(parameter.type()), local);
        }
        body.begin(code, locals);
        for (int i = 0; i < names.size(); i++) {
            if (body.isShared(function.parameters().get(i))) {
                body.declare(code, locals, function.parameters().get(i), JavaCode.of("$L", names.get(i)));
            }
        }
        boolean hasResult = !(function.result() instanceof Type.NoValue);
        Exit exit = Exit.ofFunction(hasResult ? JavaCode.of("$L.$L", locals.frame(), Frame.RESULT) : null);
        StmtWriter writer = body.statements(code, locals, exit);
        writer.write(function.body().statements());
        if (hasResult && writer.completes(function.body().statements())) {
            code.addStatement("throw new $T($S)", AssertionError.class, "unreachable");
        }
        BodyWriter.suppressFallThrough(writer, method);
        List<MethodSpec> methods = new ArrayList<>(body.partMethods());
        methods.add(0, method.addCode(code.build().toBlock()).build());
        return methods;
    }
}
