package dev.smelt.compiler.jvm;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a kernel or a function: into one method, or into several if it is too long for one ({@link
 * BodyParts}). For each part there is
 *
 * <pre>{@code
 * private static boolean blurPart(BlurFrame frame) {
 *     frame.sum = frame.x[frame.i];
 *     if (frame.sum < 0f) {
 *         return true;
 *     }
 *     ...
 *     return false;
 * }
 * }</pre>
 *
 * and where it stood, {@code if (blurPart(frame)) { return; }}.
 */
final class BodyWriter {
    private final ClassContext context;
    private final String name;
    private final Stmt.Block body;
    private final BodyParts parts;
    private final @Nullable Frame frame;
    private final Set<Variable> outside;
    private final BiFunction<Stmt, Locals, Optional<JavaCode>> steps;
    private final List<MethodSpec> partMethods = new ArrayList<>();

    /**
     * A writer for one body.
     *
     * @param name of the method that it is the body of
     * @param parameters declared outside the body
     */
    BodyWriter(ClassContext context, String name, List<Variable> parameters, Stmt.Block body, Type result) {
        this.context = context;
        this.name = name;
        this.body = body;
        this.parts = BodyParts.of(parameters, body, context.constants().variables(), context.methodLimit());
        this.frame = parts.isEmpty() ? null : declareFrame(result);
        this.outside = Set.of();
        this.steps = (stmt, locals) -> Optional.empty();
    }

    /**
     * A writer for a body whose variables live elsewhere, some of them or all, though it declares them.
     *
     * @param parameters declared outside the body, or before it
     * @param outside those that the body's declarations only assign
     */
    BodyWriter(
            ClassContext context,
            String name,
            Collection<Variable> parameters,
            Set<Variable> outside,
            Stmt.Block body) {
        this.context = context;
        this.name = name;
        this.body = body;
        this.parts = BodyParts.of(parameters, body, context.constants().variables(), context.methodLimit());
        this.frame = parts.isEmpty() ? null : declareFrame(new Type.NoValue());
        this.outside = outside;
        this.steps = (stmt, locals) -> Optional.empty();
    }

    /**
     * A writer for a body all of whose variables are fields of an object that there is anyway.
     *
     * @param steps what is written for some statements instead of them
     */
    BodyWriter(
            ClassContext context,
            String name,
            Frame frame,
            Stmt.Block body,
            BiFunction<Stmt, Locals, Optional<JavaCode>> steps) {
        this.context = context;
        this.name = name;
        this.body = body;
        this.parts = BodyParts.of(List.of(), body, context.constants().variables(), context.methodLimit());
        this.frame = frame;
        this.outside = frame.variables();
        this.steps = steps;
    }

    private Frame declareFrame(Type result) {
        ClassName type =
                context.types().nested(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Frame");
        Frame shared = new Frame(type, parts.shared());
        List<Type> results = result instanceof Type.NoValue ? List.of() : List.of(result);
        context.types().add(shared.declare(context.types(), results));
        return shared;
    }

    BodyParts parts() {
        return parts;
    }

    /** Whether a variable is a field of the frame, not a local. */
    boolean isShared(Variable variable) {
        return parts.shared().contains(variable);
    }

    /** Whether a variable has its place when the body declares it. */
    boolean isDeclared(Variable variable) {
        return isShared(variable) || outside.contains(variable);
    }

    /** What is written instead of a statement. */
    Optional<JavaCode> step(Stmt stmt, Locals locals) {
        return steps.apply(stmt, locals);
    }

    /** Creates the frame, if there is one, and lets the method use it. */
    void begin(JavaCode.Builder code, Locals locals) {
        if (frame != null) {
            String local = locals.fresh("frame");
            code.addStatement("$T $L = new $T()", frame.type(), local, frame.type());
            frame.shareIn(locals, local);
        }
    }

    /** Gives a variable that the body declares its value. */
    void declareInBody(JavaCode.Builder code, Locals locals, Variable variable, JavaCode value) {
        if (outside.contains(variable)) {
            code.addStatement("$L =$W$L", locals.nameOf(variable), value);
        } else {
            declare(code, locals, variable, value);
        }
    }

    /** Gives a parameter or the like its value, in a local of its own or in the frame. */
    void declare(JavaCode.Builder code, Locals locals, Variable variable, JavaCode value) {
        if (isShared(variable)) {
            code.addStatement("$L =$W$L", locals.nameOf(variable), value);
        } else {
            TypeName type = context.types().of(variable.type());
            code.addStatement("$T $L =$W$L", type, locals.declare(variable), value);
        }
    }

    /** A writer for the statements that stay in the method. */
    StmtWriter statements(JavaCode.Builder code, Locals locals, Exit exit) {
        return new StmtWriter(code, context, locals, body, exit, this);
    }

    /** The methods of the parts that have been called for. */
    List<MethodSpec> partMethods() {
        return partMethods;
    }

    /** Writes the statements of a part as a method, and gives the call of it. */
    JavaCode part(List<Stmt> stmts, Locals caller) {
        Frame shared = frame;
        if (shared == null) {
            throw new AssertionError("a part without a frame: " + name);
        }
        String method = context.freshMethod(name + "Part");
        int place = partMethods.size();
        Locals locals = context.locals();
        String local = locals.fresh("frame");
        shared.shareIn(locals, local);
        JavaCode.Builder code = JavaCode.builder();
        StmtWriter writer =
                new StmtWriter(code, context, locals, new Stmt.Block(stmts, body.span()), Exit.ofPart(local), this);
        writer.writeHere(stmts);
        boolean returns = stmts.stream().anyMatch(Returns::in);
        if (returns && writer.completes(stmts)) {
            code.addStatement("return false");
        }
        MethodSpec.Builder builder = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(returns ? TypeName.BOOLEAN : TypeName.VOID)
                .addParameter(shared.type(), local)
                .addCode(code.build().toBlock());
        suppressFallThrough(writer, builder);
        partMethods.add(place, builder.build());
        return JavaCode.of("$L($L)", method, caller.frame());
    }

    /** {@code -Xlint} warns of a case that falls into the next. */
    static void suppressFallThrough(StmtWriter writer, MethodSpec.Builder method) {
        if (writer.fallsThrough()) {
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "fallthrough")
                    .build());
        }
    }
}
