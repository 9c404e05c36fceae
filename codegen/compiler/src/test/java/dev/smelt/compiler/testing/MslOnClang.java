package dev.smelt.compiler.testing;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.junit.jupiter.api.Assumptions;

/**
 * Compiles MSL with the compiler of the software Metal, which is clang with a {@code metal_stdlib} of our own, and runs
 * its kernels. Any warning fails. So does, when a kernel runs, what C++ leaves undefined (overflow of signed numbers, too
 * far a shift, a division by zero, a float that doesn't fit), what lies outside of its arrays, and a barrier to which not
 * all threads come.
 */
public final class MslOnClang implements AutoCloseable {
    private static final int THREADGROUP = 32;

    private final Pointer program;

    private MslOnClang(Pointer program) {
        this.program = program;
    }

    /** Compiles the text; an error or a warning is an {@link AssertionError} with the compiler's message and the text. */
    public static MslOnClang compile(String msl) {
        Assumptions.assumeFalse(
                System.getProperty("os.name").startsWith("Mac"),
                "the software Metal is for Linux; on a Mac, tests of the examples run what Apple's compiler makes");
        PointerByReference log = new PointerByReference();
        Pointer program = SoftwareMsl.INSTANCE.msl_compile(SoftwareMsl.chars(msl), new SoftwareMsl.Options(), log);
        String messages = SoftwareMsl.take(log);
        if (program == null || !messages.isEmpty()) {
            throw new AssertionError(messages + "\n" + msl);
        }
        return new MslOnClang(program);
    }

    /** Runs a kernel on a grid of one dimension. */
    public void run(String kernel, int width, NativeBuffer... buffers) {
        run(kernel, width, 1, 1, buffers);
    }

    /** Runs a kernel for each position of a grid; the buffers are those of its slots, in order. */
    public void run(String kernel, int width, int height, int depth, NativeBuffer... buffers) {
        run(kernel, new int[] {width, height, depth}, Math.min(width, THREADGROUP), buffers);
    }

    /** Runs a kernel for one threadgroup, whose threads wait for each other at barriers. */
    public void runGroup(String kernel, int threads, NativeBuffer... buffers) {
        run(kernel, new int[] {threads, 1, 1}, threads, buffers);
    }

    private void run(String kernel, int[] grid, int threadgroup, NativeBuffer... buffers) {
        if (grid[0] == 0 || grid[1] == 0 || grid[2] == 0) {
            return;
        }
        SoftwareMsl.Dispatch dispatch = new SoftwareMsl.Dispatch();
        dispatch.function = SoftwareMsl.INSTANCE.msl_function_named(program, SoftwareMsl.chars(kernel));
        if (dispatch.function == null) {
            throw new AssertionError("the program has no kernel " + kernel);
        }
        for (int i = 0; i < buffers.length; i++) {
            dispatch.buffers[i].contents = buffers[i].memory();
            dispatch.buffers[i].length = buffers[i].memory().size();
        }
        int groups = (grid[0] + threadgroup - 1) / threadgroup;
        dispatch.threadsPerGrid = grid;
        dispatch.threadsPerThreadgroup = new int[] {threadgroup, 1, 1};
        dispatch.threadgroupsPerGrid = new int[] {groups, grid[1], grid[2]};
        dispatch.setAutoSynch(false);
        dispatch.write();
        for (int z = 0; z < grid[2]; z++) {
            for (int y = 0; y < grid[1]; y++) {
                for (int x = 0; x < groups; x++) {
                    PointerByReference fault = new PointerByReference();
                    if (SoftwareMsl.INSTANCE.msl_run_threadgroup(dispatch, x, y, z, fault) != 0) {
                        throw new AssertionError(SoftwareMsl.take(fault));
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        SoftwareMsl.INSTANCE.msl_release(program);
    }
}
