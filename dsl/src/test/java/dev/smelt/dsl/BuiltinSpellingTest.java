package dev.smelt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BuiltinSpellingTest {

    private static final String NAME = "(metal::)?((precise|fast)::)?[a-z][a-z0-9_]*(<[a-z]+[2-4]?>)?";
    private static final Pattern ARGUMENT = Pattern.compile("\\$(\\d+)");

    @Test
    void everyBuiltinHasASpelling() {
        assertThat(Builtins.all())
                .allSatisfy(builtin -> assertThat(Builtins.spellingsOf(builtin))
                        .as("%s", builtin)
                        .isNotEmpty());
    }

    @Test
    void aSpellingIsANameOrATemplate() {
        assertThat(Builtins.all())
                .allSatisfy(builtin -> assertThat(Builtins.spellingsOf(builtin))
                        .as("%s", builtin)
                        .allMatch(spelling -> spelling.matches(NAME)
                                || spelling.contains("$")
                                || Builtins.argumentsOf(builtin).isEmpty()));
    }

    @Test
    void aTemplateNamesEachArgumentOnce() {
        for (Executable builtin : Builtins.all()) {
            List<Integer> arguments = IntStream.range(
                            0, Builtins.argumentsOf(builtin).size())
                    .boxed()
                    .toList();
            assertThat(Builtins.spellingsOf(builtin))
                    .filteredOn(spelling -> spelling.contains("$"))
                    .allSatisfy(spelling -> assertThat(argumentsIn(spelling))
                            .as("%s of %s", spelling, builtin)
                            .containsExactlyInAnyOrderElementsOf(arguments));
        }
    }

    @Test
    void aTemplateClosesItsBrackets() {
        assertThat(Builtins.all()).flatMap(Builtins::spellingsOf).allSatisfy(spelling -> {
            assertThat(count(spelling, '(')).isEqualTo(count(spelling, ')'));
            assertThat(count(spelling, '[')).isEqualTo(count(spelling, ']'));
        });
    }

    @Test
    void preciseAndFastComeInPairs() {
        for (Executable builtin : Builtins.all()) {
            List<String> spellings = Builtins.spellingsOf(builtin);
            if (spellings.get(0).contains("precise::")) {
                assertThat(spellings).as("%s", builtin).hasSize(2);
                assertThat(spellings.get(1)).isEqualTo(spellings.get(0).replace("precise::", "fast::"));
            }
        }
    }

    @Test
    void aTemplateOfVectorsNamesVectorsOfTheirSizesOnly() {
        Pattern vector = Pattern.compile("\\b(?:u?int|float|bool)([234])\\b(?!x)");
        for (Executable builtin : Builtins.all()) {
            List<Integer> sizes = Builtins.argumentsOf(builtin).stream()
                    .filter(Vectors::isVector)
                    .map(Vectors::sizeOf)
                    .distinct()
                    .toList();
            // A long goes between the threads of a simdgroup as two ints.
            boolean isInHalves = builtin.getAnnotation(Builtin.class).effect() == Builtin.Effect.SIMDGROUP
                    && builtin.getParameterTypes()[0] == long.class;
            for (String spelling : Builtins.spellingsOf(builtin)) {
                if (spelling.contains("$") && !isInHalves) {
                    assertThat(vector.matcher(spelling).results().map(match -> Integer.valueOf(match.group(1))))
                            .as("%s of %s", spelling, builtin)
                            .allSatisfy(size -> assertThat(sizes).contains(size));
                }
            }
        }
    }

    @Test
    void asTypeKeepsTheSizeOfItsArgument() {
        Pattern whole = Pattern.compile("as_type<(\\w+)>\\(\\$(\\d)\\)");
        for (Executable builtin : Builtins.all()) {
            for (String spelling : Builtins.spellingsOf(builtin)) {
                Matcher cast = whole.matcher(spelling);
                while (cast.find()) {
                    Class<?> argument = Builtins.argumentsOf(builtin).get(Integer.parseInt(cast.group(2)));
                    String own = MslTypes.nameOf(argument);
                    assertThat(MslTypes.sizeOf(cast.group(1)))
                            .as("%s of %s", spelling, builtin)
                            .isEqualTo(MslTypes.sizeOf(own));
                }
            }
        }
    }

    private static List<Integer> argumentsIn(String template) {
        return ARGUMENT.matcher(template)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
