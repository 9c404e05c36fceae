package dev.smelt.examples.gallery.physics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.HashMap;
import java.util.Map;

class GameOfLifeTest {
    private static final int WIDTH = 31;
    private static final int HEIGHT = 23;

    @EachDevice
    void livesAsConwaySays(Device device) {
        GameOfLifeKernels kernels = GameOfLifeKernels.load(device);
        boolean[] world = Inputs.booleans(WIDTH * HEIGHT, 0.4, 21);
        boolean[] expected = world.clone();
        for (int k = 0; k < 30; k++) {
            boolean[] next = new boolean[world.length];
            kernels.generation(Grid.of(WIDTH, HEIGHT), world, next);
            world = next;
            expected = reference(expected);
            assertThat(world).as("generation %d", k + 1).containsExactly(expected);
        }
    }

    /** Counts for each cell how many living ones are around, from the living ones' side. */
    private static boolean[] reference(boolean[] world) {
        Map<Integer, Integer> neighbours = new HashMap<>();
        for (int i = 0; i < world.length; i++) {
            for (int k = 0; world[i] && k < 9; k++) {
                int x = (i % WIDTH + k % 3 - 1 + WIDTH) % WIDTH;
                int y = (i / WIDTH + k / 3 - 1 + HEIGHT) % HEIGHT;
                if (k != 4) {
                    neighbours.merge(y * WIDTH + x, 1, Integer::sum);
                }
            }
        }
        boolean[] next = new boolean[world.length];
        neighbours.forEach((cell, count) -> next[cell] = count == 3 || (count == 2 && world[cell]));
        return next;
    }
}
