package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.ArraySpaces;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.TextureUses;
import dev.smelt.dsl.MathMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the arrays of a body lie, and what may be done with its textures: of a kernel, or of one variant of a function. */
final class Places {
    private final ArraySpaces arrays;
    private final Map<Variable, TextureAccess> textures = new HashMap<>();

    private Places(ArraySpaces arrays) {
        this.arrays = arrays;
    }

    /** Of what stands outside of functions and kernels. */
    static Places outside(KernelModule module) {
        return new Places(ArraySpaces.ofConstants(module));
    }

    static Places of(Kernel kernel, KernelModule module, TextureUses uses) {
        Places places = new Places(ArraySpaces.of(kernel, module));
        for (KernelParameter.Texture texture : kernel.textures()) {
            places.textures.put(texture.variable(), TextureAccess.of(texture.variable(), uses));
        }
        return places;
    }

    static Places of(FunctionVariant variant, KernelModule module) {
        Function function = variant.function();
        Places places = new Places(ArraySpaces.of(function, variant.spaces(), module));
        int next = 0;
        for (Variable parameter : function.parameters()) {
            if (parameter.type() instanceof Type.Texture) {
                places.textures.put(parameter, variant.textures().get(next++));
            }
        }
        return places;
    }

    /** Where an array lies; a name that never gets an array can be anything. */
    AddressSpace of(Expr array) {
        return only(arrays.of(array), array.toString());
    }

    AddressSpace of(Variable array) {
        return only(arrays.of(array), array.toString());
    }

    private static AddressSpace only(Set<AddressSpace> spaces, String what) {
        if (spaces.size() > 1) {
            throw new AssertionError(what + " may lie in any of " + spaces);
        }
        return spaces.isEmpty() ? AddressSpace.DEVICE : spaces.iterator().next();
    }

    TextureAccess ofTexture(Variable texture) {
        TextureAccess access = textures.get(texture);
        if (access == null) {
            throw new AssertionError("not a texture's name: " + texture);
        }
        return access;
    }

    /** The variant of a function that a call in this body means. */
    FunctionVariant callee(Function function, MathMode math, List<Expr> arguments) {
        List<AddressSpace> spaces = new ArrayList<>();
        List<TextureAccess> accesses = new ArrayList<>();
        for (Expr argument : arguments) {
            if (argument.type() instanceof Type.Array) {
                spaces.add(of(argument));
            } else if (argument instanceof Expr.Read read && argument.type() instanceof Type.Texture) {
                accesses.add(ofTexture(read.variable()));
            }
        }
        return new FunctionVariant(function, math, spaces, accesses);
    }
}
