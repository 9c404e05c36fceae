package dev.smelt.compiler.sema.flow;

import dev.smelt.compiler.ast.JavaExpr;
import java.util.Optional;

/** Tells constant expressions from others; reachability and definite assignment depend on the difference. */
public interface ConstantConditions {
    /**
     * The value of a constant expression of type {@code boolean} (JLS 15.29); empty for every other expression, also
     * for one whose value is plain to see. It is never asked about {@code && || !} and {@code ?:}, whose values follow
     * from those of their operands.
     */
    Optional<Boolean> valueOf(JavaExpr condition);
}
