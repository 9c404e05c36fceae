package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.KernelParameter.Kind;
import dev.smelt.dsl.DispatchThreadsPerThreadgroup;
import dev.smelt.dsl.SimdgroupIndexInThreadgroup;
import dev.smelt.dsl.ThreadIndexInSimdgroup;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.ThreadPositionInThreadgroup;
import dev.smelt.dsl.ThreadgroupPositionInGrid;
import dev.smelt.dsl.ThreadgroupsPerGrid;
import dev.smelt.dsl.ThreadsPerGrid;
import dev.smelt.dsl.ThreadsPerSimdgroup;
import dev.smelt.dsl.ThreadsPerThreadgroup;
import java.lang.annotation.Annotation;
import java.util.Map;

/** The annotations of kernel parameters that tell a thread's place. */
final class Positions {
    /** What each annotation stands for. */
    static final Map<Class<? extends Annotation>, Kind> KINDS = Map.ofEntries(
            Map.entry(ThreadPositionInGrid.class, Kind.THREAD_POSITION_IN_GRID),
            Map.entry(ThreadPositionInThreadgroup.class, Kind.THREAD_POSITION_IN_THREADGROUP),
            Map.entry(ThreadgroupPositionInGrid.class, Kind.THREADGROUP_POSITION_IN_GRID),
            Map.entry(ThreadsPerGrid.class, Kind.THREADS_PER_GRID),
            Map.entry(ThreadsPerThreadgroup.class, Kind.THREADS_PER_THREADGROUP),
            Map.entry(ThreadgroupsPerGrid.class, Kind.THREADGROUPS_PER_GRID),
            Map.entry(DispatchThreadsPerThreadgroup.class, Kind.DISPATCH_THREADS_PER_THREADGROUP),
            Map.entry(ThreadIndexInThreadgroup.class, Kind.THREAD_INDEX_IN_THREADGROUP),
            Map.entry(ThreadIndexInSimdgroup.class, Kind.THREAD_INDEX_IN_SIMDGROUP),
            Map.entry(SimdgroupIndexInThreadgroup.class, Kind.SIMDGROUP_INDEX_IN_THREADGROUP),
            Map.entry(ThreadsPerSimdgroup.class, Kind.THREADS_PER_SIMDGROUP));

    private Positions() {}
}
