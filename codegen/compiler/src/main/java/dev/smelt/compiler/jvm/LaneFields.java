package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Position;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.lane.LaneProgram;
import dev.smelt.compiler.lane.LaneStep;
import dev.smelt.compiler.lane.LaneStorage;
import dev.smelt.compiler.lane.RowsApart;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The object in which a worker keeps a threadgroup while it runs it:
 *
 * <pre>{@code
 * private static final class ReduceLanes {
 *     final LaneMask mask;
 *     JvmThreadgroup threadgroup;
 *     final float[] x;
 *     final float[] tile;
 *     int stride;
 *     final float[] sum;
 *
 *     ReduceLanes(JvmArguments arguments, int lanes) {
 *         mask = new LaneMask(lanes);
 *         x = arguments.floats(0);
 *         tile = new float[256];
 *         sum = new float[lanes];
 *     }
 * }
 * }</pre>
 */
final class LaneFields {
    private final ClassContext context;
    private final Kernel original;
    private final LaneProgram program;
    private final ClassName type;
    private final NameScope names = new NameScope(JvmTypes.RESERVED);
    private final String mask = names.take("mask");
    private final String threadgroup = names.take("threadgroup");
    private final String math = names.take("math");
    private final String rounds = names.take("rounds");
    private final String arguments = names.take("arguments");
    private final String lanes = names.take("lanes");
    private final Map<Variable, String> values = new LinkedHashMap<>();
    private final Map<Variable, String> arrays = new LinkedHashMap<>();
    private final List<Position> positions = new ArrayList<>();
    private final boolean rowsApart;

    /**
     * The object for a kernel.
     *
     * @param original the kernel as the wrapper knows it
     */
    LaneFields(ClassContext context, Kernel original, LaneProgram program) {
        this.context = context;
        this.original = original;
        this.program = program;
        this.rowsApart = RowsApart.mayBeIn(program);
        String name = original.name();
        this.type = context.types().nested(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Lanes");
        for (KernelParameter parameter : original.parameters()) {
            if (parameter instanceof Position position) {
                if (!Uniformity.isUniform(position.kind())) {
                    continue;
                }
                positions.add(position);
            }
            value(parameter.variable());
        }
        sorted(program.shared()).forEach(this::value);
        value(program.active());
        for (Set<Variable> sharing : LaneStorage.of(program)) {
            Variable first = sharing.iterator().next();
            String arrayName = sharing.size() == 1 ? first.name() : first.type().javaName() + "s";
            String field = names.take(arrayName);
            sharing.forEach(variable -> arrays.put(variable, field));
        }
    }

    /** In the order in which they came to be, so that the same source gives the same text. */
    static List<Variable> sorted(Iterable<Variable> variables) {
        List<Variable> sorted = new ArrayList<>();
        variables.forEach(sorted::add);
        sorted.sort((a, b) -> Integer.compare(a.id(), b.id()));
        return sorted;
    }

    /** The variables with a value of their own in the object that are among those mentioned, in the same order. */
    List<Variable> valuesAmong(Set<Variable> mentioned) {
        return sorted(values.keySet()).stream().filter(mentioned::contains).toList();
    }

    private void value(Variable variable) {
        values.put(variable, names.take(variable.name()));
    }

    ClassName type() {
        return type;
    }

    String mask() {
        return mask;
    }

    String math() {
        return math;
    }

    String rounds() {
        return rounds;
    }

    /** Whether rows of lanes may lie apart. */
    boolean hasRowsApart() {
        return rowsApart;
    }

    String threadgroup() {
        return threadgroup;
    }

    /** The fields with one value for all lanes, by the variables. */
    Map<Variable, String> values() {
        return values;
    }

    /** The fields with a value for each lane. */
    Map<Variable, String> arrays() {
        return arrays;
    }

    /** The positions that are the same for all lanes. */
    List<Position> positions() {
        return positions;
    }

    /** The type of a field with a value for each lane. */
    TypeName arrayOf(Variable variable) {
        return ArrayTypeName.of(context.types().of(variable.type()));
    }

    /** The declaration of the class. */
    TypeSpec declare() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(type)
                .addJavadoc("A threadgroup of {@code $L} while it runs.\n", original.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(LaneKernelWriter.MASK, mask, Modifier.FINAL)
                        .build())
                .addField(FieldSpec.builder(JvmTypes.THREADGROUP, threadgroup).build());
        JavaCode.Builder code = JavaCode.builder();
        code.addStatement("$L = new $T($L)", mask, LaneKernelWriter.MASK, lanes);
        if (program.steps().values().stream().anyMatch(LaneStep.Compute.class::isInstance)) {
            builder.addField(FieldSpec.builder(LaneKernelWriter.MATH, math, Modifier.FINAL)
                    .build());
            code.addStatement("$L = new $T($L)", math, LaneKernelWriter.MATH, lanes);
        }
        if (program.steps().values().stream().anyMatch(LaneStep.Advance.class::isInstance)) {
            builder.addField(FieldSpec.builder(LaneKernelWriter.ROUNDS, rounds, Modifier.FINAL)
                    .build());
            code.addStatement("$L = new $T($L)", rounds, LaneKernelWriter.ROUNDS, lanes);
        }
        Map<Variable, JavaCode> given = new LinkedHashMap<>(new KernelArguments(context, original, arguments).values());
        ExprWriter exprs = new ExprWriter(context, context.locals());
        for (KernelParameter.Threadgroup memory : original.threadgroups()) {
            given.put(memory.variable(), exprs.newArray(memory.element(), memory.length()));
        }
        values.forEach((variable, field) -> {
            JavaCode value = given.get(variable);
            FieldSpec.Builder spec = FieldSpec.builder(context.types().of(variable.type()), field);
            builder.addField((value == null ? spec : spec.addModifiers(Modifier.FINAL)).build());
            if (value != null) {
                code.addStatement("$L =$W$L", field, value);
            }
        });
        Set<String> declared = new HashSet<>();
        arrays.forEach((variable, field) -> {
            if (!declared.add(field)) {
                return;
            }
            if (program.isLent(variable)) {
                builder.addField(FieldSpec.builder(arrayOf(variable), field).build());
                return;
            }
            builder.addField(
                    FieldSpec.builder(arrayOf(variable), field, Modifier.FINAL).build());
            JavaCode array = variable.equals(program.exit()) ? JavaCode.of("$L.exits()", mask) : newArray(variable);
            code.addStatement("$L =$W$L", field, array);
        });
        return builder.addMethod(MethodSpec.constructorBuilder()
                        .addParameter(KernelArguments.TYPE, arguments)
                        .addParameter(int.class, lanes)
                        .addCode(code.build().toBlock())
                        .build())
                .build();
    }

    private JavaCode newArray(Variable variable) {
        TypeName element = context.types().of(variable.type());
        return element instanceof ArrayTypeName array
                ? JavaCode.of("new $T[$L][]", array.componentType(), lanes)
                : JavaCode.of("new $T[$L]", element, lanes);
    }

    /** The kernel's threadgroup memory, by its fields. */
    List<String> memory() {
        return original.threadgroups().stream()
                .map(memory -> field(memory.variable()))
                .toList();
    }

    /** The field with the one value of a variable. */
    String field(Variable variable) {
        String field = values.get(variable);
        if (field == null) {
            throw new AssertionError("no field: " + variable);
        }
        return field;
    }

    /** The field with the values of a variable for each lane. */
    String array(Variable variable) {
        String field = arrays.get(variable);
        if (field == null) {
            throw new AssertionError("no field for each lane: " + variable + " in " + program.perLane());
        }
        return field;
    }
}
