package dev.smelt.compiler.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses a file with javac and with this package, and tells the differences. */
final class JavacComparison {
    private final SourceFile file;
    private final List<String> differences = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics();

    private JavacComparison(SourceFile file) {
        this.file = file;
    }

    /** The differences, each with what javac has and what we have; empty if there are none. */
    static List<String> compare(SourceFile file) {
        JavacComparison comparison = new JavacComparison(file);
        try {
            comparison.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        comparison.diagnostics.sorted().forEach(d -> comparison.differences.add(DiagnosticRenderer.render(d)));
        return comparison.differences;
    }

    private void run() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject object =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return file.text();
                    }
                };
        JavacTask task =
                (JavacTask) compiler.getTask(null, null, d -> {}, List.of("-proc:none"), null, List.of(object));
        CompilationUnitTree theirs = task.parse().iterator().next();
        JavacDump dump = new JavacDump(theirs, Trees.instance(task).getSourcePositions(), file.text());
        CompilationUnit ours = JavaParser.parseFile(file, diagnostics);
        String packageName =
                theirs.getPackageName() == null ? "" : theirs.getPackageName().toString();
        check("package", packageName, ours.packageName());
        check(
                "imports",
                theirs.getImports().stream().map(i -> i.toString().trim()).collect(Collectors.joining()),
                ours.imports().stream()
                        .map(i -> "import " + (i.isStatic() ? "static " : "") + i.name() + (i.onDemand() ? ".*;" : ";"))
                        .collect(Collectors.joining()));
        List<ClassTree> types = classes(theirs.getTypeDecls());
        check("number of types", "" + types.size(), "" + ours.types().size());
        for (int i = 0; i < Math.min(types.size(), ours.types().size()); i++) {
            check(
                    "declarations",
                    dump.type(types.get(i)),
                    AstDump.dump(ours.types().get(i)));
            bodies(dump, types.get(i), ours.types().get(i));
        }
    }

    private void check(String what, String theirs, String ours) {
        if (!theirs.equals(ours)) {
            int at = 0;
            while (at < Math.min(theirs.length(), ours.length()) && theirs.charAt(at) == ours.charAt(at)) {
                at++;
            }
            differences.add(
                    file.path() + ": " + what + "\n  javac: " + around(theirs, at) + "\n  ours:  " + around(ours, at));
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private static List<ClassTree> classes(List<? extends Tree> trees) {
        return trees.stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toList());
    }

    private void bodies(JavacDump dump, ClassTree theirs, TypeDecl ours) {
        List<MethodTree> methods = theirs.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(m -> m.getReturnType() != null)
                .collect(Collectors.toList());
        for (int i = 0; i < Math.min(methods.size(), ours.methods().size()); i++) {
            MethodDecl method = ours.methods().get(i);
            if (method.body() != null && methods.get(i).getBody() != null) {
                String expected = dump.dump(methods.get(i).getBody());
                JavaParser.parseBody(method.body(), diagnostics)
                        .ifPresent(block -> check(method.name(), expected, AstDump.dumpSupported(block)));
            }
        }
        List<VariableTree> fields = theirs.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !JavacDump.isEnumConstant(field))
                .filter(field -> field.getInitializer() != null)
                .collect(Collectors.toList());
        List<FieldDecl> values =
                ours.fields().stream().filter(f -> f.initializer() != null).collect(Collectors.toList());
        for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
            FieldDecl field = values.get(i);
            String expected = dump.dump(fields.get(i).getInitializer());
            if (field.initializer() != null) {
                JavaParser.parseExpression(field.initializer(), diagnostics)
                        .ifPresent(value -> check(field.name(), expected, AstDump.dumpSupported(value)));
            }
        }
        List<ClassTree> nested = classes(theirs.getMembers());
        for (int i = 0; i < Math.min(nested.size(), ours.types().size()); i++) {
            bodies(dump, nested.get(i), ours.types().get(i));
        }
    }
}
