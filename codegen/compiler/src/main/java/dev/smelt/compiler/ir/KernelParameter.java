package dev.smelt.compiler.ir;

/** What a kernel is given. */
public sealed interface KernelParameter {
    /** The variable that holds it in the kernel's body. */
    Variable variable();

    /** Device memory. */
    record Buffer(Variable variable, Access access) implements KernelParameter {
        public Type element() {
            return ((Type.Array) variable.type()).element();
        }
    }

    /** A value that is the same for all threads. */
    record Uniform(Variable variable) implements KernelParameter {}

    /** Where the thread stands; the variable is an {@code int}, {@code Int2} or {@code Int3}. */
    record Position(Variable variable, Kind kind) implements KernelParameter {
        /** How many dimensions it has: 1, 2 or 3. */
        public int dimensions() {
            return variable.type() instanceof Type.Vector vector ? vector.size() : 1;
        }
    }

    /** What a kernel does with a buffer. */
    enum Access {
        READ,
        WRITE,
        READ_WRITE
    }

    /** Metal's kernel inputs that tell a thread's place. */
    enum Kind {
        THREAD_POSITION_IN_GRID,
        THREAD_POSITION_IN_THREADGROUP,
        THREADGROUP_POSITION_IN_GRID,
        THREADS_PER_GRID,
        THREADS_PER_THREADGROUP,
        THREADGROUPS_PER_GRID,
        DISPATCH_THREADS_PER_THREADGROUP,
        THREAD_INDEX_IN_THREADGROUP
    }
}
