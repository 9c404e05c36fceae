package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Type.Scalar;
import dev.smelt.compiler.jvm.NameScope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * Prints the class that reads and writes the scalars of structures in a device array one by one, at their places in MSL's
 * layout, without making objects. For a record {@code Particle(Float3 position, float mass)} it is
 *
 * <pre>{@code
 * static final class ParticleFields {
 *     private final StructArray<Particle> array;
 *
 *     ParticleFields(StructArray<Particle> array) {
 *         this.array = Objects.requireNonNull(array, "array");
 *     }
 *
 *     float positionX(int index) {
 *         return array.getFloat(index, 0);
 *     }
 *
 *     void setPositionX(int index, float value) {
 *         array.putFloat(index, 0, value);
 *     }
 *     ...
 * }
 * }</pre>
 */
final class FieldsClassWriter {
    private static final String ARRAY = "array";

    private final Type structure;
    private final TypeSpec.Builder type;
    private final Modifier[] visibility;
    private final NameScope getters = new NameScope(List.of());
    private final NameScope setters = new NameScope(List.of());

    FieldsClassWriter(Type structure, String name, Modifier[] visibility) {
        this.structure = structure;
        this.visibility = visibility;
        this.type = TypeSpec.classBuilder(name).addModifiers(visibility).addModifiers(Modifier.STATIC, Modifier.FINAL);
    }

    TypeSpec write() {
        TypeName arrayType = ApiTypes.deviceArray(structure);
        type.addJavadoc("""
                        Reads and writes the fields of each {@code $L} in a device array, without making objects. Its methods
                        throw what {@code get} and {@code set} of the array do.
                        """, structure.javaName())
                .addField(arrayType, ARRAY, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("@throws NullPointerException if {@code array} is null\n")
                        .addModifiers(visibility)
                        .addParameter(arrayType, ARRAY)
                        .addStatement("this.$L = $T.requireNonNull($L, $S)", ARRAY, Objects.class, ARRAY, ARRAY)
                        .build());
        add(structure, "", "", 0);
        return type.build();
    }

    private void add(Type member, String name, String path, int offset) {
        if (member instanceof Scalar scalar) {
            addScalar(scalar, name, path, offset);
        } else if (member instanceof Type.Half) {
            addHalf(name, path, offset);
        } else if (member instanceof Type.Vector vector) {
            int size = Layout.of(vector.element()).size();
            for (int i = 0; i < vector.size(); i++) {
                addMember(vector.element(), name, path, "xyzw".substring(i, i + 1), offset + i * size);
            }
        } else if (member instanceof Type.Matrix matrix) {
            Type column = new Type.Vector(Scalar.FLOAT, matrix.order());
            for (int i = 0; i < matrix.order(); i++) {
                addMember(
                        column,
                        name,
                        path,
                        "c" + i,
                        offset + i * Layout.of(column).size());
            }
        } else if (member instanceof Type.Struct struct) {
            List<Integer> offsets = Layout.of(struct).offsets();
            for (int i = 0; i < offsets.size(); i++) {
                Type.Struct.Field field = struct.fields().get(i);
                addMember(field.type(), name, path, field.name(), offset + offsets.get(i));
            }
        } else {
            throw new AssertionError("no element of an array: " + member);
        }
    }

    private void addMember(Type member, String around, String path, String own, int offset) {
        add(
                member,
                around.isEmpty() ? own : around + capitalized(own),
                path.isEmpty() ? own : path + "." + own,
                offset);
    }

    private void addScalar(Scalar scalar, String name, String path, int offset) {
        if (scalar == Scalar.BOOLEAN) {
            CodeBlock get = CodeBlock.of("$L.getByte(index, $L) != 0", ARRAY, offset);
            CodeBlock put = CodeBlock.of("$L.putByte(index, $L, (byte) (value ? 1 : 0))", ARRAY, offset);
            addMethods(TypeName.BOOLEAN, name, path, get, put);
            return;
        }
        String accessor = capitalized(scalar.javaName());
        CodeBlock get = CodeBlock.of("$L.get$L(index, $L)", ARRAY, accessor, offset);
        CodeBlock put = CodeBlock.of("$L.put$L(index, $L, value)", ARRAY, accessor, offset);
        addMethods(ApiTypes.of(scalar), name, path, get, put);
    }

    private void addHalf(String name, String path, int offset) {
        TypeName half = ApiTypes.of(new Type.Half());
        CodeBlock get = CodeBlock.of("$T.fromBits($L.getShort(index, $L)).floatValue()", half, ARRAY, offset);
        CodeBlock put = CodeBlock.of("$L.putShort(index, $L, $T.of(value).bits())", ARRAY, offset, half);
        addMethods(TypeName.FLOAT, name, path, get, put);
    }

    private void addMethods(TypeName valueType, String name, String path, CodeBlock get, CodeBlock put) {
        type.addMethod(MethodSpec.methodBuilder(getters.take(name))
                .addJavadoc("{@code $L} of the element at {@code index}.\n", path)
                .addModifiers(visibility)
                .returns(valueType)
                .addParameter(TypeName.INT, "index")
                .addStatement("return $L", get)
                .build());
        type.addMethod(MethodSpec.methodBuilder(setters.take("set" + capitalized(name)))
                .addJavadoc("Sets {@code $L} of the element at {@code index}.\n", path)
                .addModifiers(visibility)
                .addParameter(TypeName.INT, "index")
                .addParameter(valueType, "value")
                .addStatement("$L", put)
                .build());
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
