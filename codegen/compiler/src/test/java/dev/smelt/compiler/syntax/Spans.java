package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.JavaExpr;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of all expressions below a node that their own text, parsed alone, gives the same tree. */
final class Spans {
    private Spans() {}

    static void check(Object node) {
        if (node instanceof JavaExpr expr) {
            assertThat(AstDump.dump(Sources.expr(expr.span().text()))).isEqualTo(AstDump.dump(expr));
        }
        if (node instanceof List<?> list) {
            list.forEach(Spans::check);
        } else if (node instanceof Record) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                Object value = value(node, component);
                if (value instanceof List<?>
                        || (value != null && value.getClass().getName().contains(".ast."))) {
                    check(value);
                }
            }
        }
    }

    private static @Nullable Object value(Object node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
