package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.KernelParameter.Position;
import java.util.List;

/**
 * Tells whether the rows of a threadgroup may lie apart in the arrays over the lanes, as they do in memory, so that they are
 * loaded together. What lies between two of them then is computed like lanes, and never looked at.
 */
public final class RowsApart {
    private final LaneProgram program;

    private RowsApart(LaneProgram program) {
        this.program = program;
    }

    /**
     * Whether they may, and there are rows to be loaded. What is loaded at positions in a grid of one dimension goes by the width
     * of a row.
     */
    public static boolean mayBeIn(LaneProgram program) {
        RowsApart apart = new RowsApart(program);
        return program.kernel().positions().stream().noneMatch(LaneProgram::isAlongGrid)
                && !program.isMasked()
                && program.steps().values().stream().anyMatch(apart::loadsRows)
                && program.steps().values().stream().allMatch(apart::isPossibleWith);
    }

    private boolean loadsRows(LaneStep step) {
        return step instanceof LaneStep.Load load
                && !load.spread()
                && RowStrides.of(load.index(), program.kernel())
                        .filter(RowStrides::areOfRows)
                        .isPresent();
    }

    private boolean isPossibleWith(LaneStep step) {
        if (step instanceof LaneStep.Regions several) {
            return several.regions().stream().allMatch(this::isPossibleWith);
        } else if (step instanceof LaneStep.Region region) {
            List<Position> positions = program.positionsIn(region);
            return positions.isEmpty()
                    ? StraightCode.needsNoThread(region.body(), region.loaded())
                    // By the number of a lane alone it goes through all lanes, and takes that for the number of a
                    // thread.
                    : !positions.stream().allMatch(LaneProgram::isOfLane);
        }
        return !(step instanceof LaneStep.Simd || step instanceof LaneStep.Advance);
    }
}
