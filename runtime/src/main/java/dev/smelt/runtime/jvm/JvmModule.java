package dev.smelt.runtime.jvm;

import dev.smelt.dsl.checks.CheckFailure;
import dev.smelt.runtime.KernelCheckException;
import dev.smelt.runtime.KernelCheckException.Position;
import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.backend.CheckedMode;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.spi.JvmKernel;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A class of kernels on the JVM device: for each the code that runs it, which is plain or checked. */
final class JvmModule implements LoadedModule {
    private final ModuleDescriptor module;
    private final Map<KernelDescriptor, JvmKernel> code;
    private final boolean checked;

    private JvmModule(ModuleDescriptor module, Map<KernelDescriptor, JvmKernel> code, boolean checked) {
        this.module = module;
        this.code = code;
        this.checked = checked;
    }

    static JvmModule load(ModuleDescriptor module) {
        Map<KernelDescriptor, JvmKernel> code = new HashMap<>();
        for (KernelDescriptor kernel : module.kernels()) {
            code.put(
                    kernel,
                    kernel.jvm()
                            .orElseThrow(() -> new KernelCompilationException(
                                    kernel + " of " + module.className() + " was generated without code for the JVM",
                                    kernel.location(),
                                    (Throwable) null)));
        }
        Supplier<List<JvmKernel>> inCheckedForm = module.checked();
        boolean checked = CheckedMode.isWanted(module);
        if (checked && inCheckedForm != null) {
            List<JvmKernel> kernels = inCheckedForm.get();
            for (int i = 0; i < kernels.size(); i++) {
                code.put(module.kernels().get(i), kernels.get(i));
            }
        }
        return new JvmModule(module, Map.copyOf(code), checked);
    }

    /** The code of a kernel. */
    JvmKernel code(KernelDescriptor kernel) {
        JvmKernel found = code.get(kernel);
        if (found == null) {
            throw new AssertionError(kernel + " is not of " + module.className());
        }
        return found;
    }

    /** Whether the code of a kernel may be given more threads at a time than a threadgroup has. */
    boolean runsRows(KernelDescriptor kernel) {
        // What fails in the checked form is told with its threadgroup.
        return kernel.hasJvmRows() && !checked;
    }

    /** What a failed check is for the caller; where threads fail together, the first stands for them. */
    KernelCheckException failure(KernelDescriptor kernel, CheckFailure failure, JvmThreadgroup threadgroup) {
        int @Nullable [] thread = failure.thread();
        Position position = thread == null
                ? new Position(threadgroup.firstX(), threadgroup.firstY(), threadgroup.firstZ())
                : new Position(thread[0], thread[1], thread[2]);
        return CheckedMode.failure(module, kernel, failure.site(), position, failure.index(), failure.length());
    }

    @Override
    public boolean isChecked() {
        return checked;
    }

    @Override
    public int maxThreadsPerThreadgroup(KernelDescriptor kernel) {
        return Threadgroups.LIMIT;
    }
}
