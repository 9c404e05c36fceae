package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Type;
import java.util.List;

/** What a caller must know of a user's function. */
record FunctionSummary(String id, List<Type> parameters, Type result, boolean pure) {}
