package dev.smelt.compiler.ir;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The address spaces of the arrays that a body's variables may stand for: of one body, with given spaces of its
 * parameters, since a function can be called with arrays of different spaces.
 */
public final class ArraySpaces {
    private final Map<Variable, Set<AddressSpace>> spaces = new HashMap<>();

    private ArraySpaces() {}

    /** The spaces in a kernel of the module. */
    public static ArraySpaces of(Kernel kernel, KernelModule module) {
        ArraySpaces result = withConstants(module);
        kernel.buffers().forEach(buffer -> result.add(buffer.variable(), AddressSpace.DEVICE));
        kernel.threadgroups().forEach(memory -> result.add(memory.variable(), AddressSpace.THREADGROUP));
        return result.collect(kernel.body());
    }

    /**
     * The spaces in a function of the module.
     *
     * @param arguments the space of each parameter that is an array, in their order
     */
    public static ArraySpaces of(Function function, List<AddressSpace> arguments, KernelModule module) {
        ArraySpaces result = withConstants(module);
        List<Variable> arrays = arrayParameters(function);
        for (int i = 0; i < arrays.size(); i++) {
            result.add(arrays.get(i), arguments.get(i));
        }
        return result.collect(function.body());
    }

    /** The spaces of a module's arrays of constants, and of nothing else. */
    public static ArraySpaces ofConstants(KernelModule module) {
        return withConstants(module);
    }

    /** The parameters of a function that are arrays, in their order. */
    public static List<Variable> arrayParameters(Function function) {
        return function.parameters().stream()
                .filter(parameter -> parameter.type() instanceof Type.Array)
                .toList();
    }

    private static ArraySpaces withConstants(KernelModule module) {
        ArraySpaces result = new ArraySpaces();
        module.constants().forEach(constant -> result.add(constant.variable(), AddressSpace.CONSTANT));
        return result;
    }

    /** All that a variable may stand for; more than one space is what MSL cannot express. */
    public Set<AddressSpace> of(Variable array) {
        return spaces.getOrDefault(array, Set.of());
    }

    /** The same for an expression: a variable, or a choice between arrays. */
    public Set<AddressSpace> of(Expr array) {
        Set<AddressSpace> found = EnumSet.noneOf(AddressSpace.class);
        for (Variable variable : variablesIn(array)) {
            found.addAll(of(variable));
        }
        return found;
    }

    /** The variables that an expression of array type may stand for. */
    public static Set<Variable> variablesIn(Expr array) {
        Set<Variable> variables = new LinkedHashSet<>();
        collectVariables(array, variables);
        return variables;
    }

    private static void collectVariables(Expr array, Set<Variable> variables) {
        if (array instanceof Expr.Read read) {
            variables.add(read.variable());
        } else if (array instanceof Expr.Conditional conditional) {
            collectVariables(conditional.then(), variables);
            collectVariables(conditional.otherwise(), variables);
        } else {
            throw new AssertionError(array.span() + ": not an array's name: " + array);
        }
    }

    private void add(Variable array, AddressSpace space) {
        spaces.computeIfAbsent(array, key -> EnumSet.noneOf(AddressSpace.class)).add(space);
    }

    /** Goes through the body until nothing is added: a name may be given to another name before it gets its own array. */
    private ArraySpaces collect(Stmt body) {
        Collector collector = new Collector();
        do {
            collector.changed = false;
            collector.walk(body);
        } while (collector.changed);
        return this;
    }

    private final class Collector extends Walker {
        private boolean changed;

        private void alias(Variable name, Expr value) {
            if (name.type() instanceof Type.Array) {
                changed |= spaces.computeIfAbsent(name, key -> EnumSet.noneOf(AddressSpace.class))
                        .addAll(of(value));
            }
        }

        @Override
        public Void visitDeclareArray(Stmt.DeclareArray stmt) {
            add(stmt.variable(), AddressSpace.THREAD);
            return super.visitDeclareArray(stmt);
        }

        @Override
        public Void visitDeclare(Stmt.Declare stmt) {
            Expr value = stmt.value();
            if (value != null) {
                alias(stmt.variable(), value);
            }
            return super.visitDeclare(stmt);
        }

        @Override
        public Void visitAssign(Stmt.Assign stmt) {
            alias(stmt.variable(), stmt.value());
            return super.visitAssign(stmt);
        }
    }
}
