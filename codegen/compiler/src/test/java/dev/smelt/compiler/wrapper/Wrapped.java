package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.Kernel;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmEmitter;
import dev.smelt.compiler.jvm.JvmSource;
import dev.smelt.compiler.testing.JavaClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Generates the two classes of a module and compiles them. */
final class Wrapped {
    private Wrapped() {}

    static WrapperSource write(KernelModule module) {
        return write(module, JvmEmitter.emit(module));
    }

    private static WrapperSource write(KernelModule module, JvmSource jvm) {
        Map<String, String> entryPoints =
                module.kernels().stream().collect(Collectors.toMap(Kernel::name, Kernel::name));
        return WrapperWriter.write(WrapperModel.of(module, entryPoints, jvm));
    }

    /** Compiles the generated classes, with the user's own sources by path. */
    static JavaClasses compile(KernelModule module, Map<String, String> users) {
        JvmSource jvm = JvmEmitter.emit(module);
        WrapperSource wrapper = write(module, jvm);
        Map<String, String> sources = new HashMap<>(users);
        sources.put(jvm.path(), jvm.text());
        sources.put(wrapper.path(), wrapper.text());
        return JavaClasses.compile(sources);
    }
}
