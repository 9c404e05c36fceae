package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.Expr;
import dev.smelt.compiler.ir.Label;
import dev.smelt.compiler.ir.Stmt;
import dev.smelt.compiler.ir.Variable;
import dev.smelt.compiler.ir.Walker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Divides the body of a kernel or function that is too long for one method. A method of Java may have 64 KB of bytecode,
 * and HotSpot does not compile one of more than 8,000 bytes but interprets it, some fifty times slower. So statements
 * that follow each other are taken together to parts of bearable size, each a method of its own; the variables that more
 * than one of these methods uses are shared in an object.
 *
 * <p>Only whole statements are moved, and none with a jump to a label outside it. What is not divided this way is a
 * single statement without others inside: an expression of some thousand operators.
 */
final class BodyParts {
    /** The most bytes of a method: {@link CodeSize} is an estimate, so this stays below HotSpot's limit. */
    static final int USUAL_LIMIT = 6_000;

    private static final int CALL = 12;

    private final IdentityHashMap<Stmt, List<Stmt>> parts = new IdentityHashMap<>();
    private final Set<Variable> shared = new LinkedHashSet<>();

    private final int limit;

    private BodyParts(int limit) {
        this.limit = limit;
    }

    /**
     * The division of a body; of most bodies there is none.
     *
     * @param constants what all methods of the class can read anyway
     */
    static BodyParts of(Collection<Variable> parameters, Stmt.Block body, Set<Variable> constants, int limit) {
        BodyParts division = new BodyParts(limit);
        division.divide(body.statements());
        if (!division.isEmpty()) {
            division.new Sharing().find(parameters, body);
            division.shared.removeAll(constants);
        }
        return division;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The statements of the part that begins with this one. */
    Optional<List<Stmt>> startingWith(Stmt stmt) {
        return Optional.ofNullable(parts.get(stmt));
    }

    /** The variables that more than one method uses. */
    Set<Variable> shared() {
        return shared;
    }

    /** Divides statements if they are too long, and tells the bytes that remain where they were. */
    private int divide(List<? extends Stmt> stmts) {
        List<Integer> sizes = stmts.stream().map(this::sizeAfterDividing).toList();
        int total = sum(sizes);
        if (total <= limit) {
            return total;
        }
        int left = 0;
        List<Stmt> run = new ArrayList<>();
        int runSize = 0;
        for (int i = 0; i < stmts.size(); i++) {
            boolean movable = OutwardJumps.noneIn(stmts.get(i));
            if (!run.isEmpty() && (!movable || runSize + sizes.get(i) > limit)) {
                left += part(run, runSize);
                run.clear();
                runSize = 0;
            }
            if (movable) {
                run.add(stmts.get(i));
                runSize += sizes.get(i);
            } else {
                left += sizes.get(i);
            }
        }
        return left + (run.isEmpty() ? 0 : part(run, runSize));
    }

    private int part(List<Stmt> run, int size) {
        if (size < 2 * CALL) {
            return size;
        }
        parts.put(run.get(0), List.copyOf(run));
        return CALL;
    }

    private int sizeAfterDividing(Stmt stmt) {
        int size = CodeSize.of(stmt);
        if (size <= limit) {
            return size;
        }
        List<Stmt.Block> inner = blocksOf(stmt);
        int own = size - sum(inner.stream().map(CodeSize::of).toList());
        return own + sum(inner.stream().map(block -> divide(block.statements())).toList());
    }

    private static List<Stmt.Block> blocksOf(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return List.of(block);
        } else if (stmt instanceof Stmt.If branch) {
            return List.of(branch.then(), branch.otherwise());
        } else if (stmt instanceof Stmt.For loop) {
            return List.of(loop.body());
        } else if (stmt instanceof Stmt.DoWhile loop) {
            return List.of(loop.body());
        } else if (stmt instanceof Stmt.Labeled labeled) {
            return List.of(labeled.body());
        } else if (stmt instanceof Stmt.Switch choice) {
            return choice.groups().stream().map(Stmt.Switch.Group::body).toList();
        }
        return List.of();
    }

    private static int sum(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** Finds the variables that are used in more than one part, or in a part and outside. */
    private final class Sharing extends Walker {
        private final Map<Variable, Object> users = new HashMap<>();
        private Object method = this;

        void find(Collection<Variable> parameters, Stmt.Block body) {
            parameters.forEach(this::use);
            walk(body);
        }

        private void use(Variable variable) {
            Object known = users.putIfAbsent(variable, method);
            if (known != null && known != method) {
                shared.add(variable);
            }
        }

        @Override
        public Void visitBlock(Stmt.Block stmt) {
            Object around = method;
            int remaining = 0;
            for (Stmt each : stmt.statements()) {
                if (remaining == 0) {
                    List<Stmt> part = parts.get(each);
                    method = part == null ? around : part;
                    remaining = part == null ? 1 : part.size();
                }
                walk(each);
                remaining--;
            }
            method = around;
            return null;
        }

        @Override
        public Void visitRead(Expr.Read expr) {
            use(expr.variable());
            return null;
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            use(stmt.variable());
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            use(stmt.variable());
            return super.visitDeclareArray(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            use(stmt.variable());
            return super.visitAssign(stmt);
        }

        @Override
        public Void visitInvoke(Stmt.Invoke stmt) {
            Variable result = stmt.result();
            if (result != null) {
                use(result);
            }
            return super.visitInvoke(stmt);
        }

        @Override
        public Void visitInvokeBuiltin(Stmt.InvokeBuiltin stmt) {
            Variable result = stmt.result();
            if (result != null) {
                use(result);
            }
            return super.visitInvokeBuiltin(stmt);
        }
    }

    /** Finds jumps that leave the statement they are in. */
    private static final class OutwardJumps extends Walker {
        private final Set<Label> own = new HashSet<>();
        private final Set<Label> targets = new HashSet<>();

        static boolean noneIn(Stmt stmt) {
            OutwardJumps jumps = new OutwardJumps();
            jumps.walk(stmt);
            return jumps.own.containsAll(jumps.targets);
        }

        @Override
        public Void visitFor(Stmt.For stmt) {
            own.add(stmt.label());
            return super.visitFor(stmt);
        }

        @Override
        public Void visitDoWhile(Stmt.DoWhile stmt) {
            own.add(stmt.label());
            return super.visitDoWhile(stmt);
        }

        @Override
        public Void visitLabeled(Stmt.Labeled stmt) {
            own.add(stmt.label());
            return super.visitLabeled(stmt);
        }

        @Override
        public Void visitSwitch(Stmt.Switch stmt) {
            own.add(stmt.label());
            return super.visitSwitch(stmt);
        }

        @Override
        public Void visitBreak(Stmt.Break stmt) {
            targets.add(stmt.label());
            return null;
        }

        @Override
        public Void visitContinue(Stmt.Continue stmt) {
            targets.add(stmt.label());
            return null;
        }
    }
}
