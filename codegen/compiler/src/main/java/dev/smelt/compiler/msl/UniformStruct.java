package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.Layout;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The struct of a kernel's uniforms; the wrapper fills it in by {@link UniformBlock}. */
final class UniformStruct {
    private UniformStruct() {}

    static void emit(ModuleContext module, LineWriter out, Kernel kernel, UniformBlock block) {
        String name = module.names().uniformStruct(kernel);
        Map<Variable, String> members = memberNames(module, block);
        List<Type> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        members.forEach((variable, member) -> {
            types.add(memberType(variable));
            names.add(member);
        });
        Structs.emit(module, out, name, types, names, Layout.ofMembers(types));
    }

    /** The member of each uniform, and of each buffer whose length the kernel is given. */
    static Map<Variable, String> memberNames(ModuleContext module, UniformBlock block) {
        NameAllocator scope = module.names().memberScope();
        Map<Variable, String> names = new LinkedHashMap<>();
        for (Variable variable : block.offsets().keySet()) {
            boolean length = variable.type() instanceof Type.Array;
            names.put(variable, scope.allocate(length ? variable.name() + "_length" : variable.name()));
        }
        return names;
    }

    private static Type memberType(Variable variable) {
        return variable.type() instanceof Type.Array ? Type.Scalar.INT : variable.type();
    }
}
