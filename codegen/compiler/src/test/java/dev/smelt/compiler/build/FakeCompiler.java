package dev.smelt.compiler.build;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.GeneratedFile;
import dev.smelt.compiler.GeneratedFile.Kind;
import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Makes a wrapper and a Metal text of each source; the words BAD and ODD in a source are an error and a warning. */
final class FakeCompiler implements KernelBuild.Compiler {
    int runs;

    @Override
    public CompilationResult compile(List<SourceFile> sources, Checking checking) {
        Diagnostics diagnostics = new Diagnostics();
        runs++;
        List<GeneratedFile> files = new ArrayList<>();
        for (SourceFile source : sources) {
            report(source, "BAD", Code.SYNTAX, diagnostics);
            report(source, "ODD", Code.ENDLESS_LOOP, diagnostics);
            String name = source.fileName().replace(".java", "");
            files.add(new GeneratedFile(Kind.SOURCE, "demo/" + name + "Kernels.java", "// " + source.text()));
            files.add(new GeneratedFile(Kind.RESOURCE, "META-INF/smelt/demo." + name + ".metal", source.text()));
        }
        return new CompilationResult(diagnostics.sorted(), diagnostics.hasErrors() ? List.of() : files);
    }

    private static void report(SourceFile source, String word, Code code, Diagnostics diagnostics) {
        int at = source.text().indexOf(word);
        if (at >= 0) {
            diagnostics.report(code, new Span(source, at, at + 3), "this is " + word, "write better");
        }
    }
}
