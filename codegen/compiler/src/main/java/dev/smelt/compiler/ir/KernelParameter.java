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

    /**
     * Memory that the threads of a threadgroup share; it isn't zeroed, and the caller doesn't pass it.
     *
     * @param length the number of elements, above 0
     */
    record Threadgroup(Variable variable, int length) implements KernelParameter {
        public Type element() {
            return ((Type.Array) variable.type()).element();
        }

        /** Its size in memory, in bytes. */
        public long bytes() {
            return (long) length * Layout.of(element()).size();
        }
    }

    /** A texture; it is read or written, never both. */
    record Texture(Variable variable, Access access) implements KernelParameter {}

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
        THREAD_INDEX_IN_THREADGROUP,
        THREAD_INDEX_IN_SIMDGROUP,
        SIMDGROUP_INDEX_IN_THREADGROUP,
        THREADS_PER_SIMDGROUP;

        /** Whether it is one number, so that only an {@code int} can hold it. */
        public boolean isIndex() {
            return compareTo(THREAD_INDEX_IN_THREADGROUP) >= 0;
        }
    }
}
