package dev.smelt.compiler.sema.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long and deep bodies, of trees made here, on a thread with a deep stack as the compiler's. */
@Timeout(20)
final class FlowScaleTest {
    private static final int MANY = 20_000;
    private static final Span SPAN = new Span(new SourceFile("Scale.java", "f{}"), 0, 1);

    private final AtomicInteger questions = new AtomicInteger();

    private static JavaExpr name(String identifier) {
        return new JavaExpr.Name(identifier, SPAN);
    }

    private static JavaExpr chain(JavaBinaryOp op, JavaExpr first, int terms) {
        JavaExpr chain = first;
        for (int i = 1; i < terms; i++) {
            chain = new JavaExpr.Binary(op, chain, name("c"), SPAN, SPAN);
        }
        return chain;
    }

    private static JavaStmt assign(String variable) {
        return new JavaStmt.Expression(
                new JavaExpr.Assign(
                        null, name(variable), new JavaExpr.Literal(JavaExpr.Literal.Kind.INT, "1", SPAN), SPAN, SPAN),
                SPAN);
    }

    private static JavaStmt local(String name, boolean isFinal) {
        return new JavaStmt.Local(
                new Modifiers(isFinal ? Set.of("final") : Set.of(), List.of()),
                List.of(new JavaStmt.Local.Declarator(new TypeRef("int", false, 0, SPAN), name, null, SPAN)),
                SPAN);
    }

    private static JavaStmt read(String name) {
        return new JavaStmt.Return(name(name), SPAN);
    }

    private List<String> codes(JavaStmt... statements) throws InterruptedException {
        Diagnostics diagnostics = new Diagnostics();
        ConstantConditions none = condition -> {
            questions.incrementAndGet();
            return Optional.empty();
        };
        JavaStmt.Block body = new JavaStmt.Block(List.of(statements), SPAN);
        Thread deep = new Thread(
                null, () -> FlowRules.check(List.of(), true, body, SPAN, none, diagnostics), "deep", 1L << 30);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        deep.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        deep.start();
        deep.join();
        assertThat(failure).hasNullValue();
        return diagnostics.sorted().stream().map(d -> d.code().id()).toList();
    }

    @Test
    void walksLongSums() throws InterruptedException {
        assertThat(codes(new JavaStmt.Return(chain(JavaBinaryOp.ADD, name("c"), MANY), SPAN)))
                .isEmpty();
    }

    @Test
    void asksOncePerTermOfALongCondition() throws InterruptedException {
        JavaExpr condition = chain(JavaBinaryOp.AND, name("c"), MANY);
        assertThat(codes(local("x", false), new JavaStmt.If(condition, assign("x"), null, SPAN), read("x")))
                .containsExactly("S0563");
        assertThat(questions).hasValueLessThanOrEqualTo(MANY);
    }

    @Test
    void walksLongElseIfChains() throws InterruptedException {
        JavaStmt chain = assign("x");
        for (int i = 0; i < MANY; i++) {
            chain = new JavaStmt.If(name("c"), assign("x"), chain, SPAN);
        }
        assertThat(codes(local("x", true), chain, read("x"))).isEmpty();
        assertThat(questions).hasValueLessThanOrEqualTo(MANY);
    }

    @Test
    void walksManyLocalsInBranches() throws InterruptedException {
        List<JavaStmt> statements = new ArrayList<>();
        for (int i = 0; i < MANY / 4; i++) {
            statements.add(local("x" + i, true));
            statements.add(new JavaStmt.If(name("c"), assign("x" + i), assign("x" + i), SPAN));
        }
        statements.add(read("x0"));
        assertThat(codes(statements.toArray(JavaStmt[]::new))).isEmpty();
    }

    @Test
    void walksDeepLoopsOnce() throws InterruptedException {
        JavaStmt loop = assign("x");
        for (int i = 0; i < 1_000; i++) {
            loop = new JavaStmt.While(name("c"), loop, SPAN);
        }
        assertThat(codes(local("x", true), loop, local("y", false), assign("y"), read("y")))
                .containsExactly("S0566");
    }
}
