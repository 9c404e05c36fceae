package dev.smelt.compiler.msl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinSpellingTest {
    private static final Fragment SUM = new Fragment("a + b", Precedence.ADDITIVE);
    private static final Fragment NAME = Fragment.primary("v");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metal::fma | metal::fma(a + b, v) | PRIMARY",
                "as_type<half> | as_type<half>(a + b, v) | PRIMARY",
                "$0.xyz | (a + b).xyz | PRIMARY",
                "$1.xyz | v.xyz | PRIMARY",
                "$0 * $1 | (a + b) * v | MULTIPLICATIVE",
                "$0 + $1 | a + b + v | ADDITIVE",
                "$1 - $0 | v - (a + b) | CONDITIONAL",
                "-$0 | -(a + b) | UNARY",
                "metal::min(metal::max($0, $1), $1) | metal::min(metal::max(a + b, v), v) | PRIMARY",
                "bool2($0 < $1) | bool2((a + b) < v) | PRIMARY",
                "$0 < $1 | (a + b) < v | CONDITIONAL",
                "metal::barrier(metal::mem_flags::x) | metal::barrier(metal::mem_flags::x) | PRIMARY"
            })
    void fillsIn(String spelling, String text, Precedence precedence) {
        assertThat(BuiltinSpelling.apply(spelling, List.of(SUM, NAME))).isEqualTo(new Fragment(text, precedence));
    }
}
