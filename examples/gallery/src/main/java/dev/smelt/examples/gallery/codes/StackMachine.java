package dev.smelt.examples.gallery.codes;

import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadPositionInGrid;

/** A program for a small stack machine, run by every thread on an argument of its own. */
final class StackMachine {
    static final byte PUSH = 0;
    static final byte ADD = 1;
    static final byte SUBTRACT = 2;
    static final byte MULTIPLY = 3;
    static final byte DUPLICATE = 4;
    static final byte SWAP = 5;
    static final byte JUMP_IF_POSITIVE = 6;
    static final byte POP = 7;
    static final byte HALT = 8;

    /** Room on the stack. */
    static final int DEPTH = 16;

    /** In place of a result: the stack ran over or empty, the program ran off its end or for too long. */
    static final int FAILED = Integer.MIN_VALUE;

    private StackMachine() {}

    /**
     * Runs the program with each argument on the stack.
     *
     * @param program instructions; behind {@link #PUSH} and {@link #JUMP_IF_POSITIVE} comes a number
     * @param fuel instructions at most
     */
    @Kernel
    @SuppressWarnings("StatementSwitchToExpressionSwitch") // the older form is what is to be shown
    static void run(byte[] program, int[] arguments, int[] results, int fuel, @ThreadPositionInGrid int i) {
        int[] stack = new int[DEPTH];
        int top = 0;
        stack[top++] = arguments[i];
        int at = 0;
        int left = fuel;
        int result = FAILED;
        execution:
        while (left-- > 0 && at >= 0 && at < program.length) {
            byte instruction = program[at++];
            switch (instruction) {
                case PUSH:
                    if (top == DEPTH || at == program.length) {
                        break execution;
                    }
                    stack[top++] = program[at++];
                    break;
                case ADD, SUBTRACT, MULTIPLY:
                    if (top < 2) {
                        break execution;
                    }
                    int b = stack[--top];
                    int a = stack[--top];
                    stack[top++] = instruction == ADD ? a + b : instruction == SUBTRACT ? a - b : a * b;
                    break;
                case DUPLICATE:
                    if (top == 0 || top == DEPTH) {
                        break execution;
                    }
                    stack[top] = stack[top - 1];
                    top++;
                    break;
                case SWAP:
                    if (top < 2) {
                        break execution;
                    }
                    int upper = stack[top - 1];
                    stack[top - 1] = stack[top - 2];
                    stack[top - 2] = upper;
                    break;
                case JUMP_IF_POSITIVE:
                    if (top == 0 || at == program.length) {
                        break execution;
                    }
                    at = stack[--top] > 0 ? program[at] : at + 1;
                    break;
                case POP:
                    if (top == 0) {
                        break execution;
                    }
                    top--;
                    break;
                case HALT:
                    result = top > 0 ? stack[top - 1] : FAILED;
                    break execution;
                default:
                    break execution;
            }
        }
        results[i] = result;
    }
}
