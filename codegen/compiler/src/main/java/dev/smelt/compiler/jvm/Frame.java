package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The object that holds the variables which the parts of a long body share:
 *
 * <pre>{@code
 * private static final class BlurFrame {
 *     float[] x;
 *     int i;
 * }
 * }</pre>
 */
final class Frame {
    /** The field for what a function returns from within a part. */
    static final String RESULT = "result";

    private final ClassName type;
    private final Map<Variable, String> fields = new LinkedHashMap<>();

    Frame(ClassName type, Collection<Variable> variables) {
        this.type = type;
        NameScope names = new NameScope(Set.of(RESULT));
        variables.forEach(variable -> fields.put(variable, names.take(variable.name())));
    }

    /** An object whose class is declared elsewhere. */
    Frame(ClassName type, Map<Variable, String> fields) {
        this.type = type;
        this.fields.putAll(fields);
    }

    Set<Variable> variables() {
        return fields.keySet();
    }

    ClassName type() {
        return type;
    }

    /** Lets a method reach the variables through one of its locals. */
    void shareIn(Locals locals, String local) {
        locals.share(local, fields);
    }

    /** The declaration of the class, with fields for the variables and for results of some types. */
    TypeSpec declare(JvmTypes types, List<Type> results) {
        TypeSpec.Builder builder = TypeSpec.classBuilder(type)
                .addJavadoc("What the parts of a long body share.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        fields.forEach((variable, field) -> builder.addField(types.of(variable.type()), field));
        results.forEach(result -> builder.addField(types.of(result), RESULT));
        return builder.build();
    }
}
