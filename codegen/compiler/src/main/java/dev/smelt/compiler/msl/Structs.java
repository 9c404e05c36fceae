package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes structs, with assertions that MSL lays them out as {@link Layout} says. */
final class Structs {
    private Structs() {}

    /** A user's record. */
    static void emit(ModuleContext module, LineWriter out, Type.Struct struct) {
        List<Type> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < struct.fields().size(); i++) {
            types.add(struct.fields().get(i).type());
            names.add(module.names().field(struct, i));
        }
        emit(module, out, module.names().struct(struct), types, names, Layout.of(struct));
    }

    static void emit(
            ModuleContext module, LineWriter out, String name, List<Type> types, List<String> names, Layout layout) {
        out.line("").line("struct " + name + " {").indent();
        for (int i = 0; i < types.size(); i++) {
            out.line(module.types().of(types.get(i)) + " " + names.get(i) + ";");
        }
        out.dedent().line("};");
        if (types.isEmpty()) {
            return;
        }
        assertThat(out, "sizeof(" + name + ") == " + layout.size(), name);
        for (int i = 1; i < names.size(); i++) {
            String offset = "__builtin_offsetof(" + name + ", " + names.get(i) + ")";
            assertThat(out, offset + " == " + layout.offsets().get(i), name + "." + names.get(i));
        }
    }

    private static void assertThat(LineWriter out, String condition, String what) {
        out.line("static_assert(" + condition + ", \"layout of " + what + "\");");
    }
}
