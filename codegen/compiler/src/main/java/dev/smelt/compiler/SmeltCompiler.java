package dev.smelt.compiler;

import dev.smelt.compiler.GeneratedFile.Kind;
import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmEmitter;
import dev.smelt.compiler.jvm.JvmSource;
import dev.smelt.compiler.msl.MslEmitter;
import dev.smelt.compiler.msl.MslProgram;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.sema.Analyzer;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.compiler.wrapper.WrapperModel;
import dev.smelt.compiler.wrapper.WrapperSource;
import dev.smelt.compiler.wrapper.WrapperWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the kernels of a set of Java sources: parse, analyse, run the passes, and write MSL, Java for the JVM device,
 * and a typed wrapper for each class.
 *
 * <p>Trees can be deep, and what walks them recurses: call this on a thread with a large stack, as {@code build} does.
 */
public final class SmeltCompiler {
    private SmeltCompiler() {}

    /**
     * Compiles all kernels found in the sources.
     *
     * @param sources the sources of one project; kernels may use helpers and constants of any of them
     */
    public static CompilationResult compile(List<SourceFile> sources) {
        Diagnostics diagnostics = new Diagnostics();
        List<CompilationUnit> units = parse(sources, diagnostics);
        List<KernelModule> modules = Analyzer.analyze(units, diagnostics);
        List<GeneratedFile> files = new ArrayList<>();
        if (!diagnostics.hasErrors()) {
            modules.forEach(module -> generate(Passes.run(Passes.COMMON, module), files));
        }
        return new CompilationResult(diagnostics.sorted(), files);
    }

    /** Files that can't have kernels are read for what kernels use; what is wrong in them is javac's to say. */
    private static List<CompilationUnit> parse(List<SourceFile> sources, Diagnostics diagnostics) {
        List<CompilationUnit> units = new ArrayList<>();
        for (SourceFile source : sources) {
            boolean mayHaveKernels = source.text().contains("Kernel");
            units.add(JavaParser.parseFile(source, mayHaveKernels ? diagnostics : new Diagnostics()));
        }
        return units;
    }

    private static void generate(KernelModule module, List<GeneratedFile> files) {
        MslProgram msl = MslEmitter.emit(module);
        JvmSource jvm = JvmEmitter.emit(module);
        WrapperSource wrapper = WrapperWriter.write(WrapperModel.of(module, msl.entryPoints(), jvm));
        files.add(new GeneratedFile(Kind.RESOURCE, "META-INF/smelt/" + module.binaryName() + ".metal", msl.text()));
        files.add(new GeneratedFile(Kind.SOURCE, jvm.path(), jvm.text()));
        files.add(new GeneratedFile(Kind.SOURCE, wrapper.path(), wrapper.text()));
    }
}
