package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.KernelParameter.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The loops over the lanes of a threadgroup: its threads, one after the other, by their positions in the grid. All three
 * dimensions are there in every kernel, since any kernel may be given a grid of three.
 *
 * <pre>{@code
 * int endX = threadgroup.firstX() + threadgroup.width();
 * int endY = threadgroup.firstY() + threadgroup.height();
 * int endZ = threadgroup.firstZ() + threadgroup.depth();
 * for (int gridZ = threadgroup.firstZ(); gridZ < endZ; gridZ++) {
 *     for (int gridY = threadgroup.firstY(); gridY < endY; gridY++) {
 *         for (int i = threadgroup.firstX(); i < endX; i++) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A lane method holds one lane loop around the whole body, which may keep everything in Java locals. A body with
 * barriers will be several lane loops one after the other, one for each region between barriers: {@link #begin} and
 * {@link #end} may be called once for each, and what lives across a barrier becomes an array indexed by the lane
 * ({@link Kind#THREAD_INDEX_IN_THREADGROUP} gives the index). A loop that holds a barrier stays outside the lane loops.
 */
final class LaneLoop {
    private static final List<String> AXES = List.of("X", "Y", "Z");
    private static final List<String> SIZES = List.of("Width", "Height", "Depth");

    private static final ClassName FAILURE = ClassName.get(JvmTypes.DSL + ".checks", "CheckFailure");

    /** Threads of a simdgroup, as on Apple's GPUs. */
    private static final int SIMD_WIDTH = 32;

    private final Locals locals;
    private final String threadgroup;
    private final List<String> ends;
    private final boolean checked;
    private String start = "";
    private Optional<JavaCode> pitch = Optional.empty();
    private List<String> positions = List.of();

    /**
     * The loops of one method, over the lanes of {@code threadgroup}, a parameter of it.
     *
     * @param locals the names of the method
     * @param checked whether a check that fails is told its lane
     */
    LaneLoop(Locals locals, String threadgroup, boolean checked) {
        this.checked = checked;
        this.locals = locals;
        this.threadgroup = threadgroup;
        this.ends = new ArrayList<>(
                AXES.stream().map(axis -> locals.fresh("end" + axis)).toList());
    }

    /** Declares what all loops of the method use. */
    void declareEnds(JavaCode.Builder code) {
        for (int axis = 0; axis < 3; axis++) {
            code.addStatement(
                    "int $L = $L + $L.$L()", ends.get(axis), first(axis), threadgroup, lowerCase(SIZES.get(axis)));
        }
    }

    /** Leaves the lanes of each row out that are not in a range, which counts them by x; behind {@link #declareEnds}. */
    void restrict(JavaCode.Builder code, LaneRange range, JavaCode bound) {
        JavaCode first = first(0);
        JavaCode width = ask("width");
        if (range.hasStart()) {
            start = locals.fresh("startX");
            code.addStatement("int $L =$W$L + $L", start, first, range.start(bound, first, width));
        }
        if (range.hasEnd()) {
            String end = locals.fresh("endX");
            code.addStatement("int $L =$W$L + $L", end, first, range.end(bound, first, width));
            ends.set(0, end);
        }
    }

    /** Says how far the first lane of a row is from that of the next, where rows lie apart. */
    void setPitch(JavaCode lanes) {
        pitch = Optional.of(lanes);
    }

    /**
     * Opens the loops.
     *
     * @param x the name of the innermost variable, declared in the present block of the locals
     * @param label before the innermost loop; empty for none
     */
    void begin(JavaCode.Builder code, String x, String label) {
        begin(code, x, label, "");
    }

    /**
     * The same, with a variable that added to x gives the number of the lane: one sum, so that HotSpot sees that arrays
     * over the lanes are walked through.
     *
     * @param row its name, declared in the present block of the locals; empty for none
     */
    void begin(JavaCode.Builder code, String x, String label, String row) {
        positions = List.of(x, locals.fresh("gridY"), locals.fresh("gridZ"));
        for (int axis = 2; axis >= 0; axis--) {
            if (axis == 0 && !row.isEmpty()) {
                code.addStatement(
                        "int $L =$W(($L) * $L.height() + $L) * $L - $L",
                        row,
                        local(2),
                        threadgroup,
                        local(1),
                        pitch.orElse(ask("width")),
                        first(0));
            }
            if (axis == 0 && !label.isEmpty()) {
                code.add("$L:\n", label);
            }
            String position = positions.get(axis);
            JavaCode from = axis == 0 && !start.isEmpty() ? JavaCode.of("$L", start) : first(axis);
            code.beginControlFlow(
                    "for (int $L = $L; $L < $L; $L++)", position, from, position, ends.get(axis), position);
        }
        if (checked) {
            code.beginControlFlow("try");
        }
    }

    /** Stays at the first thread of all, without loops. */
    void stayAtFirst() {
        positions = IntStream.range(0, 3).mapToObj(this::firstOf).toList();
    }

    /** Opens the loops over the rows, with x that of the first thread of the row. */
    void beginRows(JavaCode.Builder code, String x) {
        positions = List.of(x, locals.fresh("gridY"), locals.fresh("gridZ"));
        for (int axis = 2; axis > 0; axis--) {
            String position = positions.get(axis);
            code.beginControlFlow(
                    "for (int $L = $L; $L < $L; $L++)", position, first(axis), position, ends.get(axis), position);
        }
        code.addStatement("int $L = $L", x, first(0));
    }

    /** Closes them. */
    void endRows(JavaCode.Builder code) {
        code.endControlFlow();
        code.endControlFlow();
    }

    /** Closes the loops. */
    void end(JavaCode.Builder code) {
        if (checked) {
            String failure = locals.fresh("failure");
            code.nextControlFlow("catch ($T $L)", FAILURE, failure)
                    .addStatement("throw $L.at($L)", failure, String.join(", ", positions))
                    .endControlFlow();
        }
        for (int axis = 0; axis < 3; axis++) {
            code.endControlFlow();
        }
    }

    /** The number of the present lane in its threadgroup. */
    JavaCode index() {
        return JavaCode.of(
                "(($L) * $L.height()$W+ $L) * $L.width()$W+ $L",
                local(2),
                threadgroup,
                local(1),
                threadgroup,
                local(0));
    }

    /** The value of a position that depends on nothing but the lane's number. */
    static JavaCode ofLane(Kind kind, String lane) {
        return switch (kind) {
            case THREAD_INDEX_IN_THREADGROUP -> JavaCode.of("$L", lane);
            case THREAD_INDEX_IN_SIMDGROUP -> JavaCode.of("$L % $L", lane, SIMD_WIDTH);
            case SIMDGROUP_INDEX_IN_THREADGROUP -> JavaCode.of("$L / $L", lane, SIMD_WIDTH);
            default -> throw new AssertionError(kind);
        };
    }

    /** The value of a kernel's position for the present lane. */
    JavaCode value(Position position) {
        return switch (position.kind()) {
            case THREAD_INDEX_IN_THREADGROUP -> index();
            case THREAD_INDEX_IN_SIMDGROUP -> JavaCode.of("($L) % $L", index(), SIMD_WIDTH);
            case SIMDGROUP_INDEX_IN_THREADGROUP -> JavaCode.of("($L) / $L", index(), SIMD_WIDTH);
            case THREADS_PER_SIMDGROUP -> JavaCode.of("$L", SIMD_WIDTH);
            default ->
                vector(
                        position,
                        IntStream.range(0, 3)
                                .mapToObj(axis -> component(position.kind(), axis))
                                .toList());
        };
    }

    /** A position from its components: an {@code int}, {@code Int2} or {@code Int3}. */
    static JavaCode vector(Position position, List<JavaCode> components) {
        int dimensions = position.dimensions();
        return dimensions == 1
                ? components.get(0)
                : JavaCode.of(
                        "new $T($L)",
                        ClassName.get(JvmTypes.DSL, "Int" + dimensions),
                        JavaCode.join(components.subList(0, dimensions), ",$W"));
    }

    private JavaCode component(Kind kind, int axis) {
        return switch (kind) {
            case THREAD_POSITION_IN_GRID -> JavaCode.of("$L", positions.get(axis));
            case THREAD_POSITION_IN_THREADGROUP -> local(axis);
            case THREADGROUP_POSITION_IN_GRID -> ask("group" + AXES.get(axis));
            case THREADS_PER_GRID -> ask("grid" + SIZES.get(axis));
            case THREADS_PER_THREADGROUP -> ask(lowerCase(SIZES.get(axis)));
            case THREADGROUPS_PER_GRID -> ask("groups" + AXES.get(axis));
            case DISPATCH_THREADS_PER_THREADGROUP -> ask("dispatch" + SIZES.get(axis));
            case THREAD_INDEX_IN_THREADGROUP,
                    THREAD_INDEX_IN_SIMDGROUP,
                    SIMDGROUP_INDEX_IN_THREADGROUP,
                    THREADS_PER_SIMDGROUP -> throw new AssertionError(kind);
        };
    }

    private JavaCode local(int axis) {
        if (positions.get(axis).equals(firstOf(axis))) {
            return JavaCode.of("0");
        }
        return JavaCode.of("$L - $L", positions.get(axis), first(axis));
    }

    private JavaCode first(int axis) {
        return JavaCode.of("$L", firstOf(axis));
    }

    private String firstOf(int axis) {
        return threadgroup + ".first" + AXES.get(axis) + "()";
    }

    private JavaCode ask(String method) {
        return JavaCode.of("$L.$L()", threadgroup, method);
    }

    private static String lowerCase(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
