package dev.smelt.compiler.sema.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random method bodies that are right but for their flow: loops, switches, labels and jumps around assignments
 * of a few locals, a statement a line.
 */
final class RandomBody {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    /** The labels around the present place; those of loops start with {@code L}. */
    private final List<String> labels = new ArrayList<>();

    private int names;
    private int loops;
    private int breakables;
    private int switchExpressions;
    private int budget;

    private RandomBody(Random random, int budget) {
        this.random = random;
        this.budget = budget;
    }

    static String write(long seed) {
        Random random = new Random(seed);
        RandomBody body = new RandomBody(random, 2 + random.nextInt(9));
        body.line("final boolean T = true;");
        body.line(body.pick("int x = 1, y;", "int x, y = 1;", "int x, y;"));
        body.line("final int u, v;");
        body.statements(0);
        if (random.nextInt(3) == 0) {
            body.line("use(" + body.pick("x", "y", "u", "v") + ");");
        }
        if (random.nextInt(6) > 0) {
            body.line("return " + body.pick("x", "y", "u", "0", "n", "n", "n") + ";");
        }
        return body.text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String fresh(String prefix) {
        return prefix + names++;
    }

    private String value(int depth) {
        if (depth > 2 || budget <= 0) {
            return pick("0", "1", "n", "n", "5", "x", "y");
        }
        return switch (random.nextInt(14)) {
            case 0 -> pick("x", "y", "u", "v");
            case 1 -> pick("n", "x", "y");
            case 2 -> "(" + pick("x", "y") + " = " + value(depth + 1) + ")";
            case 3 -> "(" + pick("u", "v", "n", "n") + " = " + value(depth + 1) + ")";
            case 4 -> value(depth + 1) + " + " + value(depth + 1);
            case 5 -> "(" + condition(depth + 1) + " ? " + value(depth + 1) + " : " + value(depth + 1) + ")";
            case 6 -> "a[" + value(depth + 1) + "]";
            case 7 -> pick("x", "y", "n", "n") + pick("++", "--");
            default -> pick("0", "n", "3", "g(n)");
        };
    }

    private String condition(int depth) {
        if (depth > 3) {
            return pick("c", "d", "true", "false");
        }
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> "(" + condition(depth + 1) + " && " + condition(depth + 1) + ")";
            case 3, 4, 5 -> "(" + condition(depth + 1) + " || " + condition(depth + 1) + ")";
            case 6, 7 -> "!(" + condition(depth + 1) + ")";
            case 8 -> "(" + condition(depth + 1) + " ? " + condition(depth + 1) + " : " + condition(depth + 1) + ")";
            case 9, 10 -> "(" + pick("x", "y", "x", "y", "u") + " = n) > 0";
            case 11 -> pick("true", "false", "T", "(1 < 2)", "(2 == 3)");
            case 12 -> "(" + condition(depth + 1) + pick(" & ", " | ", " == ", " ^ ") + condition(depth + 1) + ")";
            case 13 -> "h(" + value(depth + 1) + ")";
            default -> pick("c", "d", "n > 1", "n < 5", "h(n)");
        };
    }

    /** Between no and four statements. */
    private void statements(int depth) {
        int count = depth == 0 ? 1 + random.nextInt(4) : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
        if (random.nextInt(depth == 0 ? 20 : 2) == 0) {
            jump();
        }
    }

    private void block(int depth) {
        line("{");
        statements(depth + 1);
        line("}");
    }

    private void loopBody(int depth) {
        loops++;
        breakables++;
        block(depth);
        loops--;
        breakables--;
    }

    private void statement(int depth) {
        budget--;
        int kind = depth > 5 || budget < 0 ? random.nextInt(8) : random.nextInt(26);
        switch (kind) {
            case 0, 1 -> line(pick("x", "y") + " = " + value(0) + ";");
            case 2 -> line(pick("u", "v") + " = " + value(1) + ";");
            case 3 -> line("use(" + value(0) + ");");
            case 4 -> line(pick("x", "y", "n", "n") + pick("++;", " += 2;"));
            case 5, 6 -> line("n = " + value(1) + ";");
            case 7 -> line("if (" + condition(1) + ") use(" + pick("n", "x", "y") + ");");
            case 8 -> jump();
            case 9 -> line(pick(";", "n = 1;", "int " + fresh("z") + " = " + value(1) + ";"));
            case 10, 11, 12, 13 -> {
                line("if (" + condition(0) + ")");
                block(depth);
                if (random.nextBoolean()) {
                    line("else");
                    block(depth);
                }
            }
            case 14, 15, 16, 17, 18 -> loop(depth);
            case 19, 20 -> {
                String label = fresh("B");
                line(label + ":");
                labels.add(label);
                block(depth);
                labels.remove(label);
            }
            case 21, 22, 23 -> switchStatement(depth);
            default -> switchExpression(depth);
        }
    }

    private void jump() {
        if (switchExpressions > 0 && random.nextBoolean()) {
            line("yield " + value(1) + ";");
            return;
        }
        boolean labelled = !labels.isEmpty() && random.nextBoolean();
        String label = labelled ? labels.get(random.nextInt(labels.size())) : "";
        if (labelled) {
            line((label.startsWith("L") ? pick("break ", "continue ") : "break ") + label + ";");
        } else if (loops > 0 && random.nextBoolean()) {
            line("continue;");
        } else if (breakables > 0) {
            line("break;");
        } else if (switchExpressions == 0 && random.nextInt(3) == 0) {
            line("return " + value(1) + ";");
        } else {
            line("n = 2;");
        }
    }

    private void loop(int depth) {
        String label = "";
        if (random.nextBoolean()) {
            label = fresh("L");
            line(label + ":");
            labels.add(label);
        }
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                line("while (" + pick("true", "T", condition(0), condition(0)) + ")");
                loopBody(depth);
            }
            case 2 -> {
                line("do");
                loopBody(depth);
                line("while (" + pick(condition(0), condition(0), "true", "false") + ");");
            }
            case 3 -> {
                line("for (" + pick("", "x = 0", "u = 1") + ";");
                line(pick("", "c", "true", condition(0)) + ";");
                line(pick("", "x++", "y = 1", "u = 2", "use(y)") + ")");
                loopBody(depth);
            }
            default -> {
                String name = fresh("e");
                line("for (" + pick("", "final ") + "int " + name + " :");
                line(pick("a", "new int[" + value(1) + "]") + ")");
                loopBody(depth);
            }
        }
        if (!label.isEmpty()) {
            labels.remove(label);
        }
    }

    private void switchStatement(int depth) {
        boolean arrow = random.nextBoolean();
        int count = random.nextInt(4);
        int defaultAt = random.nextInt(2 * count + 1);
        line("switch (" + value(1) + ") {");
        breakables++;
        for (int i = 0; i < count; i++) {
            line((i == defaultAt ? "default" : "case " + i) + (arrow ? " ->" : ":"));
            if (arrow) {
                block(depth);
            } else {
                statements(depth + 1);
            }
        }
        breakables--;
        line("}");
    }

    private void switchExpression(int depth) {
        boolean arrow = random.nextBoolean();
        boolean condition = random.nextInt(3) == 0;
        int count = 1 + random.nextInt(3);
        line(condition ? "if (switch (n) {" : pick("x", "y", "u", "int " + fresh("w")) + " = switch (n) {");
        int outerLoops = loops;
        int outerBreakables = breakables;
        List<String> outerLabels = new ArrayList<>(labels);
        loops = 0;
        breakables = 0;
        labels.clear();
        for (int i = 0; i < count; i++) {
            line((i == count - 1 ? "default" : "case " + i) + (arrow ? " ->" : ":"));
            String result = condition ? condition(0) : value(0);
            if (arrow && random.nextBoolean()) {
                line(result + ";");
                continue;
            }
            if (arrow) {
                line("{");
            }
            if (condition) {
                line("n++;");
            } else {
                switchExpressions++;
                statements(depth + 1);
                switchExpressions--;
            }
            // javac 17 crashes where a block of a switch that is a condition ends without a value.
            if (condition || random.nextInt(8) > 0) {
                line("yield " + result + ";");
            }
            if (arrow) {
                line("}");
            }
        }
        loops = outerLoops;
        breakables = outerBreakables;
        labels.addAll(outerLabels);
        line(condition ? "}) { n = 3; use(x); } else use(y);" : "};");
    }
}
