package dev.smelt.compiler.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bytes that hold a kernel's uniforms, and behind them the lengths of those buffers whose length the kernel uses.
 * Laid out as MSL lays out a struct of these members.
 *
 * @param offsets of each member, by its variable: a uniform's own, or the buffer's for its length
 * @param size in bytes, a multiple of the alignment and of 4; 0 where there are no members
 */
public record UniformBlock(Map<Variable, Integer> offsets, int size) {

    /** The block of a kernel. */
    public static UniformBlock of(Kernel kernel) {
        Set<Variable> measured = LengthUses.in(kernel.body());
        List<Type> types = new ArrayList<>();
        List<Variable> members = new ArrayList<>();
        for (KernelParameter.Uniform uniform : kernel.uniforms()) {
            members.add(uniform.variable());
            types.add(uniform.variable().type());
        }
        for (KernelParameter.Buffer buffer : kernel.buffers()) {
            if (measured.contains(buffer.variable())) {
                members.add(buffer.variable());
                types.add(Type.Scalar.INT);
            }
        }
        Layout layout = Layout.ofMembers(types);
        Map<Variable, Integer> offsets = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            offsets.put(members.get(i), layout.offsets().get(i));
        }
        return new UniformBlock(offsets, members.isEmpty() ? 0 : (layout.size() + 3) / 4 * 4);
    }

    /** Where the length of a buffer lies, or -1 if the kernel doesn't use it. */
    public int lengthOffset(KernelParameter.Buffer buffer) {
        return offsets.getOrDefault(buffer.variable(), -1);
    }
}
