package dev.smelt.compiler.sema.flow;

import com.sun.source.tree.*;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.smelt.compiler.ast.JavaBinaryOp;
import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.JavaUnaryOp;
import dev.smelt.compiler.ast.Modifiers;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.ast.TypeRef;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a method with javac's parser, and gives it as the compiler's own syntax tree. */
final class JavacTree {
    private static final Map<Tree.Kind, JavaBinaryOp> BINARY = new EnumMap<>(Tree.Kind.class);
    private static final Map<Tree.Kind, JavaBinaryOp> COMPOUND = new EnumMap<>(Tree.Kind.class);

    static {
        BINARY.put(Tree.Kind.MULTIPLY, JavaBinaryOp.MULTIPLY);
        BINARY.put(Tree.Kind.DIVIDE, JavaBinaryOp.DIVIDE);
        BINARY.put(Tree.Kind.REMAINDER, JavaBinaryOp.REMAINDER);
        BINARY.put(Tree.Kind.PLUS, JavaBinaryOp.ADD);
        BINARY.put(Tree.Kind.MINUS, JavaBinaryOp.SUBTRACT);
        BINARY.put(Tree.Kind.LESS_THAN, JavaBinaryOp.LESS);
        BINARY.put(Tree.Kind.LESS_THAN_EQUAL, JavaBinaryOp.LESS_OR_EQUAL);
        BINARY.put(Tree.Kind.GREATER_THAN, JavaBinaryOp.GREATER);
        BINARY.put(Tree.Kind.GREATER_THAN_EQUAL, JavaBinaryOp.GREATER_OR_EQUAL);
        BINARY.put(Tree.Kind.EQUAL_TO, JavaBinaryOp.EQUAL);
        BINARY.put(Tree.Kind.NOT_EQUAL_TO, JavaBinaryOp.NOT_EQUAL);
        BINARY.put(Tree.Kind.AND, JavaBinaryOp.BIT_AND);
        BINARY.put(Tree.Kind.XOR, JavaBinaryOp.BIT_XOR);
        BINARY.put(Tree.Kind.OR, JavaBinaryOp.BIT_OR);
        BINARY.put(Tree.Kind.CONDITIONAL_AND, JavaBinaryOp.AND);
        BINARY.put(Tree.Kind.CONDITIONAL_OR, JavaBinaryOp.OR);
        COMPOUND.put(Tree.Kind.PLUS_ASSIGNMENT, JavaBinaryOp.ADD);
        COMPOUND.put(Tree.Kind.MINUS_ASSIGNMENT, JavaBinaryOp.SUBTRACT);
        COMPOUND.put(Tree.Kind.AND_ASSIGNMENT, JavaBinaryOp.BIT_AND);
        COMPOUND.put(Tree.Kind.OR_ASSIGNMENT, JavaBinaryOp.BIT_OR);
    }

    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private JavacTree(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.unit = unit;
        this.positions = positions;
    }

    /** A method as the rules want it. */
    record Method(List<Parameter> parameters, boolean returnsValue, JavaStmt.Block body, Span name) {}

    /** The method {@code f} of the one class in a file. */
    static Method method(SourceFile file) {
        JavacTask task = Javac.task(List.of(file), diagnostic -> {});
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            JavacTree reader = new JavacTree(file, unit, Trees.instance(task).getSourcePositions());
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getName().contentEquals("f")) {
                    return reader.method(method);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no method f in " + file.text());
    }

    private Method method(MethodTree method) {
        List<Parameter> parameters = new ArrayList<>();
        for (VariableTree p : method.getParameters()) {
            parameters.add(new Parameter(
                    modifiers(p.getModifiers()),
                    type(p.getType(), p),
                    p.getName().toString(),
                    false,
                    nameSpan(p, p.getType()),
                    span(p)));
        }
        Span header = span(method);
        int name = file.text().indexOf(" f(", header.start()) + 1;
        return new Method(
                parameters,
                !method.getReturnType().toString().equals("void"),
                block(method.getBody()),
                new Span(file, name, name + 1));
    }

    private Span span(Tree tree) {
        int start = Math.toIntExact(positions.getStartPosition(unit, tree));
        int end = Math.toIntExact(positions.getEndPosition(unit, tree));
        return new Span(file, start, Math.max(start, end));
    }

    /** Where a variable's name stands: behind its type, and behind the declarators before it. */
    private Span nameSpan(VariableTree variable, Tree type) {
        String name = variable.getName().toString();
        int from = type == null ? span(variable).start() : span(type).end();
        int limit = variable.getInitializer() == null
                ? span(variable).end()
                : span(variable.getInitializer()).start();
        int at = file.text().lastIndexOf(name, limit - name.length());
        if (at < from) {
            throw new AssertionError("no name " + name + " at " + span(variable));
        }
        return new Span(file, at, at + name.length());
    }

    private static Modifiers modifiers(ModifiersTree modifiers) {
        return new Modifiers(
                modifiers.getFlags().stream().map(Object::toString).collect(Collectors.toSet()), List.of());
    }

    private TypeRef type(@Nullable Tree type, Tree owner) {
        return type == null
                ? new TypeRef("var", false, 0, span(owner))
                : new TypeRef(type.toString(), false, 0, span(type));
    }

    private JavaStmt.Block block(BlockTree block) {
        return new JavaStmt.Block(stmts(block.getStatements()), span(block));
    }

    private List<JavaStmt> stmts(List<? extends StatementTree> statements) {
        return statements.stream().map(this::stmt).toList();
    }

    private @Nullable JavaStmt stmtOrNull(@Nullable StatementTree tree) {
        return tree == null ? null : stmt(tree);
    }

    private JavaStmt stmt(StatementTree tree) {
        Span span = span(tree);
        return switch (tree.getKind()) {
            case BLOCK -> block((BlockTree) tree);
            case VARIABLE -> local((VariableTree) tree, span);
            case EXPRESSION_STATEMENT ->
                new JavaStmt.Expression(expr(((ExpressionStatementTree) tree).getExpression()), span);
            case IF -> {
                IfTree s = (IfTree) tree;
                yield new JavaStmt.If(
                        expr(s.getCondition()), stmt(s.getThenStatement()), stmtOrNull(s.getElseStatement()), span);
            }
            case WHILE_LOOP -> {
                WhileLoopTree s = (WhileLoopTree) tree;
                yield new JavaStmt.While(expr(s.getCondition()), stmt(s.getStatement()), span);
            }
            case DO_WHILE_LOOP -> {
                DoWhileLoopTree s = (DoWhileLoopTree) tree;
                yield new JavaStmt.DoWhile(stmt(s.getStatement()), expr(s.getCondition()), span);
            }
            case FOR_LOOP -> {
                ForLoopTree s = (ForLoopTree) tree;
                yield new JavaStmt.For(
                        stmts(s.getInitializer()),
                        exprOrNull(s.getCondition()),
                        s.getUpdate().stream().map(u -> expr(u.getExpression())).toList(),
                        stmt(s.getStatement()),
                        span);
            }
            case ENHANCED_FOR_LOOP -> {
                EnhancedForLoopTree s = (EnhancedForLoopTree) tree;
                VariableTree v = s.getVariable();
                yield new JavaStmt.ForEach(
                        modifiers(v.getModifiers()),
                        type(v.getType(), v),
                        v.getName().toString(),
                        expr(s.getExpression()),
                        stmt(s.getStatement()),
                        nameSpan(v, v.getType()),
                        span);
            }
            case SWITCH -> {
                SwitchTree s = (SwitchTree) tree;
                yield new JavaStmt.Switch(expr(s.getExpression()), cases(s.getCases(), false), span);
            }
            case LABELED_STATEMENT -> {
                LabeledStatementTree s = (LabeledStatementTree) tree;
                String label = s.getLabel().toString();
                yield new JavaStmt.Labeled(
                        label,
                        stmt(s.getStatement()),
                        new Span(file, span.start(), span.start() + label.length()),
                        span);
            }
            case RETURN -> new JavaStmt.Return(exprOrNull(((ReturnTree) tree).getExpression()), span);
            case BREAK -> {
                BreakTree s = (BreakTree) tree;
                yield new JavaStmt.Break(
                        s.getLabel() == null ? null : s.getLabel().toString(), span);
            }
            case CONTINUE -> {
                ContinueTree s = (ContinueTree) tree;
                yield new JavaStmt.Continue(
                        s.getLabel() == null ? null : s.getLabel().toString(), span);
            }
            case YIELD -> new JavaStmt.Yield(expr(((YieldTree) tree).getValue()), span);
            case EMPTY_STATEMENT -> new JavaStmt.Empty(span);
            default -> new JavaStmt.Unsupported("a statement of the kind " + tree.getKind(), span);
        };
    }

    /** One declaration with several variables reads as several, as javac keeps it. */
    private JavaStmt local(VariableTree v, Span span) {
        return new JavaStmt.Local(
                modifiers(v.getModifiers()),
                List.of(new JavaStmt.Local.Declarator(
                        type(v.getType(), v),
                        v.getName().toString(),
                        exprOrNull(v.getInitializer()),
                        nameSpan(v, v.getType()))),
                span);
    }

    private List<SwitchCase> cases(List<? extends CaseTree> cases, boolean value) {
        List<SwitchCase> read = new ArrayList<>();
        for (CaseTree c : cases) {
            boolean arrow = c.getCaseKind() == CaseTree.CaseKind.RULE;
            List<JavaExpr> labels = c.getExpressions().stream().map(this::expr).toList();
            read.add(new SwitchCase(labels, labels.isEmpty(), arrow, caseBody(c, arrow, value), span(c)));
        }
        return read;
    }

    private List<JavaStmt> caseBody(CaseTree c, boolean arrow, boolean value) {
        if (!arrow) {
            return stmts(c.getStatements());
        }
        if (c.getBody() instanceof ExpressionTree body) {
            return List.of(
                    value
                            ? new JavaStmt.Yield(expr(body), span(body))
                            : new JavaStmt.Expression(expr(body), span(body)));
        }
        return List.of(stmt((StatementTree) c.getBody()));
    }

    private List<JavaExpr> exprs(@Nullable List<? extends ExpressionTree> trees) {
        return trees == null ? List.of() : trees.stream().map(this::expr).toList();
    }

    private @Nullable JavaExpr exprOrNull(@Nullable ExpressionTree tree) {
        return tree == null ? null : expr(tree);
    }

    private JavaExpr expr(ExpressionTree tree) {
        Span span = span(tree);
        JavaBinaryOp binary = BINARY.get(tree.getKind());
        if (binary != null) {
            BinaryTree b = (BinaryTree) tree;
            return new JavaExpr.Binary(binary, expr(b.getLeftOperand()), expr(b.getRightOperand()), span, span);
        }
        JavaBinaryOp compound = COMPOUND.get(tree.getKind());
        if (compound != null) {
            CompoundAssignmentTree a = (CompoundAssignmentTree) tree;
            return new JavaExpr.Assign(compound, expr(a.getVariable()), expr(a.getExpression()), span, span);
        }
        if (tree instanceof LiteralTree) {
            return new JavaExpr.Literal(literal(tree.getKind()), span.text(), span);
        }
        return switch (tree.getKind()) {
            case IDENTIFIER ->
                new JavaExpr.Name(((IdentifierTree) tree).getName().toString(), span);
            case PARENTHESIZED -> expr(((ParenthesizedTree) tree).getExpression());
            case MEMBER_SELECT -> {
                MemberSelectTree s = (MemberSelectTree) tree;
                yield new JavaExpr.Select(
                        expr(s.getExpression()), s.getIdentifier().toString(), span, span);
            }
            case METHOD_INVOCATION -> {
                MethodInvocationTree m = (MethodInvocationTree) tree;
                if (m.getMethodSelect() instanceof MemberSelectTree s) {
                    yield new JavaExpr.Call(
                            expr(s.getExpression()), s.getIdentifier().toString(), exprs(m.getArguments()), span, span);
                }
                yield new JavaExpr.Call(null, m.getMethodSelect().toString(), exprs(m.getArguments()), span, span);
            }
            case ARRAY_ACCESS -> {
                ArrayAccessTree a = (ArrayAccessTree) tree;
                yield new JavaExpr.Index(expr(a.getExpression()), expr(a.getIndex()), span);
            }
            case NEW_ARRAY -> {
                NewArrayTree n = (NewArrayTree) tree;
                JavaExpr.ArrayInit init =
                        n.getInitializers() == null ? null : new JavaExpr.ArrayInit(exprs(n.getInitializers()), span);
                yield new JavaExpr.NewArray(type(n.getType(), n), exprs(n.getDimensions()), init, span);
            }
            case UNARY_MINUS -> new JavaExpr.Unary(JavaUnaryOp.NEGATE, operand(tree), span);
            case UNARY_PLUS -> new JavaExpr.Unary(JavaUnaryOp.PLUS, operand(tree), span);
            case LOGICAL_COMPLEMENT -> new JavaExpr.Unary(JavaUnaryOp.NOT, operand(tree), span);
            case BITWISE_COMPLEMENT -> new JavaExpr.Unary(JavaUnaryOp.COMPLEMENT, operand(tree), span);
            case PREFIX_INCREMENT -> new JavaExpr.Increment(operand(tree), true, true, span);
            case PREFIX_DECREMENT -> new JavaExpr.Increment(operand(tree), false, true, span);
            case POSTFIX_INCREMENT -> new JavaExpr.Increment(operand(tree), true, false, span);
            case POSTFIX_DECREMENT -> new JavaExpr.Increment(operand(tree), false, false, span);
            case ASSIGNMENT -> {
                AssignmentTree a = (AssignmentTree) tree;
                yield new JavaExpr.Assign(null, expr(a.getVariable()), expr(a.getExpression()), span, span);
            }
            case CONDITIONAL_EXPRESSION -> {
                ConditionalExpressionTree c = (ConditionalExpressionTree) tree;
                yield new JavaExpr.Conditional(
                        expr(c.getCondition()), expr(c.getTrueExpression()), expr(c.getFalseExpression()), span);
            }
            case TYPE_CAST -> {
                TypeCastTree c = (TypeCastTree) tree;
                yield new JavaExpr.Cast(type(c.getType(), c), expr(c.getExpression()), span);
            }
            case SWITCH_EXPRESSION -> {
                SwitchExpressionTree s = (SwitchExpressionTree) tree;
                yield new JavaExpr.Switch(expr(s.getExpression()), cases(s.getCases(), true), span);
            }
            default -> new JavaExpr.Unsupported("an expression of the kind " + tree.getKind(), span);
        };
    }

    private JavaExpr operand(ExpressionTree tree) {
        return expr(((UnaryTree) tree).getExpression());
    }

    private static JavaExpr.Literal.Kind literal(Tree.Kind kind) {
        return switch (kind) {
            case INT_LITERAL -> JavaExpr.Literal.Kind.INT;
            case LONG_LITERAL -> JavaExpr.Literal.Kind.LONG;
            case FLOAT_LITERAL -> JavaExpr.Literal.Kind.FLOAT;
            case DOUBLE_LITERAL -> JavaExpr.Literal.Kind.DOUBLE;
            case BOOLEAN_LITERAL -> JavaExpr.Literal.Kind.BOOLEAN;
            case CHAR_LITERAL -> JavaExpr.Literal.Kind.CHAR;
            case NULL_LITERAL -> JavaExpr.Literal.Kind.NULL;
            default -> JavaExpr.Literal.Kind.STRING;
        };
    }
}
