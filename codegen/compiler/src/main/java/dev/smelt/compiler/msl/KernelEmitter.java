package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.AddressSpace;
import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelParameter;
import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.ir.UniformBlock;
import dev.smelt.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a kernel: its buffers, one struct of uniforms, textures and the positions that it uses, then threadgroup memory
 * and locals under the names of the Java parameters, then the body.
 *
 * <pre>{@code
 * kernel void saxpy(
 *         const device float* x [[buffer(0)]],
 *         device float* y [[buffer(1)]],
 *         constant saxpy_uniforms& uniforms [[buffer(2)]],
 *         uint3 thread_position_in_grid [[thread_position_in_grid]]) {
 *     const float a = uniforms.a;
 *     const int i = int(thread_position_in_grid.x);
 *     y[i] = a * x[i] + y[i];
 * }
 * }</pre>
 */
final class KernelEmitter {
    /** The numbers in which a check that fails is recorded; the runtime's {@code CheckRecord} knows them too. */
    static final int RECORD_INTS = 8;

    private static final int BUFFER_SLOTS = 31;

    private final ModuleContext module;
    private final LineWriter out;
    private final Kernel kernel;
    private final UniformBlock block;
    private final Locals locals;
    private final BodyUses reads;
    private final List<String> parameters = new ArrayList<>();
    private final List<String> prologue = new ArrayList<>();
    private final Map<KernelParameter.Kind, String> inputs = new EnumMap<>(KernelParameter.Kind.class);

    KernelEmitter(ModuleContext module, LineWriter out, Kernel kernel, UniformBlock block) {
        this.module = module;
        this.out = out;
        this.kernel = kernel;
        this.block = block;
        this.locals =
                new Locals(module.names().localScope(kernel.body(), kernel.math()), module, module.places(kernel));
        this.reads = new BodyUses(kernel.body());
    }

    void emit() {
        kernel.parameters().forEach(this::declare);
        addThreadgroups();
        addBuffers();
        addUniforms();
        if (module.isChecked()) {
            addChecks();
        }
        addTextures();
        addPositions();
        out.line("").line("// " + Comments.oneLine(kernel.signature()));
        out.head(kernel.span(), "kernel void " + module.names().entryPoint(kernel) + "(");
        out.indent().indent();
        for (int i = 0; i < parameters.size(); i++) {
            out.line(parameters.get(i) + (i + 1 < parameters.size() ? "," : ") {"));
        }
        out.dedent();
        FunctionEmitter functions = new FunctionEmitter(module, out);
        functions.emitMathMode(kernel.math());
        prologue.forEach(out::line);
        out.dedent();
        functions.emitBody(kernel.body(), locals, kernel.math());
        out.line("}");
    }

    private void declare(KernelParameter parameter) {
        if (parameter instanceof KernelParameter.Threadgroup memory) {
            locals.declareArray(memory.variable(), memory.length());
        } else {
            locals.declare(parameter.variable());
        }
    }

    /** Locals, never arguments: with those, Metal's compiler has broken barriers (wgpu#4500). */
    private void addThreadgroups() {
        for (KernelParameter.Threadgroup memory : kernel.threadgroups()) {
            if (reads.isUsed(memory.variable())) {
                String type = module.types().stored(memory.element(), AddressSpace.THREADGROUP);
                prologue.add(
                        "threadgroup " + type + " " + locals.name(memory.variable()) + "[" + memory.length() + "];");
            }
        }
    }

    private void addTextures() {
        int slot = 0;
        for (KernelParameter.Texture texture : kernel.textures()) {
            Variable variable = texture.variable();
            String type = locals.places().ofTexture(variable).type();
            String name = locals.name(variable);
            parameters.add(type + " " + name + " [[texture(" + slot++ + ")]]");
            if (!reads.isUsed(variable)) {
                prologue.add("(void) " + name + ";");
            }
        }
    }

    private void addBuffers() {
        for (KernelParameter.Buffer buffer : kernel.buffers()) {
            Variable variable = buffer.variable();
            String name = locals.name(variable);
            String pointer = module.types()
                    .pointer((Type.Array) variable.type(), AddressSpace.DEVICE, locals.isWritten(variable));
            parameters.add(pointer + " " + name + " [[buffer(" + parameters.size() + ")]]");
            if (!reads.isUsed(variable)) {
                prologue.add("(void) " + name + ";");
            }
        }
    }

    private void addUniforms() {
        if (block.size() == 0) {
            return;
        }
        String uniforms = locals.allocate("uniforms");
        parameters.add("constant " + module.names().uniformStruct(kernel) + "& " + uniforms + " [[buffer("
                + parameters.size() + ")]]");
        Map<Variable, String> members = UniformStruct.memberNames(module, block);
        int before = prologue.size();
        for (Variable variable : block.offsets().keySet()) {
            String member = uniforms + "." + members.get(variable) + ";";
            if (!(variable.type() instanceof Type.Array)) {
                addLocal(variable, module.types().of(variable.type()), member);
            } else if (locals.hasLength(variable) && !module.isChecked()) {
                prologue.add("const int " + locals.length(variable) + " = " + member);
            }
        }
        if (prologue.size() == before) {
            prologue.add("(void) " + uniforms + ";");
        }
    }

    /** Whether there is a buffer slot for what checks need. */
    static boolean hasSlotForChecks(Kernel kernel, UniformBlock block) {
        return kernel.buffers().size() + (block.size() == 0 ? 0 : 1) < BUFFER_SLOTS;
    }

    private void addChecks() {
        String record = locals.allocate("record");
        parameters.add("device int* " + record + " [[buffer(" + parameters.size() + ")]]");
        List<KernelParameter.Buffer> buffers = kernel.buffers();
        for (int slot = 0; slot < buffers.size(); slot++) {
            Variable variable = buffers.get(slot).variable();
            if (locals.hasLength(variable)) {
                int at = RECORD_INTS + slot;
                prologue.add("const int " + locals.length(variable) + " = " + record + "[" + at + "];");
            }
        }
        String position = inputs.computeIfAbsent(KernelParameter.Kind.THREAD_POSITION_IN_GRID, this::addInput);
        String checks = locals.declareChecks();
        String type = module.support().use("smelt_checks");
        prologue.add("const " + type + " " + checks + " = {" + record + ", " + position + "};");
        prologue.add("(void) " + checks + ";");
    }

    private void addLocal(Variable variable, String type, String value) {
        if (reads.isUsed(variable)) {
            String qualifier = reads.isAssigned(variable) ? "" : "const ";
            prologue.add(qualifier + type + " " + locals.name(variable) + " = " + value);
        }
    }

    private void addPositions() {
        for (KernelParameter.Position position : kernel.positions()) {
            if (reads.isUsed(position.variable())) {
                String input = inputs.computeIfAbsent(position.kind(), this::addInput);
                addLocal(
                        position.variable(),
                        module.types().of(position.variable().type()),
                        from(input, position));
            }
        }
    }

    /** Grid attributes are always three-dimensional: MSL doesn't let scalars and vectors mix in one signature. */
    private String addInput(KernelParameter.Kind kind) {
        String attribute = kind.name().toLowerCase(Locale.ROOT);
        String name = locals.allocate(attribute);
        parameters.add((kind.isIndex() ? "uint " : "uint3 ") + name + " [[" + attribute + "]]");
        return name;
    }

    private static String from(String input, KernelParameter.Position position) {
        if (position.kind().isIndex()) {
            return "int(" + input + ");";
        }
        return switch (position.dimensions()) {
            case 1 -> "int(" + input + ".x);";
            case 2 -> "int2(" + input + ".xy);";
            default -> "int3(" + input + ");";
        };
    }
}
