package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.ast.TypeRef;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes syntax trees as text, fully bracketed: {@code (+ a (* b c))}. */
final class AstDump implements JavaExpr.Visitor<String>, JavaStmt.Visitor<String> {
    private final boolean namesUnsupported;

    private AstDump(boolean namesUnsupported) {
        this.namesUnsupported = namesUnsupported;
    }

    static String dump(JavaExpr expr) {
        return expr.accept(new AstDump(true));
    }

    static String dump(JavaStmt stmt) {
        return stmt.accept(new AstDump(true));
    }

    /** With one {@code ?} for whatever kernels don't have. */
    static String dumpSupported(JavaStmt stmt) {
        return stmt.accept(new AstDump(false));
    }

    static String dumpSupported(JavaExpr expr) {
        return expr.accept(new AstDump(false));
    }

    /** The declarations of a type, with the extents of bodies and values. */
    static String dump(TypeDecl type) {
        StringBuilder out = new StringBuilder();
        out.append('(').append(type.kind()).append(' ').append(type.name()).append(type.generic() ? "<>" : "");
        type.components().forEach(parameter -> out.append(' ').append(parameter(parameter)));
        for (FieldDecl field : type.fields()) {
            out.append("\n (field ").append(type(field.type())).append(' ').append(field.name());
            out.append(field.modifiers().has("static") ? " static" : "");
            out.append(field.modifiers().has("final") ? " final" : "");
            if (field.initializer() != null) {
                out.append(" = ").append(field.initializer().start()).append('-');
                out.append(field.initializer().end());
            }
            out.append(')');
        }
        for (MethodDecl method : type.methods()) {
            out.append("\n (method ").append(method.generic() ? "<>" : "");
            out.append(type(method.returnType())).append(' ').append(method.name());
            out.append(method.modifiers().has("static") ? " static" : "");
            method.parameters().forEach(parameter -> out.append(' ').append(parameter(parameter)));
            if (method.body() != null) {
                out.append(' ')
                        .append(method.body().start())
                        .append('-')
                        .append(method.body().end());
            }
            out.append(' ').append(method.modifiers().annotations().size()).append(')');
        }
        type.types().forEach(nested -> out.append('\n').append(dump(nested)));
        return out.append(')').toString();
    }

    private static String parameter(Parameter parameter) {
        return type(parameter.type()) + " " + parameter.name();
    }

    static String type(TypeRef type) {
        return type.name() + (type.generic() ? "<>" : "") + "[]".repeat(type.dimensions());
    }

    private String text(@Nullable JavaExpr expr) {
        return expr == null ? "_" : expr.accept(this);
    }

    private String text(@Nullable JavaStmt stmt) {
        return stmt == null ? "_" : stmt.accept(this);
    }

    private String texts(List<JavaExpr> exprs) {
        return exprs.stream().map(expr -> " " + expr.accept(this)).collect(Collectors.joining());
    }

    private String all(List<? extends JavaStmt> stmts) {
        return stmts.stream().map(stmt -> " " + stmt.accept(this)).collect(Collectors.joining());
    }

    private String unsupported(String construct) {
        return namesUnsupported ? "[" + construct + "]" : "?";
    }

    @Override
    public String visitLiteral(JavaExpr.Literal expr) {
        return switch (expr.kind()) {
            case STRING, TEXT_BLOCK -> namesUnsupported ? expr.kind() + " " + expr.text() : "STR";
            case CHAR -> namesUnsupported ? expr.text() : "CHR";
            default -> expr.text();
        };
    }

    @Override
    public String visitName(JavaExpr.Name expr) {
        return expr.identifier();
    }

    @Override
    public String visitSelect(JavaExpr.Select expr) {
        return "(. " + text(expr.target()) + " " + expr.name() + ")";
    }

    @Override
    public String visitCall(JavaExpr.Call expr) {
        String target = expr.target() == null ? "" : text(expr.target()) + " ";
        return "(call " + target + expr.name() + texts(expr.arguments()) + ")";
    }

    @Override
    public String visitIndex(JavaExpr.Index expr) {
        return "(at " + text(expr.array()) + " " + text(expr.index()) + ")";
    }

    @Override
    public String visitNew(JavaExpr.New expr) {
        return "(new " + type(expr.type()) + texts(expr.arguments()) + ")";
    }

    @Override
    public String visitNewArray(JavaExpr.NewArray expr) {
        return "(new " + type(expr.type()) + texts(expr.lengths())
                + (expr.initializer() == null ? "" : " " + text(expr.initializer())) + ")";
    }

    @Override
    public String visitArrayInit(JavaExpr.ArrayInit expr) {
        return "{" + texts(expr.elements()) + " }";
    }

    @Override
    public String visitUnary(JavaExpr.Unary expr) {
        return "(" + expr.op().symbol() + " " + text(expr.operand()) + ")";
    }

    @Override
    public String visitIncrement(JavaExpr.Increment expr) {
        String op = expr.up() ? "++" : "--";
        return expr.prefix() ? "(" + op + " " + text(expr.target()) + ")" : "(" + text(expr.target()) + " " + op + ")";
    }

    @Override
    public String visitBinary(JavaExpr.Binary expr) {
        return binary(expr.op().symbol(), text(expr.left()), text(expr.right()));
    }

    /** As javac does while it parses, string literals that are added up are taken for one. */
    static String binary(String symbol, String left, String right) {
        boolean endsInString = left.equals("STR") || (left.startsWith("(+ ") && left.endsWith(" STR)"));
        boolean foldable = symbol.equals("+") && right.equals("STR") && endsInString;
        return foldable ? left : "(" + symbol + " " + left + " " + right + ")";
    }

    @Override
    public String visitAssign(JavaExpr.Assign expr) {
        String op = expr.op() == null ? "=" : expr.op().symbol() + "=";
        return "(" + op + " " + text(expr.target()) + " " + text(expr.value()) + ")";
    }

    @Override
    public String visitConditional(JavaExpr.Conditional expr) {
        return "(? " + text(expr.condition()) + " " + text(expr.then()) + " " + text(expr.otherwise()) + ")";
    }

    @Override
    public String visitCast(JavaExpr.Cast expr) {
        return "(cast " + type(expr.type()) + " " + text(expr.operand()) + ")";
    }

    @Override
    public String visitSwitch(JavaExpr.Switch expr) {
        return "(value-switch " + text(expr.selector()) + cases(expr.cases()) + ")";
    }

    @Override
    public String visitUnsupported(JavaExpr.Unsupported expr) {
        return unsupported(expr.construct());
    }

    @Override
    public String visitBlock(JavaStmt.Block stmt) {
        return "{" + all(stmt.statements()) + " }";
    }

    @Override
    public String visitLocal(JavaStmt.Local stmt) {
        String modifiers = stmt.modifiers().has("final") ? "final " : "";
        return stmt.declarators().stream()
                .map(d -> "(var " + modifiers + type(d.type()) + " " + d.name() + " " + text(d.initializer()) + ")")
                .collect(Collectors.joining(" "));
    }

    @Override
    public String visitExpression(JavaStmt.Expression stmt) {
        return "(do " + text(stmt.expr()) + ")";
    }

    @Override
    public String visitIf(JavaStmt.If stmt) {
        return "(if " + text(stmt.condition()) + " " + text(stmt.then()) + " " + text(stmt.otherwise()) + ")";
    }

    @Override
    public String visitWhile(JavaStmt.While stmt) {
        return "(while " + text(stmt.condition()) + " " + text(stmt.body()) + ")";
    }

    @Override
    public String visitDoWhile(JavaStmt.DoWhile stmt) {
        return "(do-while " + text(stmt.body()) + " " + text(stmt.condition()) + ")";
    }

    @Override
    public String visitFor(JavaStmt.For stmt) {
        return "(for (" + all(stmt.init()) + " ) " + text(stmt.condition()) + " (" + texts(stmt.update()) + " ) "
                + text(stmt.body()) + ")";
    }

    @Override
    public String visitForEach(JavaStmt.ForEach stmt) {
        return "(for-each " + type(stmt.type()) + " " + stmt.name() + " " + text(stmt.array()) + " " + text(stmt.body())
                + ")";
    }

    @Override
    public String visitSwitch(JavaStmt.Switch stmt) {
        return "(switch " + text(stmt.selector()) + cases(stmt.cases()) + ")";
    }

    private String cases(List<SwitchCase> cases) {
        return cases.stream()
                .map(c -> " (case" + texts(c.labels()) + (c.isDefault() ? " default" : "") + (c.arrow() ? " ->" : " :")
                        + all(c.body()) + ")")
                .collect(Collectors.joining());
    }

    @Override
    public String visitLabeled(JavaStmt.Labeled stmt) {
        return "(label " + stmt.label() + " " + text(stmt.body()) + ")";
    }

    @Override
    public String visitReturn(JavaStmt.Return stmt) {
        return "(return " + text(stmt.value()) + ")";
    }

    @Override
    public String visitBreak(JavaStmt.Break stmt) {
        return "(break " + stmt.label() + ")";
    }

    @Override
    public String visitContinue(JavaStmt.Continue stmt) {
        return "(continue " + stmt.label() + ")";
    }

    @Override
    public String visitYield(JavaStmt.Yield stmt) {
        return "(yield " + text(stmt.value()) + ")";
    }

    @Override
    public String visitEmpty(JavaStmt.Empty stmt) {
        return "(;)";
    }

    @Override
    public String visitAssert(JavaStmt.Assert stmt) {
        return "(assert " + text(stmt.condition()) + ")";
    }

    @Override
    public String visitUnsupported(JavaStmt.Unsupported stmt) {
        return unsupported(stmt.construct());
    }
}
