/**
 * Takes kernels apart whose threads work together: into control that runs once for all threads of a threadgroup, and
 * regions that run for each of its lanes. {@link dev.smelt.compiler.lane.LaneBuilder} is the way in, {@link
 * dev.smelt.compiler.lane.LaneProgram} what comes out.
 */
@NullMarked
package dev.smelt.compiler.lane;

import org.jspecify.annotations.NullMarked;
