package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.Function;
import dev.smelt.dsl.MathMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A function as it is called: by kernels of one math mode, with arrays and textures of one kind. One function in MSL.
 *
 * @param spaces where each parameter that is an array lies, in their order
 * @param textures what may be done with each parameter that is a texture, in their order
 */
record FunctionVariant(Function function, MathMode math, List<AddressSpace> spaces, List<TextureAccess> textures) {
    FunctionVariant {
        spaces = List.copyOf(spaces);
        textures = List.copyOf(textures);
    }

    FunctionVariant in(MathMode other) {
        return new FunctionVariant(function, other, spaces, textures);
    }

    /** What tells it from variants with other arguments: nothing for device memory, {@code _threadgroup}, ... */
    String suffix() {
        Set<AddressSpace> kinds = new TreeSet<>(spaces);
        StringBuilder suffix = new StringBuilder();
        if (!kinds.equals(Set.of(AddressSpace.DEVICE))) {
            for (AddressSpace space : kinds.size() == 1 ? kinds : spaces) {
                suffix.append('_').append(space.name().toLowerCase(Locale.ROOT));
            }
        }
        for (TextureAccess access : textures) {
            suffix.append('_').append(access.name().toLowerCase(Locale.ROOT));
        }
        return suffix.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionVariant variant
                && variant.function.id().equals(function.id())
                && variant.math == math
                && variant.spaces.equals(spaces)
                && variant.textures.equals(textures);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * function.id().hashCode() + math.hashCode()) + spaces.hashCode();
    }
}
