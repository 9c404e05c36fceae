package dev.smelt.compiler.jvm;

import static dev.smelt.compiler.testing.Ir.FLOAT;
import static dev.smelt.compiler.testing.Ir.INT;
import static dev.smelt.compiler.testing.Ir.LONG;
import static dev.smelt.compiler.testing.Ir.array;
import static dev.smelt.compiler.testing.Ir.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.ir.BinaryOp;
import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.testing.Calls;
import dev.smelt.compiler.testing.Ir;
import dev.smelt.compiler.testing.JvmRun;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs emitted kernels. */
class JvmKernelTest {
    private final Ir ir = new Ir("Test.java");
    private final Calls calls = new Calls(ir);
    private final Variable out = ir.variable("out", array(INT));
    private final Variable i = ir.variable("i", INT);

    private JvmRun run(List<KernelParameter> parameters, Stmt... body) {
        return new JvmRun(ir.module(List.of(), ir.kernel("k", "", parameters, body)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "10, 1, 1", "5, 7, 1", "3, 4, 5", "1, 1, 9", "1, 6, 1"})
    void runsEachThreadOfARaggedGridOnce(int width, int height, int depth) {
        Variable p = ir.variable("p", vector(INT, 3));
        Variable size = ir.variable("size", vector(INT, 3));
        Variable at = ir.variable("at", INT);
        Expr x = calls.method("x", INT, p);
        Expr y = calls.method("y", INT, p);
        Expr z = calls.method("z", INT, p);
        Expr row = ir.add(ir.multiply(z, calls.method("y", INT, size)), y);
        JvmRun run = run(
                List.of(ir.buffer(out), ir.position(p), new KernelParameter.Position(size, Kind.THREADS_PER_GRID)),
                ir.declare(at, ir.add(ir.multiply(row, calls.method("x", INT, size)), x)),
                ir.store(out, at, ir.add(ir.load(out, at), ir.add(at, 1))));
        int[] counted = new int[width * height * depth];
        run.grid(width, height, depth, 4, 3, 2).run("k", counted);
        for (int lane = 0; lane < counted.length; lane++) {
            assertThat(counted[lane]).isEqualTo(lane + 1);
        }
    }

    @Test
    void runsAKernelOfOneDimensionAtAllPositionsOfAGridOfThree() {
        Variable sum = ir.variable("sum", array(INT));
        JvmRun run = run(List.of(ir.buffer(sum), ir.position(i)), ir.store(sum, i, ir.add(ir.load(sum, i), 1)));
        int[] counted = new int[5];
        run.grid(5, 3, 2, 2, 2, 2).run("k", counted);
        assertThat(counted).containsOnly(6);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void knowsEachPosition(Kind kind) {
        boolean isIndex = kind.isIndex();
        Variable wanted = ir.variable("wanted", isIndex ? INT : vector(INT, 3));
        Variable p = ir.variable("p", vector(INT, 3));
        Expr x = calls.method("x", INT, p);
        Expr y = calls.method("y", INT, p);
        Expr z = calls.method("z", INT, p);
        Expr at = ir.add(ir.multiply(ir.add(ir.multiply(z, 5), y), 6), x);
        Expr value = isIndex
                ? ir.read(wanted)
                : ir.add(
                        calls.method("x", INT, wanted),
                        ir.add(
                                ir.multiply(100, calls.method("y", INT, wanted)),
                                ir.multiply(10000, calls.method("z", INT, wanted))));
        JvmRun run = run(
                List.of(ir.buffer(out), new KernelParameter.Position(wanted, kind), ir.position(p)),
                ir.store(out, at, value));
        int[] results = new int[6 * 5 * 3];
        run.grid(6, 5, 3, 4, 3, 2).run("k", results);
        for (int lane = 0; lane < results.length; lane++) {
            int[] grid = {lane % 6, lane / 6 % 5, lane / 30};
            assertThat(results[lane]).as("lane %d", lane).isEqualTo(expected(kind, grid));
        }
    }

    private static int expected(Kind kind, int[] position) {
        int[] grid = {6, 5, 3};
        int[] nominal = {4, 3, 2};
        int[] value = new int[3];
        int[] actual = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int first = position[axis] / nominal[axis] * nominal[axis];
            actual[axis] = Math.min(nominal[axis], grid[axis] - first);
            value[axis] = switch (kind) {
                case THREAD_POSITION_IN_GRID -> position[axis];
                case THREAD_POSITION_IN_THREADGROUP,
                        THREAD_INDEX_IN_THREADGROUP,
                        THREAD_INDEX_IN_SIMDGROUP,
                        SIMDGROUP_INDEX_IN_THREADGROUP -> position[axis] - first;
                case THREADS_PER_SIMDGROUP -> 32;
                case THREADGROUP_POSITION_IN_GRID -> position[axis] / nominal[axis];
                case THREADS_PER_GRID -> grid[axis];
                case THREADS_PER_THREADGROUP -> actual[axis];
                case THREADGROUPS_PER_GRID -> (grid[axis] + nominal[axis] - 1) / nominal[axis];
                case DISPATCH_THREADS_PER_THREADGROUP -> nominal[axis];
            };
        }
        int index = (value[2] * actual[1] + value[1]) * actual[0] + value[0];
        return switch (kind) {
            case THREAD_INDEX_IN_THREADGROUP -> index;
            case THREAD_INDEX_IN_SIMDGROUP -> index % 32;
            case SIMDGROUP_INDEX_IN_THREADGROUP -> index / 32;
            case THREADS_PER_SIMDGROUP -> 32;
            default -> value[0] + 100 * value[1] + 10000 * value[2];
        };
    }

    @Test
    void beginsEachLaneWithTheUniformsAsTheyWereGiven() {
        JvmRun run = new JvmRun(JvmCases.guarded()).line(7);
        run.uniforms().putInt(0, 5);
        int[] x = new int[7];
        run.run("guarded", x);
        assertThat(x).containsExactly(10, 10, 10, 10, 10, 0, 0);
    }

    @Test
    void dividesIntegersWithoutAnException() {
        Variable longs = ir.variable("longs", array(LONG));
        List<Expr> ints = new ArrayList<>();
        List<Expr> wide = new ArrayList<>();
        Expr n = ir.load(out, 0);
        Expr zero = ir.load(out, 1);
        Expr l = ir.load(longs, 0);
        Expr longZero = ir.load(longs, 1);
        for (BinaryOp op : List.of(BinaryOp.DIVIDE, BinaryOp.REMAINDER)) {
            ints.add(ir.binary(op, n, zero));
            ints.add(ir.binary(op, n, 0));
            ints.add(ir.binary(op, Integer.MIN_VALUE, -1));
            wide.add(ir.binary(op, l, longZero));
            wide.add(ir.binary(op, l, 0L));
        }
        for (String name : List.of("floorDiv", "floorMod")) {
            ints.add(calls.function(Math.class, name, INT, n, zero));
            ints.add(calls.function(Math.class, name, INT, n, -3));
            wide.add(calls.function(Math.class, name, LONG, l, longZero));
            wide.add(calls.function(Math.class, name, name.equals("floorMod") ? INT : LONG, l, zero));
        }
        for (String name : List.of("divideUnsigned", "remainderUnsigned")) {
            ints.add(calls.function(Integer.class, name, INT, n, zero));
            ints.add(calls.function(Integer.class, name, INT, n, 3));
            wide.add(calls.function(Long.class, name, LONG, l, longZero));
        }
        List<Stmt> body = new ArrayList<>();
        for (Expr expr : ints) {
            body.add(ir.store(out, 2 + body.size(), expr));
        }
        for (Expr expr : wide) {
            Expr value = expr.type() == INT ? ir.convert(LONG, expr) : expr;
            body.add(ir.store(longs, 2 + body.size() - ints.size(), value));
        }
        JvmRun run = run(List.of(ir.buffer(out), ir.buffer(longs), ir.position(i)), body.toArray(new Stmt[0]));
        int[] results = new int[2 + ints.size()];
        long[] longResults = new long[2 + wide.size()];
        results[0] = -7;
        longResults[0] = -9;
        run.run("k", results, longResults);
        assertThat(results)
                .containsExactly(-7, 0, -7, -7, Integer.MIN_VALUE, 0, 0, 0, -7, 2, 0, -1, -7, 1431655763, 0, 0);
        assertThat(longResults).containsExactly(-9, 0, -9, -9, 0, 0, -9, -9, 0, 0, -9, 0);
    }

    @Test
    void readsAndWritesRecordsInTheLayoutOfMsl() {
        JvmRun run = new JvmRun(JvmCases.particles()).line(2);
        run.uniforms().putFloat(0, 10f).putFloat(4, 20f).putFloat(8, 30f);
        ByteBuffer particles = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        particles.putFloat(32, 1f).putFloat(36, 2f).putFloat(40, 3f).putFloat(48, 4f);
        particles.put(52, (byte) 1).putShort(54, (short) 9);
        run.run("step", particles);
        assertThat(particles.getFloat(32)).isEqualTo(22f);
        assertThat(particles.getFloat(36)).isEqualTo(44f);
        assertThat(particles.getFloat(40)).isEqualTo(66f);
        assertThat(particles.getFloat(48)).isEqualTo(-6f);
        assertThat(particles.get(52)).isZero();
        assertThat(particles.getShort(54)).isEqualTo((short) -3);
        assertThat(particles.getFloat(0)).isZero();
        assertThat(particles.get(20)).isEqualTo((byte) 1);
        assertThat(particles.getFloat(44)).as("padding").isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1", "2", "134217728", "-134217728"})
    void refusesIndicesBeyondAnArrayOfRecords(int index) {
        Variable points = ir.variable("points", array(vector(FLOAT, 4)));
        Variable at = ir.variable("at", INT);
        JvmRun run = run(
                List.of(ir.buffer(points), ir.uniform(at), ir.position(i)), ir.store(points, at, ir.load(points, at)));
        run.uniforms().putInt(0, index);
        assertThatThrownBy(() -> run.run("k", ByteBuffer.allocate(32)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining(Integer.toString(index));
    }

    @Test
    void keepsBooleansAndHalvesAsBytesAndShorts() {
        JvmRun run = new JvmRun(JvmCases.storage()).line(3);
        byte[] flags = {0, 1, 0};
        short[] halves = {0x3c00, 0x7c01, 0x0001};
        byte[] bytes = {1, -8, 5};
        long[] longs = {0, 5, 5};
        run.run("convert", flags, halves, bytes, longs);
        assertThat(flags).containsExactly(1, 0, 0);
        assertThat(halves).containsExactly((short) 0x3c00, (short) 0x7c01, (short) 0x0001);
        assertThat(bytes).containsExactly(0, -8, 5);
        assertThat(longs).containsExactly(3, 3, 3);
    }

    @Test
    void passesArraysToFunctionsAndTakesTheirResults() {
        Variable a = ir.variable("a", array(INT));
        Variable at = ir.variable("at", INT);
        Function bump = ir.function(
                "bump",
                "static int bump(int[] a, int at)",
                List.of(a, at),
                INT,
                ir.store(a, at, ir.add(ir.load(a, at), 1)),
                ir.assign(at, ir.multiply(at, 2)),
                ir.giveBack(ir.add(at, ir.length(a))));
        Variable alias = ir.variable("alias", array(INT));
        Variable result = ir.variable("result", INT);
        KernelModule module = ir.module(
                List.of(bump),
                ir.kernel(
                        "k",
                        "",
                        List.of(ir.buffer(out), ir.position(i)),
                        ir.declare(alias),
                        ir.whenElse(ir.less(i, 2), ir.block(ir.assign(alias, out)), ir.block(ir.assign(alias, out))),
                        ir.declare(result),
                        ir.invokeInto(result, bump, alias, i),
                        ir.invoke(bump, alias, i),
                        ir.store(alias, i, ir.add(ir.load(alias, i), ir.multiply(100, result)))));
        int[] results = new int[3];
        new JvmRun(module).line(3).run("k", results);
        assertThat(results).containsExactly(302, 502, 702);
    }

    @Test
    void returnsAValueFromWhereJavacSeesNoEnd() {
        Variable x = ir.variable("x", INT);
        Function clamp = ir.function(
                "clamp",
                "",
                List.of(x),
                INT,
                ir.when(ir.less(x, 0), ir.giveBack(0)),
                ir.when(ir.equal(ir.binary(BinaryOp.BIT_AND, 1, 1), 1), ir.giveBack(x)));
        KernelModule module = ir.module(
                List.of(clamp),
                ir.kernel(
                        "k",
                        "",
                        List.of(ir.buffer(out), ir.position(i)),
                        ir.store(out, i, ir.call(clamp, ir.subtract(i, 1)))));
        int[] results = new int[3];
        new JvmRun(module).line(3).run("k", results);
        assertThat(results).containsExactly(0, 0, 1);
    }

    @Test
    void namesTheClassAfterTheNestedClass() {
        Kernel kernel = ir.kernel("k", "", List.of());
        KernelModule nested =
                new KernelModule(ir.span().file(), "", "A$B", false, List.of(), List.of(), List.of(kernel));
        JvmSource source = JvmEmitter.emit(nested);
        assertThat(source.path()).isEqualTo("A_BKernelsJvm.java");
        assertThat(source.kernelMethod("k")).isEqualTo("k");
        assertThat(source.indexCheck("k")).isEmpty();
        new JvmRun(nested).run("k");
    }

    @Test
    void zeroesWhatIsDeclaredWithoutAValue() {
        Type.Struct struct = Ir.struct("S", "f", vector(FLOAT, 3), "m", new Type.Matrix(2), "h", new Type.Half());
        List<Stmt> body = new ArrayList<>();
        for (Type type : List.of(
                struct,
                vector(Type.Scalar.BOOLEAN, 4),
                LONG,
                Ir.BYTE,
                FLOAT,
                Ir.BOOLEAN,
                array(struct),
                array(Ir.BYTE),
                array(new Type.Half()),
                array(Ir.BOOLEAN))) {
            body.add(ir.declare(ir.variable("v", type)));
        }
        run(List.of(), body.toArray(new Stmt[0])).run("k");
    }
}
