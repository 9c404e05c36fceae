package dev.smelt.examples.gallery.codes;

import static dev.smelt.examples.gallery.codes.StackMachine.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.examples.gallery.testing.EachDevice;
import dev.smelt.examples.gallery.testing.Inputs;
import dev.smelt.runtime.Device;
import dev.smelt.runtime.Grid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Random;

class StackMachineTest {
    /** A power of two, by a loop that takes ten instructions a round. */
    private static final byte[] POWER = {
        PUSH,
        1,
        SWAP,
        DUPLICATE,
        JUMP_IF_POSITIVE,
        8,
        POP,
        HALT,
        PUSH,
        1,
        SUBTRACT,
        SWAP,
        PUSH,
        2,
        MULTIPLY,
        SWAP,
        PUSH,
        1,
        JUMP_IF_POSITIVE,
        3
    };

    @EachDevice
    void runsALoopAsLongAsThereIsFuel(Device device) {
        int[] results = run(device, POWER, new int[] {-3, 0, 1, 5, 12});
        assertThat(results).containsExactly(1, 1, 2, 32, FAILED);
    }

    @EachDevice
    void runsAnyBytesAsAnotherMachineDoes(Device device) {
        Random random = new Random(30);
        int[] arguments = Inputs.ints(37, 5, 31);
        int failed = 0;
        for (int k = 0; k < 200; k++) {
            byte[] program = new byte[1 + random.nextInt(30)];
            for (int i = 0; i < program.length; i++) {
                program[i] = (byte) (random.nextInt(12) - 1);
            }
            int[] results = run(device, program, arguments);
            for (int i = 0; i < arguments.length; i++) {
                int expected = reference(program, arguments[i]);
                assertThat(results[i])
                        .as("program %d, argument %d", k, arguments[i])
                        .isEqualTo(expected);
                failed += expected == FAILED ? 1 : 0;
            }
        }
        assertThat(failed).as("runs that fail").isBetween(1_000, 7_350);
    }

    private static int[] run(Device device, byte[] program, int[] arguments) {
        int[] results = new int[arguments.length];
        StackMachineKernels.load(device).run(Grid.of(arguments.length), program, arguments, results, 100);
        return results;
    }

    private static int reference(byte[] program, int argument) {
        Deque<Integer> stack = new ArrayDeque<>();
        stack.push(argument);
        try {
            for (int at = 0, fuel = 100; fuel > 0; fuel--) {
                byte instruction = program[at++];
                if (instruction == HALT) {
                    return stack.element();
                }
                at = step(program, stack, instruction, at);
                if (stack.size() > DEPTH) {
                    return FAILED;
                }
            }
        } catch (NoSuchElementException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            return FAILED;
        }
        return FAILED;
    }

    private static int step(byte[] program, Deque<Integer> stack, byte instruction, int at) {
        switch (instruction) {
            case PUSH -> {
                stack.push((int) program[at]);
                return at + 1;
            }
            case ADD -> stack.push(stack.pop() + stack.pop());
            case SUBTRACT -> stack.push(-stack.pop() + stack.pop());
            case MULTIPLY -> stack.push(stack.pop() * stack.pop());
            case DUPLICATE -> stack.push(stack.element());
            case SWAP -> {
                int upper = stack.pop();
                int lower = stack.pop();
                stack.push(upper);
                stack.push(lower);
            }
            case JUMP_IF_POSITIVE -> {
                byte target = program[at];
                return stack.pop() > 0 ? target : at + 1;
            }
            case POP -> stack.pop();
            default -> throw new IllegalArgumentException();
        }
        return at;
    }
}
