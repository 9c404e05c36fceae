package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameAllocatorTest {
    private static NameAllocator locals() {
        return NameAllocator.hidingAllBut(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "i", "N", "sum", "a1", "camelCase", "snake_case", "matrix", "buffer", "metal_"})
    void keepsSafeNames(String name) {
        assertThat(locals().allocate(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "half, half_",
        "kernel, kernel_",
        "and, and_",
        "float4, float4_",
        "float16, float16_",
        "packed_float3, packed_float3_",
        "uint, uint_",
        "assert, assert_",
        "level, level_",
        "INFINITY, INFINITY_v",
        "M_PI_F, M_PI_F_v",
        "MAX, MAX_v",
        "N2, N2_v",
        "smelt_div, user_smelt_div",
        "a$b, a_b",
        "a__b, a_b",
        "_x, x",
        "__, v",
        "$, v",
        "_1, v1",
        "größe, gru00f6u00dfe",
        "名, u540d"
    })
    void changesOthers(String javaName, String name) {
        assertThat(locals().allocate(javaName)).isEqualTo(name);
    }

    @Test
    void numbersNamesThatAreTaken() {
        NameAllocator scope = locals();
        assertThat(scope.allocate("x")).isEqualTo("x");
        assertThat(scope.allocate("x")).isEqualTo("x_1");
        assertThat(scope.allocate("x_1")).isEqualTo("x_1_1");
        assertThat(scope.allocate("x")).isEqualTo("x_2");
        assertThat(scope.allocate("half")).isEqualTo("half_");
        assertThat(scope.allocate("half")).isEqualTo("half_1");
        assertThat(scope.allocate("N")).isEqualTo("N");
        assertThat(scope.allocate("N")).isEqualTo("N_v1");
    }

    @Test
    void seesNamesAround() {
        NameAllocator outer = locals();
        outer.allocate("x");
        assertThat(outer.inner().allocate("x")).isEqualTo("x_1");
        assertThat(outer.inner().allocate("x")).isEqualTo("x_1");
        assertThat(outer.allocate("y")).isEqualTo("y");
        assertThat(NameAllocator.hidingAllBut(Set.of("f")).allocate("f")).isEqualTo("f_1");
    }

    @Test
    void reservesMoreAtTheOutermostLevel() {
        assertThat(NameAllocator.forModule().allocate("transpose")).isEqualTo("transpose_");
        assertThat(locals().allocate("transpose")).isEqualTo("transpose");
    }
}
