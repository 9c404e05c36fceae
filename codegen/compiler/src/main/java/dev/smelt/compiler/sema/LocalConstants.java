package dev.smelt.compiler.sema;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaWalker;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.ir.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Finds the locals of a whole body before it is lowered, with the values of those that are constant variables (JLS
 * 4.12.4). The rules of flow need them to tell {@code while (DEBUG)} from {@code while (debug)}.
 *
 * <p>A name that is declared in several blocks counts as no constant, since here it has no block.
 */
final class LocalConstants extends JavaWalker {
    private final Scope scope = Scope.empty();
    private final Constants.Evaluator evaluator;

    private LocalConstants(MethodContext context) {
        this.evaluator = context.module.constants().in(context.place, scope);
    }

    /** What evaluates the conditions of a body. */
    static Constants.Evaluator in(List<Parameter> parameters, JavaStmt.Block body, MethodContext context) {
        LocalConstants locals = new LocalConstants(context);
        parameters.forEach(parameter -> locals.declare(parameter.name(), Optional.empty()));
        locals.walk(body);
        return context.module.constants().in(context.place, locals.scope);
    }

    private void declare(String name, Optional<Object> value) {
        Optional<Object> known = scope.find(name).isPresent() ? Optional.empty() : value;
        scope.declare(name, new Scope.Local(new Variable(-1, name, Types.ERRONEOUS), known, false));
    }

    private Optional<Object> constant(Modifiers modifiers, TypeRef type, JavaExpr initializer) {
        boolean mayBe = modifiers.has("final") && type.dimensions() == 0;
        return mayBe
                ? evaluator
                        .valueOf(initializer)
                        .flatMap(value ->
                                type.name().equals("var") ? Optional.of(value) : ConstantMath.cast(value, type.name()))
                : Optional.empty();
    }

    @Override
    public Void visitLocal(JavaStmt.Local stmt) {
        for (JavaStmt.Local.Declarator declarator : stmt.declarators()) {
            JavaExpr initializer = declarator.initializer();
            declare(
                    declarator.name(),
                    initializer == null
                            ? Optional.empty()
                            : constant(stmt.modifiers(), declarator.type(), initializer));
        }
        return super.visitLocal(stmt);
    }

    @Override
    public Void visitForEach(JavaStmt.ForEach stmt) {
        declare(stmt.name(), Optional.empty());
        return super.visitForEach(stmt);
    }
}
