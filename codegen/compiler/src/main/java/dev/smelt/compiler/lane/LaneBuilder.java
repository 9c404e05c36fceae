package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import dev.smelt.compiler.uniformity.Control;
import dev.smelt.compiler.uniformity.Level;
import dev.smelt.compiler.uniformity.Uniformity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Takes a kernel apart into a {@link LaneProgram}. */
public final class LaneBuilder {
    private LaneBuilder() {}

    /** Whether a kernel's threads share memory or do anything together, so that it cannot run one thread after the other. */
    public static boolean isNeeded(Kernel kernel, KernelModule module) {
        return !kernel.threadgroups().isEmpty() || Collectives.in(module).isIn(kernel.body());
    }

    /**
     * The lane program of a kernel of the module.
     *
     * @throws ProgramTooLargeException if functions that are inlined multiply beyond measure
     */
    public static LaneProgram build(Kernel kernel, KernelModule module) {
        FreshIds ids = FreshIds.in(module);
        return build(kernel, module, StripPreparation.ofNeeded(kernel, module, ids), ids);
    }

    /**
     * The same with each access to memory left in the lane that makes it, so that checks know the thread.
     *
     * @throws ProgramTooLargeException if functions that are inlined multiply beyond measure
     */
    public static LaneProgram buildLaneByLane(Kernel kernel, KernelModule module) {
        FreshIds ids = FreshIds.in(module);
        return build(kernel, module, Preparation.of(kernel, module, ids), ids);
    }

    /** The lane program of a kernel that needs none, where that is faster than one thread after the other. */
    public static Optional<LaneProgram> buildIfFaster(Kernel kernel, KernelModule module) {
        FreshIds ids = FreshIds.in(module);
        try {
            return StripPreparation.ofOther(kernel, module, ids)
                    .map(preparation -> build(kernel, module, preparation, ids));
        } catch (ProgramTooLargeException e) {
            return Optional.empty();
        }
    }

    private static LaneProgram build(Kernel kernel, KernelModule module, Preparation preparation, FreshIds ids) {
        Kernel prepared = preparation.kernel();
        Structure structure = Structure.of(prepared.body());
        Uniformity uniformity = Uniformity.of(prepared, module, structure.ofLanes(), preparation.unchanging());
        Control control = uniformity.controlIn(prepared.body(), Level.UNIFORM);
        OuterStatements outer =
                OuterStatements.of(prepared.body(), structure, uniformity, control, preparation.outside());

        Steps steps = new Steps();
        Exits exits = new Exits(ids, preparation.functionEnds());
        AdvanceBuilder advances = new AdvanceBuilder(ids, structure, uniformity, preparation.inStrips());
        Variable active = ids.variable("active", Type.Scalar.BOOLEAN);
        Stmt.Block built = new ControlBuilder(outer, ids, steps, exits, active, advances).build(prepared.body());

        Set<Variable> elsewhere = new HashSet<>(outer.shared());
        kernel.parameters().forEach(parameter -> elsewhere.add(parameter.variable()));
        module.constants().forEach(constant -> elsewhere.add(constant.variable()));
        Set<Variable> perLane = steps.perLane(elsewhere, exits.variable());
        RegionSplitter splitter = new RegionSplitter(ids, perLane);
        IdentityHashMap<Stmt, LaneStep> all = steps.finish(perLane, exits);
        Set<Variable> alike = alike(kernel, outer.shared());
        Fusion fusion = new Fusion(ids, all, perLane, alike);
        Stmt.Block fused = fusion.rewriteBlock(built);
        List<Stmt> regions = new ArrayList<>(steps.inOrder());
        regions.addAll(fusion.fused());
        for (Stmt placeholder : regions) {
            if (all.get(placeholder) instanceof LaneStep.Region region) {
                List<LaneStep.Region> parts = splitter.split(region).stream()
                        .map(part -> IndexWalk.in(part, prepared, alike, ids))
                        .toList();
                all.put(placeholder, parts.size() == 1 ? parts.get(0) : new LaneStep.Regions(parts));
            }
        }
        Set<Variable> shared = new HashSet<>(outer.shared());
        shared.addAll(fusion.bounds());
        for (Stmt placeholder : steps.advances()) {
            LaneStep.Advance advance = (LaneStep.Advance) Objects.requireNonNull(all.get(placeholder));
            Variable open = advance.open();
            if (open != null) {
                shared.add(open);
            }
            all.put(placeholder, AdvanceBuilder.divided(advance, splitter));
        }
        perLane.addAll(splitter.added());
        return new LaneProgram(prepared, fused, all, shared, perLane, exits.variable(), active);
    }

    /** What the control knows: what is shared, and parameters but for positions of each lane. */
    private static Set<Variable> alike(Kernel kernel, Set<Variable> shared) {
        Set<Variable> alike = new HashSet<>(shared);
        for (KernelParameter parameter : kernel.parameters()) {
            if (!(parameter instanceof KernelParameter.Position position) || Uniformity.isUniform(position.kind())) {
                alike.add(parameter.variable());
            }
        }
        return alike;
    }
}
