package dev.smelt.compiler.lane;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.pass.FreshIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a kernel ready to be taken apart: functions with collectives are inlined, and each parameter that the body
 * changes gets a local in its place, so that parameters are what they were given as.
 *
 * @param functionEnds the labels that jumps have which were {@code return} of a function
 * @param outside the labels of loops that are to be control
 * @param unchanging buffers whose elements the kernel never changes
 * @param inStrips whether lanes may do together what is best done so
 */
record Preparation(
        Kernel kernel, Set<Label> functionEnds, Set<Label> outside, Set<Variable> unchanging, boolean inStrips) {
    Preparation {
        functionEnds = Set.copyOf(functionEnds);
        outside = Set.copyOf(outside);
        unchanging = Set.copyOf(unchanging);
    }

    static Preparation of(Kernel kernel, KernelModule module, FreshIds ids) {
        Inliner inliner = new Inliner(module, ids);
        Stmt.Block inlined = inliner.rewriteBlock(kernel.body());
        Set<Variable> assigned = Mentions.in(inlined).assigned();
        Renaming renaming = new Renaming();
        List<Stmt> stmts = new ArrayList<>();
        for (KernelParameter parameter : kernel.parameters()) {
            Variable variable = parameter.variable();
            if (assigned.contains(variable)) {
                Variable local = ids.variable(variable.name(), variable.type());
                renaming.rename(variable, local);
                stmts.add(new Stmt.Declare(local, new Expr.Read(variable, kernel.span()), kernel.span()));
            }
        }
        stmts.addAll(renaming.rewriteBlock(inlined).statements());
        return new Preparation(
                kernel.withBody(new Stmt.Block(stmts, kernel.body().span())),
                inliner.ends(),
                Set.of(),
                Set.of(),
                false);
    }
}
