package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes statements. Precondition: {@link dev.smelt.compiler.pass.Passes#FOR_MSL} have run, so that every jump leaves or
 * continues the innermost statement that C++ lets it.
 */
final class StmtEmitter implements Stmt.Visitor<Void> {
    private final LineWriter out;
    private final Locals locals;
    private final ExprEmitter exprs;
    private final TypeSpelling types;
    private final SimpleStatements simple;
    private final JumpScopes jumps = new JumpScopes();

    StmtEmitter(LineWriter out, Locals locals, ExprEmitter exprs, TypeSpelling types) {
        this.out = out;
        this.locals = locals;
        this.exprs = exprs;
        this.types = types;
        this.simple = new SimpleStatements(locals, exprs, jumps);
    }

    /** The statements of a function's body, without braces. */
    void body(Stmt.Block block) {
        List<Stmt> statements = block.statements();
        for (int i = 0; i < statements.size(); i++) {
            Stmt stmt = statements.get(i);
            Stmt next = i + 1 < statements.size() ? statements.get(i + 1) : stmt;
            if (stmt instanceof Stmt.Declare declare && declare.value() == null && simple.isCallFor(declare, next)) {
                Variable result = declare.variable();
                String value = simple.callOf(next);
                out.statement(
                        next.span(), types.of(result.type()) + " " + locals.declare(result) + " = " + value + ";");
                i++;
            } else {
                emit(stmt);
            }
        }
    }

    private void emit(Stmt stmt) {
        stmt.accept(this);
    }

    private void scoped(Stmt.Block block) {
        out.indent();
        locals.inScope(() -> body(block));
    }

    /** A block's statements within braces that {@code header} opens; leaves the closing brace to the caller. */
    private void open(Span span, String header, Stmt.Block block) {
        out.line(span, header + " {");
        scoped(block);
    }

    /** {@code header statement;} on one line where Java has it so, else with braces. */
    private void controlled(Span span, String header, Stmt.Block block) {
        List<String> texts = onLine(span.line(), block);
        String line = header + " " + (texts.size() == 1 ? texts.get(0) : "{ " + String.join(" ", texts) + " }");
        if (!texts.isEmpty() && out.fits(line.length())) {
            out.line(span, line);
            return;
        }
        open(span, header, block);
        out.dedent().line("}");
    }

    /** The statements of a block if all are simple, and from one Java line; else nothing. */
    private List<String> onLine(int line, Stmt.Block block) {
        List<String> texts = new ArrayList<>();
        for (Stmt stmt : block.statements()) {
            List<String> simpleTexts = simple.texts(stmt);
            if (simpleTexts.isEmpty() || stmt.span().line() != line) {
                return List.of();
            }
            texts.addAll(simpleTexts);
        }
        return texts;
    }

    private Void simple(Stmt stmt) {
        simple.texts(stmt).forEach(text -> out.statement(stmt.span(), text));
        return null;
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        if (stmt.statements().stream()
                .noneMatch(inner -> inner instanceof Stmt.Declare || inner instanceof Stmt.DeclareArray)) {
            body(stmt);
            return null;
        }
        out.line("{");
        scoped(stmt);
        out.dedent().line("}");
        return null;
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        // The value is written first: it can't mean the variable that is being declared.
        Variable variable = stmt.variable();
        Expr value = stmt.value();
        if (variable.type() instanceof Type.Array array) {
            String pointer = types.pointer(array, locals.places().of(variable), locals.isWritten(variable));
            String from = value == null ? "nullptr" : exprs.value(value);
            String length = value == null
                    ? "0"
                    : locals.hasLength(variable) ? exprs.length(value).text() : "";
            out.statement(stmt.span(), pointer + " " + locals.declare(variable) + " = " + from + ";");
            if (locals.hasLength(variable)) {
                out.statement(stmt.span(), "int " + locals.length(variable) + " = " + length + ";");
            }
            return null;
        }
        String from = value == null ? zero(variable.type()) : exprs.value(value);
        out.statement(stmt.span(), types.of(variable.type()) + " " + locals.declare(variable) + " = " + from + ";");
        return null;
    }

    /** What a variable holds that Java assigns later: clang doesn't follow all that Java knows of assignments. */
    private static String zero(Type type) {
        if (type == Type.Scalar.BOOLEAN) {
            return "false";
        }
        return type == Type.Scalar.FLOAT ? "0.0f" : type instanceof Type.Scalar ? "0" : "{}";
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        if (stmt.value() instanceof Expr.Conditional choice && locals.hasLength(stmt.variable())) {
            // Two assignments that must agree on the condition, though the first may change what it reads.
            Stmt then = new Stmt.Assign(stmt.variable(), choice.then(), stmt.span());
            Stmt otherwise = new Stmt.Assign(stmt.variable(), choice.otherwise(), stmt.span());
            return visitIf(new Stmt.If(
                    choice.condition(),
                    new Stmt.Block(List.of(then), stmt.span()),
                    new Stmt.Block(List.of(otherwise), stmt.span()),
                    stmt.span()));
        }
        return simple(stmt);
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        return simple(stmt);
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        return simple(stmt);
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        return simple(stmt);
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        List<String> values = stmt.values().stream().map(exprs::value).toList();
        String name = locals.declareArray(stmt.variable(), stmt.length());
        String head = types.of(stmt.element()) + " " + name + "[" + stmt.length() + "] = ";
        String whole = head + "{" + String.join(", ", values) + "};";
        if (out.fits(whole.length())) {
            out.statement(stmt.span(), whole);
        } else {
            out.moveTo(stmt.span());
            out.list(head, values);
        }
        return null;
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        String header = "if (" + exprs.value(stmt.condition()) + ")";
        if (stmt.otherwise().statements().isEmpty()) {
            controlled(stmt.span(), header, stmt.then());
            return null;
        }
        open(stmt.span(), header, stmt.then());
        otherwise(stmt.otherwise());
        return null;
    }

    private void otherwise(Stmt.Block block) {
        if (block.statements().size() == 1 && block.statements().get(0) instanceof Stmt.If next) {
            out.dedent().line(next.span(), "} else if (" + exprs.value(next.condition()) + ") {");
            scoped(next.then());
            if (next.otherwise().statements().isEmpty()) {
                out.dedent().line("}");
            } else {
                otherwise(next.otherwise());
            }
            return;
        }
        out.dedent().line("} else {");
        scoped(block);
        out.dedent().line("}");
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        if (isForHeader(stmt.init())) {
            locals.inScope(() -> {
                String init = init(stmt.init());
                loop(stmt, init);
            });
            return null;
        }
        // C++ declares variables of one type in a loop's header.
        out.line("{").indent();
        locals.inScope(() -> {
            stmt.init().forEach(this::emit);
            loop(stmt, "");
        });
        out.dedent().line("}");
        return null;
    }

    private void loop(Stmt.For stmt, String init) {
        String condition = exprs.value(stmt.condition());
        if (init.isEmpty() && stmt.update().isEmpty()) {
            jumps.inLoop(stmt.label(), () -> controlled(stmt.span(), "while (" + condition + ")", stmt.body()));
            return;
        }
        List<String> updates = new ArrayList<>();
        for (Stmt.Assign update : stmt.update()) {
            simple.texts(update).forEach(text -> updates.add(text.substring(0, text.length() - 1)));
        }
        String update = updates.isEmpty() ? "" : " " + String.join(", ", updates);
        String header = "for (" + init + "; " + condition + ";" + update + ")";
        jumps.inLoop(stmt.label(), () -> controlled(stmt.span(), header, stmt.body()));
    }

    /** Whether {@code init} can stand in a loop's header: assignments only, or declarations of one scalar type. */
    private static boolean isForHeader(List<Stmt> init) {
        if (init.stream().allMatch(stmt -> stmt instanceof Stmt.Assign assign && !isArray(assign.variable()))) {
            return true;
        }
        return init.stream()
                .allMatch(stmt -> stmt instanceof Stmt.Declare declare
                        && declare.value() != null
                        && !isArray(declare.variable())
                        && declare.variable()
                                .type()
                                .equals(((Stmt.Declare) init.get(0)).variable().type()));
    }

    private static boolean isArray(Variable variable) {
        return variable.type() instanceof Type.Array;
    }

    private String init(List<Stmt> init) {
        List<String> texts = new ArrayList<>();
        for (Stmt stmt : init) {
            if (stmt instanceof Stmt.Declare declare && declare.value() != null) {
                String value = exprs.value(declare.value());
                String type = texts.isEmpty() ? types.of(declare.variable().type()) + " " : "";
                texts.add(type + locals.declare(declare.variable()) + " = " + value);
            } else {
                simple.texts(stmt).forEach(text -> texts.add(text.substring(0, text.length() - 1)));
            }
        }
        return String.join(", ", texts);
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        jumps.inLoop(stmt.label(), () -> open(stmt.span(), "do", stmt.body()));
        out.dedent().line(stmt.condition().span(), "} while (" + exprs.value(stmt.condition()) + ");");
        return null;
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        throw new AssertionError(stmt.span() + ": a labelled block is left");
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        out.line(stmt.span(), "switch (" + exprs.value(stmt.selector()) + ") {").indent();
        for (Stmt.Switch.Group group : stmt.groups()) {
            List<String> labels = new ArrayList<>();
            group.labels()
                    .forEach(label -> labels.add("case " + Literals.ofInt(label).text() + ":"));
            if (group.isDefault()) {
                labels.add("default:");
            }
            jumps.inSwitch(stmt.label(), () -> open(group.body().span(), String.join(" ", labels), group.body()));
            out.dedent().line("}");
        }
        out.dedent().line("}");
        return null;
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        return simple(stmt);
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        return simple(stmt);
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        return simple(stmt);
    }
}
