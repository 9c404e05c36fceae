package dev.smelt.compiler.jvm;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import dev.smelt.compiler.ir.Function;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.ir.Variable;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What all methods of one generated class share: its types, the names of its methods, its helpers. */
final class ClassContext {
    /** A static method without parameters that is called as one of these could not be declared. */
    private static final List<String> OF_OBJECT =
            List.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final ClassName LANE_CODE = ClassName.get(JvmTypes.SPI, "LaneCode");

    private final JvmTypes types;
    private final NameScope methodNames = new NameScope(OF_OBJECT);
    private final Map<String, String> kernels = new LinkedHashMap<>();
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, String> functionNames = new LinkedHashMap<>();
    private final HelperMethods helpers = new HelperMethods(methodNames);
    private final Set<Variable> threadgroupMemory = new HashSet<>();
    private final MemoryHelpers memory;
    private final DivisionHelpers division;
    private final ConstantFields constants;
    private final ClassName name;
    private final List<FieldSpec> laneCodes = new ArrayList<>();
    private final int methodLimit;
    private final boolean checked;

    ClassContext(ClassName name, KernelModule module, int methodLimit, boolean checked) {
        this.name = name;
        this.checked = checked;
        this.methodLimit = methodLimit;
        this.types = new JvmTypes(name);
        this.memory = new MemoryHelpers(types, helpers);
        this.division = new DivisionHelpers(types, helpers);
        this.constants = new ConstantFields(this, module.constants());
        module.kernels().forEach(kernel -> kernels.put(kernel.name(), methodNames.take(kernel.name())));
        module.kernels().stream()
                .flatMap(kernel -> kernel.threadgroups().stream())
                .forEach(memory -> threadgroupMemory.add(memory.variable()));
        for (Function function : module.functions()) {
            functions.put(function.id(), function);
            functionNames.put(function.id(), methodNames.take(function.name()));
        }
    }

    JvmTypes types() {
        return types;
    }

    HelperMethods helpers() {
        return helpers;
    }

    MemoryHelpers memory() {
        return memory;
    }

    DivisionHelpers division() {
        return division;
    }

    ConstantFields constants() {
        return constants;
    }

    /** Names for one more method. */
    Locals locals() {
        return new Locals(constants.names());
    }

    /** Whether a check can fail, and wants to know of which lane. */
    boolean isChecked() {
        return checked;
    }

    /** The most bytes of bytecode that a method should have. */
    int methodLimit() {
        return methodLimit;
    }

    /** Whether a variable is threadgroup memory of a kernel. */
    boolean isThreadgroupMemory(Variable variable) {
        return threadgroupMemory.contains(variable);
    }

    /** The name of the method that runs a kernel. */
    String kernelMethod(String kernel) {
        return find(kernels, kernel);
    }

    /** The name of the method that is a user's function. */
    String functionMethod(String id) {
        return find(functionNames, id);
    }

    Function function(String id) {
        return find(functions, id);
    }

    private static <T> T find(Map<String, T> map, String key) {
        T found = map.get(key);
        if (found == null) {
            throw new AssertionError("not in the module: " + key);
        }
        return found;
    }

    /** What runs a method for a threadgroup as code that HotSpot compiles by itself: a field of the class. */
    JavaCode laneCode(String method, ClassName lanes) {
        String field = constants.fresh(method);
        laneCodes.add(FieldSpec.builder(LANE_CODE, field, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($T.lookup(), $S, $T.class)", LANE_CODE, MethodHandles.class, method, lanes)
                .build());
        return JavaCode.of("$T.$L", name, field);
    }

    /** All fields of {@link #laneCode}, once the kernels are written. */
    List<FieldSpec> laneCodes() {
        return laneCodes;
    }

    /** A name for one more method. */
    String freshMethod(String wanted) {
        return methodNames.take(wanted);
    }
}
