package dev.smelt.runtime.backend;

import dev.smelt.runtime.Grid;
import dev.smelt.runtime.spi.KernelDescriptor;

/** Which kernel runs, and over what: what a failure is told by. */
public record CallSite(KernelDescriptor kernel, Grid grid) {}
