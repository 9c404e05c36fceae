package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * How truth values lie in threadgroup memory. Metal's compilers have crashed on {@code threadgroup bool}, so that they are
 * {@code uchar} there, of the same size, and a record that holds some has a struct of its own there.
 */
final class ThreadgroupStorage {
    private final ModuleNames names;

    ThreadgroupStorage(ModuleNames names) {
        this.names = names;
    }

    /** Whether what lies in this address space has another type there than elsewhere. */
    static boolean differs(Type type, AddressSpace space) {
        return space == AddressSpace.THREADGROUP && holdsTruth(type);
    }

    /** Whether a type is, or has within, a truth value. */
    static boolean holdsTruth(Type type) {
        if (type instanceof Type.Struct struct) {
            return struct.fields().stream().anyMatch(field -> holdsTruth(field.type()));
        }
        return type == Type.Scalar.BOOLEAN
                || (type instanceof Type.Vector vector && vector.element() == Type.Scalar.BOOLEAN);
    }

    /** The type there. */
    String type(Type type, TypeSpelling types) {
        if (!holdsTruth(type)) {
            return types.of(type);
        }
        if (type instanceof Type.Struct struct) {
            return names.threadgroupStruct(struct).type();
        }
        return type instanceof Type.Vector vector ? "uchar" + vector.size() : "uchar";
    }

    /** The value of what lies there. */
    Fragment load(Type type, Fragment stored) {
        if (!holdsTruth(type)) {
            return stored;
        }
        if (type instanceof Type.Struct struct) {
            return Fragment.call(names.threadgroupStruct(struct).load(), stored.text());
        }
        return Fragment.binary(stored, "!=", Precedence.EQUALITY, Fragment.primary("0"));
    }

    /** What a value is there. */
    Fragment store(Type type, Fragment value) {
        if (!holdsTruth(type)) {
            return value;
        }
        if (type instanceof Type.Struct struct) {
            return Fragment.call(names.threadgroupStruct(struct).store(), value.text());
        }
        return Fragment.call(type instanceof Type.Vector vector ? "uchar" + vector.size() : "uchar", value.text());
    }

    /** The names of a record's struct in threadgroup memory, and of the functions that convert from and to it. */
    record Names(String type, String load, String store) {}

    /** Writes the struct of a record, and the functions. */
    void emit(LineWriter out, Type.Struct struct, TypeSpelling types) {
        Names own = names.threadgroupStruct(struct);
        List<String> loads = new ArrayList<>();
        List<String> stores = new ArrayList<>();
        out.line("").line("// " + names.struct(struct) + " in threadgroup memory, where truth values are numbers.");
        out.line("struct " + own.type() + " {").indent();
        for (int i = 0; i < struct.fields().size(); i++) {
            Type type = struct.fields().get(i).type();
            String name = names.field(struct, i);
            out.line(type(type, types) + " " + name + ";");
            loads.add(load(type, Fragment.primary("stored." + name)).text());
            stores.add(store(type, Fragment.primary("value." + name)).text());
        }
        out.dedent().line("};");
        convert(out, names.struct(struct), own.load(), own.type() + " stored", loads);
        convert(out, own.type(), own.store(), names.struct(struct) + " value", stores);
    }

    private static void convert(LineWriter out, String to, String name, String parameter, List<String> members) {
        out.line("static inline " + to + " " + name + "(" + parameter + ") {");
        out.indent()
                .line("return " + to + "{" + String.join(", ", members) + "};")
                .dedent();
        out.line("}");
    }
}
