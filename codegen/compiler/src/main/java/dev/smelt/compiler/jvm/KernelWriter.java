package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.AssignedVariables;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the two methods that run a kernel on one threadgroup. The first reads arrays and uniforms, once. The second has
 * the loops over the lanes: a method of its own, which the JIT compiles steadily, with the arrays as parameters, which
 * lets it move the checks of indices out of the loops.
 */
final class KernelWriter {
    /** The JVM allows 255, of which a {@code long} takes two. */
    private static final int MOST_PARAMETERS = 250;

    private final ClassContext context;
    private final Kernel kernel;
    private final Set<Variable> assigned;
    /** Whether the lane method reads arrays and uniforms itself, as they are too many to be its parameters. */
    private final boolean takesArguments;

    KernelWriter(ClassContext context, Kernel kernel) {
        this.context = context;
        this.kernel = kernel;
        this.assigned = AssignedVariables.in(kernel.body());
        this.takesArguments = kernel.parameters().stream()
                        .mapToInt(parameter -> parameter.variable().type() == Type.Scalar.LONG ? 2 : 1)
                        .sum()
                > MOST_PARAMETERS;
    }

    /** The method that the runtime calls, the lane method, and those of its parts if it is too long for one. */
    List<MethodSpec> write() {
        String lanes = context.freshMethod(kernel.name() + "Lanes");
        List<MethodSpec> methods = new ArrayList<>(lanes(lanes));
        methods.add(0, entry(lanes));
        return methods;
    }

    private MethodSpec entry(String lanes) {
        KernelArguments arguments = new KernelArguments(context, kernel, "arguments");
        List<JavaCode> values = new ArrayList<>();
        values.add(JavaCode.of("threadgroup"));
        if (takesArguments) {
            values.add(JavaCode.of("arguments"));
        } else {
            arguments.values().forEach((parameter, value) -> values.add(value));
        }
        return entry(context, kernel)
                .addStatement(JavaCode.of("$L($L)", lanes, JavaCode.join(values, ",$W"))
                        .toBlock())
                .build();
    }

    /** The method that the runtime calls, without its body. */
    static MethodSpec.Builder entry(ClassContext context, Kernel kernel) {
        return MethodSpec.methodBuilder(context.kernelMethod(kernel.name()))
                .addJavadoc(
                        "Runs {@code $L} on one threadgroup; from $L.\n",
                        SourceComment.signature(kernel.signature()),
                        SourceComment.place(kernel.span()))
                .addModifiers(Modifier.STATIC)
                .addParameter(KernelArguments.TYPE, "arguments")
                .addParameter(JvmTypes.THREADGROUP, "threadgroup");
    }

    private List<MethodSpec> lanes(String name) {
        Stmt.Block stmts = withoutLastReturn(kernel.body());
        List<Variable> variables =
                kernel.parameters().stream().map(KernelParameter::variable).toList();
        BodyWriter body = new BodyWriter(context, kernel.name(), variables, stmts, new Type.NoValue());
        Locals locals = context.locals();
        List<ParameterSpec> parameters = new ArrayList<>();
        JavaCode.Builder code = JavaCode.builder();
        Map<Variable, String> given = new LinkedHashMap<>();
        String source = takesArguments ? locals.fresh("arguments") : "";
        new KernelArguments(context, kernel, source).values().forEach((variable, value) -> {
            boolean isLocal = !assigned.contains(variable) && !body.isShared(variable);
            String local = isLocal ? locals.declare(variable) : locals.fresh(variable.name());
            given.put(variable, local);
            TypeName type = context.types().of(variable.type());
            if (takesArguments) {
                code.addStatement("$T $L =$W$L", type, local, value);
            } else {
                parameters.add(ParameterSpec.builder(type, local).build());
            }
        });
        String threadgroup = locals.fresh("threadgroup");
        if (takesArguments) {
            parameters.add(ParameterSpec.builder(KernelArguments.TYPE, source).build());
        }
        LaneLoop loop = new LaneLoop(locals, threadgroup, context.isChecked());
        loop.declareEnds(code);
        body.begin(code, locals);
        given.forEach((variable, local) -> {
            if (body.isShared(variable) && !assigned.contains(variable)) {
                body.declare(code, locals, variable, JavaCode.of("$L", local));
            }
        });
        String label = Returns.in(stmts) ? locals.freshLabel("lanes") : "";
        Optional<Variable> counter = counter(body);
        loop.begin(code, counter.map(locals::declare).orElseGet(() -> locals.fresh("gridX")), label);
        // What the body changes begins anew in each lane.
        given.forEach((variable, local) -> {
            if (assigned.contains(variable)) {
                body.declare(code, locals, variable, JavaCode.of("$L", local));
            }
        });
        for (Position position : kernel.positions()) {
            if (!counter.equals(Optional.of(position.variable()))) {
                body.declare(code, locals, position.variable(), loop.value(position));
            }
        }
        StmtWriter writer = body.statements(code, locals, Exit.ofLane(label));
        writer.write(stmts.statements());
        loop.end(code);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(JvmTypes.THREADGROUP, threadgroup)
                .addParameters(parameters)
                .addCode(code.build().toBlock());
        BodyWriter.suppressFallThrough(writer, method);
        List<MethodSpec> methods = new ArrayList<>(body.partMethods());
        methods.add(0, method.build());
        return methods;
    }

    /** The position that can be the variable of the innermost loop itself. */
    private Optional<Variable> counter(BodyWriter body) {
        return kernel.positions().stream()
                .filter(position -> position.kind() == Kind.THREAD_POSITION_IN_GRID && position.dimensions() == 1)
                .map(Position::variable)
                .filter(variable -> !assigned.contains(variable) && !body.isShared(variable))
                .findFirst();
    }

    private static Stmt.Block withoutLastReturn(Stmt.Block body) {
        List<Stmt> stmts = body.statements();
        boolean returns = !stmts.isEmpty() && stmts.get(stmts.size() - 1) instanceof Stmt.Return;
        return returns ? new Stmt.Block(stmts.subList(0, stmts.size() - 1), body.span()) : body;
    }
}
