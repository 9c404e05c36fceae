package dev.smelt.examples.gallery.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class EditDistanceTest {
    @EachDevice
    void measuresDistances(Device device) {
        assertThat(distances(device, "kitten", "sitting", "kitten", "", "kit")).containsExactly(3, 0, 6, 3);
    }

    @EachDevice
    void agreesWithTheDefinition(Device device) {
        Random random = new Random(32);
        String[] words = new String[101];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(random, i % 8);
        }
        String word = word(random, 6);
        byte[] distances = distances(device, word, words);
        for (int i = 0; i < words.length; i++) {
            assertThat((int) distances[i]).as("%s to %s", word, words[i]).isEqualTo(distance(word, words[i]));
        }
    }

    private static String word(Random random, int length) {
        return random.ints(length, 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] distances(Device device, String word, String... words) {
        int[] starts = new int[words.length + 1];
        for (int i = 0; i < words.length; i++) {
            starts[i + 1] = starts[i] + words[i].length();
        }
        byte[] distances = new byte[words.length];
        EditDistanceKernels.load(device)
                .distances(Grid.of(words.length), bytes(word), bytes(String.join("", words)), starts, distances);
        return distances;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** By the recursive definition, with the first letters instead of the last. */
    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        if (a.charAt(0) == b.charAt(0)) {
            return distance(a.substring(1), b.substring(1));
        }
        int changed = distance(a.substring(1), b.substring(1));
        int removed = distance(a.substring(1), b);
        int added = distance(a, b.substring(1));
        return 1 + Math.min(changed, Math.min(removed, added));
    }
}
