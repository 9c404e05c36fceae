package dev.smelt.compiler.syntax;

import dev.smelt.compiler.ast.JavaExpr;
import dev.smelt.compiler.ast.JavaStmt;
import dev.smelt.compiler.ast.SwitchCase;
import dev.smelt.compiler.syntax.Kernels.ArrowBodyContext;
import dev.smelt.compiler.syntax.Kernels.SwitchBlockContext;
import dev.smelt.compiler.syntax.Kernels.SwitchGroupContext;
import java.util.ArrayList;
import java.util.List;

/** Builds the cases of switches. Labels in a row, as in {@code case 1: case 2:}, are one case. */
final class SwitchBuilder {
    private final TreeReader reader;
    private final StmtBuilder statements;

    SwitchBuilder(TreeReader reader, StmtBuilder statements) {
        this.reader = reader;
        this.statements = statements;
    }

    /**
     * Builds all cases.
     *
     * @param value whether the switch gives a value
     */
    List<SwitchCase> cases(SwitchBlockContext block, boolean value) {
        List<SwitchCase> cases = new ArrayList<>();
        List<JavaExpr> labels = new ArrayList<>();
        boolean isDefault = false;
        int start = -1;
        int last = block.switchGroup().size() - 1;
        for (int i = 0; i <= last; i++) {
            SwitchGroupContext group = block.switchGroup(i);
            start = start < 0 ? TreeReader.start(group) : start;
            isDefault |= addLabels(group, labels);
            boolean joinsNext = group.COLON() != null
                    && group.statement().isEmpty()
                    && i < last
                    && block.switchGroup(i + 1).COLON() != null
                    // A second default is a mistake, which only shows if it stays apart.
                    && !(isDefault && block.switchGroup(i + 1).DEFAULT() != null);
            if (!joinsNext) {
                boolean arrow = group.CASE_ARROW() != null;
                List<JavaStmt> body =
                        arrow ? arrowBody(group.arrowBody(), value) : statements.statements(group.statement());
                cases.add(new SwitchCase(labels, isDefault, arrow, body, reader.span(start, TreeReader.end(group))));
                labels = new ArrayList<>();
                isDefault = false;
                start = -1;
            }
        }
        return cases;
    }

    /** Adds the labels of a group; true if {@code default} is one of them. */
    private boolean addLabels(SwitchGroupContext group, List<JavaExpr> labels) {
        if (group.caseLabels() == null) {
            return true;
        }
        group.caseLabels()
                .expression()
                .forEach(label -> labels.add(statements.expressions().expression(label)));
        return !group.caseLabels().DEFAULT().isEmpty();
    }

    private List<JavaStmt> arrowBody(ArrowBodyContext tree, boolean value) {
        if (tree.block() != null) {
            return List.of(statements.block(tree.block()));
        }
        if (tree.THROW() != null) {
            return List.of(new JavaStmt.Unsupported("a throw statement", reader.span(tree)));
        }
        if (value) {
            return List.of(
                    new JavaStmt.Yield(statements.expressions().expression(tree.expression()), reader.span(tree)));
        }
        return List.of(statements.effect(tree.expression(), reader.span(tree)));
    }
}
