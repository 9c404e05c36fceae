package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SwizzlesTest {

    private static final String COMPONENTS = "xyzw";

    @ParameterizedTest
    @ValueSource(classes = {Float2.class, Float3.class, Float4.class, Int2.class, Int3.class, Int4.class})
    void everySequenceOfComponentsPicksThem(Class<?> type) throws ReflectiveOperationException {
        int size = Vectors.sizeOf(type);
        Object vector = Vectors.make(type, i -> i + 1);
        for (String sequence : sequences(COMPONENTS.substring(0, size))) {
            Object picked = Vectors.call(type.getMethod(sequence), vector);
            assertThat(picked)
                    .as(sequence)
                    .isEqualTo(Vectors.make(
                            Vectors.resized(type, sequence.length()), i -> COMPONENTS.indexOf(sequence.charAt(i)) + 1));
            assertThat(Builtins.spellingsOf(type.getMethod(sequence))).containsExactly("$0." + sequence);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Float2.class, Float3.class, Float4.class, Int2.class, Int3.class, Int4.class})
    void thereAreNoOthers(Class<?> type) {
        String letters = COMPONENTS.substring(0, Vectors.sizeOf(type));
        assertThat(Arrays.stream(type.getMethods())
                        .map(method -> method.getName())
                        .filter(name -> name.matches("[xyzw]{2,}")))
                .containsExactlyInAnyOrderElementsOf(sequences(letters));
    }

    @Test
    void countsOfSwizzlesAreMsls() {
        assertThat(sequences("xy")).hasSize(28);
        assertThat(sequences("xyz")).hasSize(117);
        assertThat(sequences("xyzw")).hasSize(336);
    }

    private static List<String> sequences(String letters) {
        List<String> all = new ArrayList<>();
        List<String> longest = List.of("");
        for (int length = 1; length <= 4; length++) {
            List<String> longer = new ArrayList<>();
            for (String sequence : longest) {
                letters.chars().forEach(c -> longer.add(sequence + (char) c));
            }
            longest = longer;
            if (length >= 2) {
                all.addAll(longer);
            }
        }
        return all;
    }
}
