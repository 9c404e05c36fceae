package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.dsl.DispatchThreadsPerThreadgroup;
import dev.smelt.dsl.SimdgroupIndexInThreadgroup;
import dev.smelt.dsl.ThreadIndexInSimdgroup;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;
import dev.smelt.dsl.ThreadgroupsPerGrid;
import dev.smelt.dsl.ThreadsPerGrid;
import dev.smelt.dsl.ThreadsPerSimdgroup;
import dev.smelt.dsl.ThreadsPerThreadgroup;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;

/** The annotations of kernel parameters that tell a thread's place. */
final class Positions {
    /** What each annotation stands for. */
    static final Map<Class<? extends Annotation>, Kind> KINDS = Map.of(
            ThreadPositionInGrid.class, Kind.THREAD_POSITION_IN_GRID,
            ThreadPositionInThreadgroup.class, Kind.THREAD_POSITION_IN_THREADGROUP,
            ThreadgroupPositionInGrid.class, Kind.THREADGROUP_POSITION_IN_GRID,
            ThreadsPerGrid.class, Kind.THREADS_PER_GRID,
            ThreadsPerThreadgroup.class, Kind.THREADS_PER_THREADGROUP,
            ThreadgroupsPerGrid.class, Kind.THREADGROUPS_PER_GRID,
            DispatchThreadsPerThreadgroup.class, Kind.DISPATCH_THREADS_PER_THREADGROUP,
            ThreadIndexInThreadgroup.class, Kind.THREAD_INDEX_IN_THREADGROUP);

    /** Those that the language has and this compiler does not yet. */
    static final List<Class<? extends Annotation>> NOT_YET = List.of(
            ThreadIndexInSimdgroup.class,
            SimdgroupIndexInThreadgroup.class,
            ThreadsPerSimdgroup.class,
            Threadgroup.class);

    private Positions() {}
}
