package dev.smelt.compiler.jvm;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The arrays of constants, as private fields of the generated class:
 *
 * <pre>{@code
 * private static final float[] WEIGHTS = new float[] {0.25f, 0.5f, 0.25f};
 * }</pre>
 *
 * <p>A class can only have 64 KB of code for all its fields together, and constants of several classes may meet here: so
 * longer arrays are filled by methods of their own.
 */
final class ConstantFields {
    /** Elements that are written into the field. */
    private static final int INLINE = 64;

    /** Elements that one method fills in: of a record with many components, this is some thirty KB. */
    private static final int CHUNK = 250;

    private final ClassContext context;
    private final List<ConstantArray> arrays;
    private final Map<Variable, String> names = new LinkedHashMap<>();
    private final NameScope fields = new NameScope(JvmTypes.RESERVED);

    ConstantFields(ClassContext context, List<ConstantArray> arrays) {
        this.context = context;
        this.arrays = arrays;
        arrays.forEach(array ->
                names.put(array.variable(), fields.take(array.variable().name())));
    }

    /** The variables that are fields, and the fields' names. */
    Map<Variable, String> names() {
        return names;
    }

    /** A name for one more field of the class. */
    String fresh(String wanted) {
        return fields.take(wanted);
    }

    Set<Variable> variables() {
        return names.keySet();
    }

    /** The declarations of the fields. */
    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        for (ConstantArray array : arrays) {
            fields.add(FieldSpec.builder(
                            context.types().of(array.variable().type()),
                            nameOf(array),
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(initializer(array).toBlock())
                    .build());
        }
        return fields;
    }

    private String nameOf(ConstantArray array) {
        String name = names.get(array.variable());
        if (name == null) {
            throw new AssertionError(array.span() + ": no field");
        }
        return name;
    }

    private JavaCode initializer(ConstantArray array) {
        if (array.values().size() <= INLINE && !JvmTypes.isInByteBuffer(array.element())) {
            return exprs(context.locals()).newArray(array.element(), array.values());
        }
        TypeName type = context.types().of(array.variable().type());
        String wanted = nameOf(array);
        String method = context.helpers().require("constant " + wanted, "make" + wanted, (name, builder) -> {
            Locals locals = context.locals();
            String local = locals.fresh("array");
            JavaCode zeros =
                    exprs(locals).newArray(array.element(), array.values().size());
            builder.returns(type).addStatement("$T $L = $L", type, local, zeros.toBlock());
            for (int first = 0; first < array.values().size(); first += CHUNK) {
                builder.addStatement("$L($L)", filler(array, first), local);
            }
            builder.addStatement("return $L", local);
        });
        return JavaCode.of("$L()", method);
    }

    private String filler(ConstantArray array, int first) {
        TypeName type = context.types().of(array.variable().type());
        String wanted = nameOf(array);
        return context.helpers().require("fill " + wanted + first, "fill" + wanted, (name, builder) -> {
            Locals locals = context.locals();
            String local = locals.fresh("array");
            ExprWriter exprs = exprs(locals);
            builder.addParameter(type, local);
            List<Expr> values = array.values();
            for (int i = first; i < Math.min(first + CHUNK, values.size()); i++) {
                builder.addStatement(exprs.store(local, i, values.get(i)).toBlock());
            }
        });
    }

    private ExprWriter exprs(Locals locals) {
        return new ExprWriter(context, locals);
    }
}
