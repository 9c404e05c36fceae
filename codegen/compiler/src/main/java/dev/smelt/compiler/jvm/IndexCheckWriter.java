package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.ir.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that tells which elements a thread certainly accesses, from which the runtime sees before a run that
 * an array is too short:
 *
 * <pre>{@code
 * static void saxpyIndices(IndexContext context, int x, int y, int z) {
 *     int i = x;
 *     context.access(0, i);
 *     context.access(1, i);
 * }
 * }</pre>
 */
final class IndexCheckWriter {
    /** Enough for all that people write; a check may leave out what it likes, but must fit into a method. */
    private static final int MOST_STEPS = 1_000;

    private final ClassContext context;
    private final Kernel kernel;
    private final Locals locals;
    private final List<Variable> buffers;
    private final JavaCode.Builder code = JavaCode.builder();

    IndexCheckWriter(ClassContext context, Kernel kernel) {
        this.context = context;
        this.kernel = kernel;
        this.locals = context.locals();
        this.buffers =
                kernel.buffers().stream().map(KernelParameter.Buffer::variable).toList();
    }

    /**
     * The method, called {@code name}; empty if the kernel has no certain access, or none that can fail: the runtime
     * requires of the arrays of a map kernel that they have the grid's length.
     */
    Optional<MethodSpec> write(String name) {
        IndexSlice slice = IndexSlicer.slice(kernel);
        if (kernel.map() || slice.steps().isEmpty()) {
            return Optional.empty();
        }
        String source = locals.fresh("context");
        List<String> axes = List.of(locals.fresh("x"), locals.fresh("y"), locals.fresh("z"));
        declareParameters(slice.variables(), source, axes);
        writeSteps(slice, source);
        return Optional.of(MethodSpec.methodBuilder(name)
                .addJavadoc("The elements that a thread of {@code $L} certainly accesses.\n", kernel.name())
                .addModifiers(Modifier.STATIC)
                .addParameter(ClassName.get(JvmTypes.SPI, "IndexContext"), source)
                .addParameter(int.class, axes.get(0))
                .addParameter(int.class, axes.get(1))
                .addParameter(int.class, axes.get(2))
                .addCode(code.build().toBlock())
                .build());
    }

    private void declareParameters(Set<Variable> used, String source, List<String> axes) {
        Uniforms uniforms = new Uniforms(context.types(), source);
        UniformBlock block = UniformBlock.of(kernel);
        for (KernelParameter parameter : kernel.parameters()) {
            Variable variable = parameter.variable();
            if (!used.contains(variable)) {
                continue;
            }
            if (parameter instanceof KernelParameter.Uniform) {
                declare(variable, uniforms.read(variable.type(), KernelArguments.offset(block, variable)));
            } else if (parameter instanceof KernelParameter.Position position) {
                List<JavaCode> components = position.kind() == Kind.THREAD_POSITION_IN_GRID
                        ? axes.stream().map(axis -> JavaCode.of("$L", axis)).toList()
                        : List.of(
                                JavaCode.of("$L.gridWidth()", source),
                                JavaCode.of("$L.gridHeight()", source),
                                JavaCode.of("$L.gridDepth()", source));
                declare(variable, LaneLoop.vector(position, components));
            }
        }
    }

    private void writeSteps(IndexSlice slice, String source) {
        ExprWriter exprs = new ExprWriter(
                context,
                locals,
                array -> ExprCode.primary("$L.length($L)", source, buffers.indexOf(((Expr.Read) array).variable())));
        Set<JavaCode> reported = new HashSet<>();
        for (IndexSlice.Step step :
                slice.steps().subList(0, Math.min(slice.steps().size(), MOST_STEPS))) {
            if (step instanceof IndexSlice.Access access) {
                JavaCode report = JavaCode.of("$L.access($L,$W$L)", source, access.slot(), exprs.code(access.index()));
                if (reported.add(report)) {
                    code.addStatement(report);
                }
            } else if (step instanceof IndexSlice.Evaluate evaluate) {
                if (evaluate.stmt() instanceof Stmt.Declare declare) {
                    Expr value = declare.value();
                    declare(
                            declare.variable(),
                            value == null
                                    ? context.types().zero(declare.variable().type())
                                    : exprs.assigned(value));
                } else if (evaluate.stmt() instanceof Stmt.Assign assign) {
                    // The same text may mean another index now.
                    reported.clear();
                    code.addStatement("$L =$W$L", locals.nameOf(assign.variable()), exprs.assigned(assign.value()));
                }
            }
        }
    }

    private void declare(Variable variable, JavaCode value) {
        code.addStatement("$T $L =$W$L", context.types().of(variable.type()), locals.declare(variable), value);
    }
}
