package dev.smelt.compiler.ir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Prints the intermediate representation as text like Java's, for tests and for whoever looks for a mistake. Every
 * operator is in parentheses; {@code +!} is an exact sum. A variable or label whose name another one in the same body
 * has too is printed with its id: {@code i%7}.
 */
public final class IrPrinter implements Expr.Visitor<String>, Stmt.Visitor<Void> {
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> owners = new HashMap<>();
    private int indentation;

    private IrPrinter() {}

    /** A whole module: functions, then kernels. */
    public static String print(KernelModule module) {
        StringBuilder text = new StringBuilder("module " + module.binaryName() + "\n");
        module.constants().forEach(constant -> text.append('\n').append(print(constant)));
        module.functions().forEach(function -> text.append('\n').append(print(function)));
        module.kernels().forEach(kernel -> text.append('\n').append(print(kernel)));
        return text.toString();
    }

    public static String print(ConstantArray constant) {
        IrPrinter printer = new IrPrinter();
        return printer.line("constant " + printer.array(constant.variable(), constant.values()) + ";")
                .out
                .toString();
    }

    public static String print(Function function) {
        IrPrinter printer = new IrPrinter();
        String parameters = function.parameters().stream()
                .map(variable -> printer.name(variable) + ": " + variable.type().javaName())
                .collect(Collectors.joining(", "));
        printer.line((function.pure() ? "pure " : "") + function.result().javaName() + " " + function.id() + "("
                + parameters + ") {");
        return printer.body(function.body());
    }

    public static String print(Kernel kernel) {
        IrPrinter printer = new IrPrinter();
        String parameters = kernel.parameters().stream().map(printer::parameter).collect(Collectors.joining(", "));
        printer.line("kernel " + kernel.math() + " " + kernel.name() + "(" + parameters + ") {");
        return printer.body(kernel.body());
    }

    public static String print(Expr expr) {
        return expr.accept(new IrPrinter());
    }

    public static String print(Stmt stmt) {
        IrPrinter printer = new IrPrinter();
        stmt.accept(printer);
        return printer.out.toString();
    }

    private String body(Stmt.Block body) {
        inner(body);
        return line("}").out.toString();
    }

    private IrPrinter line(String text) {
        out.append("    ".repeat(indentation)).append(text).append('\n');
        return this;
    }

    private void inner(Stmt.Block block) {
        indentation++;
        block.statements().forEach(stmt -> stmt.accept(this));
        indentation--;
    }

    private String parameter(KernelParameter parameter) {
        String variable =
                name(parameter.variable()) + ": " + parameter.variable().type().javaName();
        if (parameter instanceof KernelParameter.Buffer buffer) {
            return "buffer " + variable + " " + buffer.access();
        }
        if (parameter instanceof KernelParameter.Threadgroup memory) {
            return "threadgroup " + variable + " " + memory.length();
        }
        if (parameter instanceof KernelParameter.Texture texture) {
            return "texture " + variable + " " + texture.access();
        }
        return parameter instanceof KernelParameter.Position position
                ? "position " + variable + " " + position.kind()
                : "uniform " + variable;
    }

    private String name(Variable variable) {
        return owned(variable.name(), variable.id());
    }

    private String label(Label label) {
        return owned(label.name().isEmpty() ? "label" : label.name(), label.id());
    }

    private String owned(String name, int id) {
        owners.putIfAbsent(name, id);
        return Objects.equals(owners.get(name), id) ? name : name + "%" + id;
    }

    private String text(Expr expr) {
        return expr.accept(this);
    }

    private String list(List<Expr> exprs) {
        return exprs.stream().map(this::text).collect(Collectors.joining(", "));
    }

    @Override
    public String visitConstant(Expr.Constant expr) {
        return switch (expr.type()) {
            case BYTE, SHORT -> "(" + expr.type().javaName() + ") " + expr.value();
            case LONG -> expr.value() + "L";
            case FLOAT -> expr.value() + "f";
            case BOOLEAN, INT -> expr.value().toString();
        };
    }

    @Override
    public String visitRead(Expr.Read expr) {
        return name(expr.variable());
    }

    @Override
    public String visitUnary(Expr.Unary expr) {
        return expr.op().symbol() + text(expr.operand());
    }

    @Override
    public String visitBinary(Expr.Binary expr) {
        return "(" + text(expr.left()) + " " + expr.op().symbol() + (expr.exact() ? "! " : " ") + text(expr.right())
                + ")";
    }

    @Override
    public String visitLogical(Expr.Logical expr) {
        return "(" + text(expr.left()) + (expr.and() ? " && " : " || ") + text(expr.right()) + ")";
    }

    @Override
    public String visitConditional(Expr.Conditional expr) {
        return "(" + text(expr.condition()) + " ? " + text(expr.then()) + " : " + text(expr.otherwise()) + ")";
    }

    @Override
    public String visitConvert(Expr.Convert expr) {
        return "(" + expr.type().javaName() + ") " + text(expr.operand());
    }

    @Override
    public String visitBuiltinCall(Expr.BuiltinCall expr) {
        return expr.builtin() + "(" + list(expr.arguments()) + ")";
    }

    @Override
    public String visitCall(Expr.Call expr) {
        return expr.function() + "(" + list(expr.arguments()) + ")";
    }

    @Override
    public String visitLoad(Expr.Load expr) {
        return text(expr.array()) + "[" + text(expr.index()) + "]";
    }

    @Override
    public String visitLength(Expr.Length expr) {
        return text(expr.array()) + ".length";
    }

    @Override
    public String visitField(Expr.Field expr) {
        boolean known = expr.struct().type() instanceof Type.Struct struct
                && expr.index() < struct.fields().size();
        String field = known ? expr.field().name() : "#" + expr.index();
        return text(expr.struct()) + "." + field;
    }

    @Override
    public String visitNewStruct(Expr.NewStruct expr) {
        return "new " + expr.type().javaName() + "(" + list(expr.components()) + ")";
    }

    private Void print(String text) {
        line(text);
        return null;
    }

    @Override
    public Void visitBlock(Stmt.Block stmt) {
        line("{");
        inner(stmt);
        return print("}");
    }

    @Override
    public Void visitDeclare(Stmt.Declare stmt) {
        return print(simple(stmt) + ";");
    }

    private String array(Variable variable, List<Expr> values) {
        return variable.type().javaName() + " " + name(variable) + " = {" + list(values) + "}";
    }

    @Override
    public Void visitDeclareArray(Stmt.DeclareArray stmt) {
        String element = stmt.element().javaName();
        return print(
                stmt.values().isEmpty()
                        ? stmt.variable().type().javaName() + " " + name(stmt.variable()) + " = new " + element + "["
                                + stmt.length() + "];"
                        : array(stmt.variable(), stmt.values()) + ";");
    }

    @Override
    public Void visitAssign(Stmt.Assign stmt) {
        return print(simple(stmt) + ";");
    }

    /** A statement as it stands in the head of a loop. */
    private String simple(Stmt stmt) {
        if (stmt instanceof Stmt.Declare declare) {
            Expr value = declare.value();
            String variable = declare.variable().type().javaName() + " " + name(declare.variable());
            return value == null ? variable : variable + " = " + text(value);
        }
        if (stmt instanceof Stmt.Assign assign) {
            return name(assign.variable()) + " = " + text(assign.value());
        }
        return "<" + stmt.getClass().getSimpleName() + ">";
    }

    @Override
    public Void visitStore(Stmt.Store stmt) {
        return print(text(stmt.array()) + "[" + text(stmt.index()) + "] = " + text(stmt.value()) + ";");
    }

    @Override
    public Void visitInvoke(Stmt.Invoke stmt) {
        Variable result = stmt.result();
        String into = result == null ? "" : name(result) + " = ";
        return print(into + stmt.function() + "(" + list(stmt.arguments()) + ");");
    }

    @Override
    public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
        Variable result = stmt.result();
        String into = result == null ? "" : name(result) + " = ";
        return print(into + stmt.builtin() + "(" + list(stmt.arguments()) + ");");
    }

    @Override
    public Void visitIf(Stmt.If stmt) {
        line("if (" + text(stmt.condition()) + ") {");
        inner(stmt.then());
        if (!stmt.otherwise().statements().isEmpty()) {
            line("} else {");
            inner(stmt.otherwise());
        }
        return print("}");
    }

    @Override
    public Void visitFor(Stmt.For stmt) {
        String init = stmt.init().stream().map(this::simple).collect(Collectors.joining(", "));
        String update = stmt.update().stream().map(this::simple).collect(Collectors.joining(", "));
        line(label(stmt.label()) + ": for (" + init + "; " + text(stmt.condition()) + "; " + update + ") {");
        inner(stmt.body());
        return print("}");
    }

    @Override
    public Void visitDoWhile(Stmt.DoWhile stmt) {
        line(label(stmt.label()) + ": do {");
        inner(stmt.body());
        return print("} while (" + text(stmt.condition()) + ");");
    }

    @Override
    public Void visitLabeled(Stmt.Labeled stmt) {
        line(label(stmt.label()) + ": {");
        inner(stmt.body());
        return print("}");
    }

    @Override
    public Void visitSwitch(Stmt.Switch stmt) {
        line(label(stmt.label()) + ": switch (" + text(stmt.selector()) + ") {");
        indentation++;
        for (Stmt.Switch.Group group : stmt.groups()) {
            String labels = group.labels().stream().map(l -> "case " + l + ": ").collect(Collectors.joining());
            line(labels + (group.isDefault() ? "default: {" : "{"));
            inner(group.body());
            line("}");
        }
        indentation--;
        return print("}");
    }

    @Override
    public Void visitBreak(Stmt.Break stmt) {
        return print("break " + label(stmt.label()) + ";");
    }

    @Override
    public Void visitContinue(Stmt.Continue stmt) {
        return print("continue " + label(stmt.label()) + ";");
    }

    @Override
    public Void visitReturn(Stmt.Return stmt) {
        Expr value = stmt.value();
        return print(value == null ? "return;" : "return " + text(value) + ";");
    }
}
