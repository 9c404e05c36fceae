package dev.smelt.compiler;

import dev.smelt.compiler.GeneratedFile.Kind;
import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.DiagnosticRenderer;
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

    /** Compiles all kernels found in the sources, without code for checked mode. */
    public static CompilationResult compile(List<SourceFile> sources) {
        return compile(sources, Checking.NONE);
    }

    /**
     * Compiles all kernels found in the sources.
     *
     * @param sources the sources of one project; kernels may use helpers and constants of any of them
     */
    public static CompilationResult compile(List<SourceFile> sources, Checking checking) {
        Diagnostics diagnostics = new Diagnostics();
        List<CompilationUnit> units = parse(sources, diagnostics);
        List<KernelModule> modules = Analyzer.analyze(units, checking == Checking.BY_DEFAULT, diagnostics);
        List<GeneratedFile> files = new ArrayList<>();
        if (!diagnostics.hasErrors()) {
            DeepStack.map(modules, module -> generate(module, checking)).forEach(files::addAll);
        }
        return new CompilationResult(diagnostics.sorted(), files);
    }

    /**
     * The classes for the JVM device that {@link #compile} gives, but with all that each thread does one after the other: what
     * the usual form is measured against.
     *
     * @param sources the sources of one project, without mistakes
     */
    public static List<GeneratedFile> compileLaneByLane(List<SourceFile> sources) {
        Diagnostics diagnostics = new Diagnostics();
        List<KernelModule> modules = Analyzer.analyze(parse(sources, diagnostics), false, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new IllegalArgumentException(
                    DiagnosticRenderer.render(diagnostics.sorted().get(0)));
        }
        return modules.stream()
                .map(module -> JvmEmitter.emitLaneByLane(Passes.run(Passes.COMMON, module)))
                .map(jvm -> new GeneratedFile(Kind.SOURCE, jvm.path(), jvm.text()))
                .toList();
    }

    /** Files that can't have kernels are read for what kernels use; what is wrong in them is javac's to say. */
    private static List<CompilationUnit> parse(List<SourceFile> sources, Diagnostics diagnostics) {
        record Parsed(CompilationUnit unit, Diagnostics diagnostics) {}
        List<CompilationUnit> units = new ArrayList<>();
        for (Parsed parsed : DeepStack.map(sources, source -> {
            Diagnostics own = new Diagnostics();
            return new Parsed(JavaParser.parseFile(source, own), own);
        })) {
            units.add(parsed.unit());
            if (parsed.unit().file().text().contains("Kernel")) {
                diagnostics.addAll(parsed.diagnostics());
            }
        }
        return units;
    }

    private static List<GeneratedFile> generate(KernelModule analyzed, Checking checking) {
        List<GeneratedFile> files = new ArrayList<>();
        KernelModule module = Passes.run(Passes.COMMON, analyzed);
        MslProgram msl = MslEmitter.emit(module);
        JvmSource jvm = JvmEmitter.emit(module);
        files.add(new GeneratedFile(Kind.RESOURCE, "META-INF/smelt/" + module.binaryName() + ".metal", msl.text()));
        files.add(new GeneratedFile(Kind.SOURCE, jvm.path(), jvm.text()));
        WrapperModel model = WrapperModel.of(module, msl.entryPoints(), jvm);
        if (checking != Checking.NONE) {
            CheckedProgram checked = CheckedProgram.of(analyzed, module, msl);
            files.addAll(checked.files());
            model = model.withChecked(checked.jvm(), checking == Checking.BY_DEFAULT);
        }
        WrapperSource wrapper = WrapperWriter.write(model);
        files.add(new GeneratedFile(Kind.SOURCE, wrapper.path(), wrapper.text()));
        return files;
    }
}
