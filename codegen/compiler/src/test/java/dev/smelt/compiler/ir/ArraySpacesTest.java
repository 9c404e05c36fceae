package dev.smelt.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.testing.Ir;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArraySpacesTest {
    private final Ir ir = new Ir("Spaces.java");
    private final Variable buffer = ir.variable("buffer", Ir.array(Ir.INT));
    private final Variable tile = ir.variable("tile", Ir.array(Ir.INT));
    private final Variable table = ir.variable("TABLE", Ir.array(Ir.INT));
    private final Variable own = ir.variable("own", Ir.array(Ir.INT));
    private final Variable name = ir.variable("name", Ir.array(Ir.INT));
    private final Variable other = ir.variable("other", Ir.array(Ir.INT));
    private final Variable flag = ir.variable("flag", Ir.BOOLEAN);

    private KernelModule module(Stmt... body) {
        Kernel kernel = ir.kernel("k", "", List.of(ir.buffer(buffer), ir.threadgroup(tile, 4), ir.uniform(flag)), body);
        return ir.module(List.of(ir.constants(table, 1, 2)), List.of(), kernel);
    }

    private ArraySpaces spaces(Stmt... body) {
        KernelModule module = module(body);
        return ArraySpaces.of(module.kernels().get(0), module);
    }

    private static Set<AddressSpace> only(AddressSpace space) {
        return EnumSet.of(space);
    }

    @Test
    void knowsTheSpacesOfAKernelsOwn() {
        ArraySpaces spaces = spaces(ir.declareArray(own, 2));
        assertThat(spaces.of(buffer)).isEqualTo(only(AddressSpace.DEVICE));
        assertThat(spaces.of(tile)).isEqualTo(only(AddressSpace.THREADGROUP));
        assertThat(spaces.of(table)).isEqualTo(only(AddressSpace.CONSTANT));
        assertThat(spaces.of(own)).isEqualTo(only(AddressSpace.THREAD));
        assertThat(spaces.of(name)).isEmpty();
    }

    @Test
    void followsOtherNames() {
        ArraySpaces spaces = spaces(ir.declare(name, tile), ir.declare(other, name));
        assertThat(spaces.of(other)).isEqualTo(only(AddressSpace.THREADGROUP));
    }

    @Test
    void joinsWhatANameMayStandFor() {
        ArraySpaces spaces = spaces(ir.declare(name, buffer), ir.when(flag, ir.assign(name, tile)));
        assertThat(spaces.of(name)).isEqualTo(EnumSet.of(AddressSpace.DEVICE, AddressSpace.THREADGROUP));
        assertThat(spaces.of(ir.conditional(flag, buffer, table)))
                .isEqualTo(EnumSet.of(AddressSpace.DEVICE, AddressSpace.CONSTANT));
    }

    /** In a loop a name may get its array behind the place where it is given to another. */
    @Test
    void goesRoundUntilNothingIsAdded() {
        Variable third = ir.variable("third", Ir.array(Ir.INT));
        ArraySpaces spaces = spaces(
                ir.declare(name, buffer),
                ir.declare(other, buffer),
                ir.declare(third, buffer),
                ir.whileLoop(
                        ir.label(""), flag, ir.assign(third, other), ir.assign(other, name), ir.assign(name, tile)));
        assertThat(spaces.of(third)).isEqualTo(EnumSet.of(AddressSpace.DEVICE, AddressSpace.THREADGROUP));
    }

    @Test
    void isAskedForAFunctionWithTheSpacesThatItIsGiven() {
        Variable a = ir.variable("a", Ir.array(Ir.INT));
        Variable n = ir.variable("n", Ir.INT);
        Variable b = ir.variable("b", Ir.array(Ir.INT));
        Function function =
                ir.function("f", "", List.of(a, n, b), new Type.NoValue(), ir.declare(name, b), ir.store(a, 0, n));
        KernelModule module = module();
        ArraySpaces spaces = ArraySpaces.of(function, List.of(AddressSpace.DEVICE, AddressSpace.CONSTANT), module);
        assertThat(ArraySpaces.arrayParameters(function)).containsExactly(a, b);
        assertThat(spaces.of(a)).isEqualTo(only(AddressSpace.DEVICE));
        assertThat(spaces.of(name)).isEqualTo(only(AddressSpace.CONSTANT));
        assertThat(spaces.of(table)).isEqualTo(only(AddressSpace.CONSTANT));
        assertThat(spaces.of(tile)).isEmpty();
    }

    @Test
    void findsTheVariablesOfAChoice() {
        assertThat(ArraySpaces.variablesIn(ir.conditional(flag, buffer, ir.conditional(flag, tile, buffer))))
                .containsExactly(buffer, tile);
    }
}
