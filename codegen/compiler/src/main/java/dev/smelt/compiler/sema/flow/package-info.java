/**
 * What Java says about the flow through one method, found on the tree before types are known: labels and jumps,
 * reachability (JLS 14.22), definite assignment (JLS 16), variables declared twice. One class a rule; {@link
 * dev.smelt.compiler.sema.flow.FlowRules} runs them all. No rule stops at a mistake, none repeats what another said,
 * and behind Java that kernels don't have (which is reported elsewhere) every rule assumes the best.
 */
@NullMarked
package dev.smelt.compiler.sema.flow;

import org.jspecify.annotations.NullMarked;
