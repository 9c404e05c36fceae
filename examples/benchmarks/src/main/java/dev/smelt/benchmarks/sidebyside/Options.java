package dev.smelt.benchmarks.sidebyside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a program that measures is asked for: {@code --rounds N} (15), {@code --processor-time}, one option of its own with a
 * path, and names of what it is to measure alone.
 *
 * @param rounds how many rounds
 * @param processorTime whether to take the time of the processor
 * @param path what its own option says
 * @param names none for all
 */
record Options(int rounds, boolean processorTime, Optional<Path> path, List<String> names) {
    /**
     * The options that some arguments are.
     *
     * @param ofPath the program's own option
     * @return empty if they are wrong
     */
    static Optional<Options> parse(String[] args, String ofPath) {
        int rounds = 15;
        boolean processorTime = false;
        Optional<Path> path = Optional.empty();
        List<String> names = new ArrayList<>();
        try {
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--rounds")) {
                    rounds = Integer.parseInt(args[++i]);
                } else if (args[i].equals("--processor-time")) {
                    processorTime = true;
                } else if (args[i].equals(ofPath)) {
                    path = Optional.of(Path.of(args[++i]));
                } else {
                    names.add(args[i]);
                }
            }
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(new Options(rounds, processorTime, path, names));
    }

    /** Whether something is to be measured. */
    boolean includes(String name) {
        return names.isEmpty() || names.contains(name);
    }
}
