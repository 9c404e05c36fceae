package dev.smelt.compiler.syntax;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes javac's trees as {@link AstDump} writes ours, so that the two can be compared. */
final class JavacDump extends SimpleTreeVisitor<String, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;

    JavacDump(CompilationUnitTree unit, SourcePositions positions, String text) {
        this.unit = unit;
        this.positions = positions;
        this.text = text;
    }

    String extent(Tree tree) {
        return positions.getStartPosition(unit, tree) + "-" + positions.getEndPosition(unit, tree);
    }

    private String source(Tree tree) {
        return text.substring((int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
    }

    String type(ClassTree tree) {
        StringBuilder out = new StringBuilder();
        String kind = tree.getKind() == Tree.Kind.ANNOTATION_TYPE
                ? "ANNOTATION"
                : tree.getKind().name();
        out.append('(').append(kind).append(' ').append(tree.getSimpleName());
        out.append(tree.getTypeParameters().isEmpty() ? "" : "<>");
        List<VariableTree> fields = new ArrayList<>();
        List<MethodTree> methods = new ArrayList<>();
        List<ClassTree> types = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                if (tree.getKind() == Tree.Kind.RECORD && !isStatic(field)) {
                    out.append(' ').append(parameter(field));
                } else if (!isEnumConstant(field)) {
                    fields.add(field);
                }
            } else if (member instanceof MethodTree method && method.getReturnType() != null) {
                methods.add(method);
            } else if (member instanceof ClassTree type) {
                types.add(type);
            }
        }
        fields.forEach(field -> out.append(field(field)));
        methods.forEach(method -> out.append(method(method)));
        types.forEach(type -> out.append('\n').append(type(type)));
        return out.append(')').toString();
    }

    private static boolean isStatic(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    static boolean isEnumConstant(VariableTree field) {
        return field.toString().startsWith("/*public static final*/");
    }

    private String field(VariableTree field) {
        return "\n (field " + typeName(field.getType()) + " " + field.getName() + (isStatic(field) ? " static" : "")
                + (field.getModifiers().getFlags().contains(Modifier.FINAL) ? " final" : "")
                + (field.getInitializer() == null ? "" : " = " + extent(field.getInitializer())) + ")";
    }

    private String method(MethodTree method) {
        return "\n (method " + (method.getTypeParameters().isEmpty() ? "" : "<>") + typeName(method.getReturnType())
                + " " + method.getName()
                + (method.getModifiers().getFlags().contains(Modifier.STATIC) ? " static" : "")
                + method.getParameters().stream().map(p -> " " + parameter(p)).collect(Collectors.joining())
                + (method.getBody() == null ? "" : " " + extent(method.getBody())) + " "
                + method.getModifiers().getAnnotations().size() + ")";
    }

    private String parameter(VariableTree parameter) {
        return typeName(parameter.getType()) + " " + parameter.getName();
    }

    private String typeName(@Nullable Tree tree) {
        StringBuilder name = new StringBuilder();
        int dimensions = 0;
        boolean generic = false;
        Tree rest = tree;
        while (rest != null) {
            if (rest instanceof AnnotatedTypeTree annotated) {
                rest = annotated.getUnderlyingType();
            } else if (rest instanceof ArrayTypeTree array) {
                dimensions++;
                rest = array.getType();
            } else if (rest instanceof ParameterizedTypeTree parameterized) {
                generic = true;
                rest = parameterized.getType();
            } else if (rest instanceof MemberSelectTree select) {
                name.insert(0, "." + select.getIdentifier());
                rest = select.getExpression();
            } else {
                name.insert(0, rest instanceof PrimitiveTypeTree ? rest.toString() : ((IdentifierTree) rest).getName());
                rest = null;
            }
        }
        return tree == null ? "var" : name + (generic ? "<>" : "") + "[]".repeat(dimensions);
    }

    String dump(@Nullable Tree tree) {
        return tree == null ? "_" : visit(tree, null);
    }

    private String all(List<? extends Tree> trees) {
        return trees.stream().map(tree -> " " + dump(tree)).collect(Collectors.joining());
    }

    /** Whatever kernels don't have. */
    @Override
    protected String defaultAction(Tree tree, Void unused) {
        return "?";
    }

    @Override
    public String visitLiteral(LiteralTree tree, Void unused) {
        if (tree.getKind() == Tree.Kind.STRING_LITERAL) {
            return "STR";
        }
        if (tree.getKind() == Tree.Kind.CHAR_LITERAL) {
            return "CHR";
        }
        String literal = source(tree);
        // javac takes the sign to the literal.
        return literal.startsWith("-") ? "(- " + literal.substring(1).trim() + ")" : literal;
    }

    @Override
    public String visitIdentifier(IdentifierTree tree, Void unused) {
        String name = tree.getName().toString();
        return name.equals("super") ? "?" : name;
    }

    @Override
    public String visitMemberSelect(MemberSelectTree tree, Void unused) {
        String name = tree.getIdentifier().toString();
        boolean keyword = name.equals("this") || name.equals("super") || name.equals("class");
        return keyword ? "?" : "(. " + dump(tree.getExpression()) + " " + name + ")";
    }

    @Override
    public String visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        ExpressionTree method = tree.getMethodSelect();
        if (!tree.getTypeArguments().isEmpty()) {
            return "?";
        }
        if (method instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            return name.equals("super")
                    ? "?"
                    : "(call " + dump(select.getExpression()) + " " + name + all(tree.getArguments()) + ")";
        }
        String name = dump(method);
        return name.equals("?") || name.equals("this") ? "?" : "(call " + name + all(tree.getArguments()) + ")";
    }

    @Override
    public String visitArrayAccess(ArrayAccessTree tree, Void unused) {
        return "(at " + dump(tree.getExpression()) + " " + dump(tree.getIndex()) + ")";
    }

    @Override
    public String visitNewClass(NewClassTree tree, Void unused) {
        boolean other = tree.getClassBody() != null
                || tree.getEnclosingExpression() != null
                || !tree.getTypeArguments().isEmpty();
        return other ? "?" : "(new " + typeName(tree.getIdentifier()) + all(tree.getArguments()) + ")";
    }

    @Override
    public String visitNewArray(NewArrayTree tree, Void unused) {
        String init = tree.getInitializers() == null ? "" : "{" + all(tree.getInitializers()) + " }";
        if (tree.getType() == null) {
            return init;
        }
        int dimensions = Math.max(tree.getDimensions().size(), init.isEmpty() ? 0 : 1);
        String element = typeName(tree.getType());
        int bracket = element.indexOf('[') < 0 ? element.length() : element.indexOf('[');
        String type = element.substring(0, bracket) + "[]".repeat(dimensions) + element.substring(bracket);
        return element.contains("<>")
                ? "?"
                : "(new " + type + all(tree.getDimensions()) + (init.isEmpty() ? "" : " " + init) + ")";
    }

    @Override
    public String visitUnary(UnaryTree tree, Void unused) {
        String operand = dump(tree.getExpression());
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT -> "(++ " + operand + ")";
            case PREFIX_DECREMENT -> "(-- " + operand + ")";
            case POSTFIX_INCREMENT -> "(" + operand + " ++)";
            case POSTFIX_DECREMENT -> "(" + operand + " --)";
            case UNARY_PLUS -> "(+ " + operand + ")";
            case UNARY_MINUS -> "(- " + operand + ")";
            case LOGICAL_COMPLEMENT -> "(! " + operand + ")";
            default -> "(~ " + operand + ")";
        };
    }

    private static String symbol(Tree.Kind kind) {
        return switch (kind.name().replace("_ASSIGNMENT", "").toLowerCase(Locale.ROOT)) {
            case "multiply" -> "*";
            case "divide" -> "/";
            case "remainder" -> "%";
            case "plus" -> "+";
            case "minus" -> "-";
            case "left_shift" -> "<<";
            case "right_shift" -> ">>";
            case "unsigned_right_shift" -> ">>>";
            case "less_than" -> "<";
            case "less_than_equal" -> "<=";
            case "greater_than" -> ">";
            case "greater_than_equal" -> ">=";
            case "equal_to" -> "==";
            case "not_equal_to" -> "!=";
            case "and" -> "&";
            case "xor" -> "^";
            case "or" -> "|";
            case "conditional_and" -> "&&";
            case "conditional_or" -> "||";
            default -> throw new AssertionError(kind);
        };
    }

    @Override
    public String visitBinary(BinaryTree tree, Void unused) {
        // Iterative to the left: there may be thousands of terms.
        Deque<BinaryTree> operations = new ArrayDeque<>();
        Tree left = tree;
        while (left instanceof BinaryTree binary) {
            operations.push(binary);
            left = binary.getLeftOperand();
        }
        String dumped = dump(left);
        for (BinaryTree operation : operations) {
            dumped = AstDump.binary(symbol(operation.getKind()), dumped, dump(operation.getRightOperand()));
        }
        return dumped;
    }

    @Override
    public String visitAssignment(AssignmentTree tree, Void unused) {
        return "(= " + dump(tree.getVariable()) + " " + dump(tree.getExpression()) + ")";
    }

    @Override
    public String visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        return "(" + symbol(tree.getKind()) + "= " + dump(tree.getVariable()) + " " + dump(tree.getExpression()) + ")";
    }

    @Override
    public String visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
        return "(? " + dump(tree.getCondition()) + " " + dump(tree.getTrueExpression()) + " "
                + dump(tree.getFalseExpression()) + ")";
    }

    @Override
    public String visitTypeCast(TypeCastTree tree, Void unused) {
        return tree.getType() instanceof IntersectionTypeTree
                ? "?"
                : "(cast " + typeName(tree.getType()) + " " + dump(tree.getExpression()) + ")";
    }

    @Override
    public String visitParenthesized(ParenthesizedTree tree, Void unused) {
        return dump(tree.getExpression());
    }

    @Override
    public String visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        return "(value-switch " + dump(tree.getExpression()) + cases(tree.getCases()) + ")";
    }

    @Override
    public String visitSwitch(SwitchTree tree, Void unused) {
        return "(switch " + dump(tree.getExpression()) + cases(tree.getCases()) + ")";
    }

    private String cases(List<? extends CaseTree> cases) {
        StringBuilder out = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        boolean isDefault = false;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree tree = cases.get(i);
            labels.append(all(tree.getExpressions()));
            isDefault |= tree.getExpressions().isEmpty();
            boolean joins = tree.getCaseKind() == CaseTree.CaseKind.STATEMENT
                    && tree.getStatements().isEmpty()
                    && i + 1 < cases.size();
            if (!joins) {
                out.append(" (case")
                        .append(labels)
                        .append(isDefault ? " default" : "")
                        .append(body(tree))
                        .append(')');
                labels.setLength(0);
                isDefault = false;
            }
        }
        return out.toString();
    }

    private String body(CaseTree tree) {
        if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
            return " :" + all(tree.getStatements());
        }
        Tree body = tree.getBody();
        return " -> " + (body instanceof ExpressionTree ? "(yield " + dump(body) + ")" : dump(body));
    }

    @Override
    public String visitBlock(BlockTree tree, Void unused) {
        return "{" + all(tree.getStatements()) + " }";
    }

    @Override
    public String visitVariable(VariableTree tree, Void unused) {
        String modifiers = tree.getModifiers().getFlags().contains(Modifier.FINAL) ? "final " : "";
        return "(var " + modifiers + typeName(tree.getType()) + " " + tree.getName() + " " + dump(tree.getInitializer())
                + ")";
    }

    @Override
    public String visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
        return "(do " + dump(tree.getExpression()) + ")";
    }

    @Override
    public String visitIf(IfTree tree, Void unused) {
        return "(if " + dump(tree.getCondition()) + " " + dump(tree.getThenStatement()) + " "
                + dump(tree.getElseStatement()) + ")";
    }

    @Override
    public String visitWhileLoop(WhileLoopTree tree, Void unused) {
        return "(while " + dump(tree.getCondition()) + " " + dump(tree.getStatement()) + ")";
    }

    @Override
    public String visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
        return "(do-while " + dump(tree.getStatement()) + " " + dump(tree.getCondition()) + ")";
    }

    @Override
    public String visitForLoop(ForLoopTree tree, Void unused) {
        String update = tree.getUpdate().stream()
                .map(statement -> " " + dump(statement.getExpression()))
                .collect(Collectors.joining());
        return "(for (" + all(tree.getInitializer()) + " ) " + dump(tree.getCondition()) + " (" + update + " ) "
                + dump(tree.getStatement()) + ")";
    }

    @Override
    public String visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
        return "(for-each " + parameter(tree.getVariable()) + " " + dump(tree.getExpression()) + " "
                + dump(tree.getStatement()) + ")";
    }

    @Override
    public String visitLabeledStatement(LabeledStatementTree tree, Void unused) {
        return "(label " + tree.getLabel() + " " + dump(tree.getStatement()) + ")";
    }

    @Override
    public String visitAssert(AssertTree tree, Void unused) {
        return "(assert " + dump(tree.getCondition()) + ")";
    }

    @Override
    public String visitReturn(ReturnTree tree, Void unused) {
        return "(return " + dump(tree.getExpression()) + ")";
    }

    @Override
    public String visitBreak(BreakTree tree, Void unused) {
        return "(break " + tree.getLabel() + ")";
    }

    @Override
    public String visitContinue(ContinueTree tree, Void unused) {
        return "(continue " + tree.getLabel() + ")";
    }

    @Override
    public String visitYield(YieldTree tree, Void unused) {
        return "(yield " + dump(tree.getValue()) + ")";
    }

    @Override
    public String visitEmptyStatement(EmptyStatementTree tree, Void unused) {
        return "(;)";
    }
}
