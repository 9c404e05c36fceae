package dev.smelt.compiler.testing;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.DeepStack;
import dev.smelt.compiler.GeneratedFile;
import dev.smelt.compiler.SmeltCompiler;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Runs the compiler over sources in memory, on a thread with a large stack as the build does. */
public final class Compiling {
    private Compiling() {}

    /** Compiles some files; an exception of the compiler comes out as an {@link AssertionError}. */
    public static CompilationResult compile(SourceFile... files) {
        return compile(List.of(files), 60);
    }

    /** Compiles some files, and fails if that takes longer. */
    public static CompilationResult compile(List<SourceFile> files, int seconds) {
        return onDeepStack(() -> SmeltCompiler.compile(files), seconds, files.toString());
    }

    /** Compiles some files with what checked mode needs. */
    public static CompilationResult compile(List<SourceFile> files, Checking checking) {
        return onDeepStack(() -> SmeltCompiler.compile(files, checking), 60, files.toString());
    }

    /** Runs something, and fails if that takes longer. */
    public static <T> T onDeepStack(Callable<T> work, int seconds, String what) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = DeepStack.start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("failed on " + what, e.getCause());
        } catch (TimeoutException e) {
            AssertionError slow = new AssertionError("takes longer than " + seconds + " s on " + what, e);
            slow.setStackTrace(thread.getStackTrace());
            throw slow;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All diagnostics as a user sees them. */
    public static String rendered(CompilationResult result) {
        return result.diagnostics().stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
    }

    /** The generated Java, by path, to be compiled with {@link JavaClasses}. */
    public static Map<String, String> java(CompilationResult result) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (GeneratedFile file : result.files()) {
            if (file.kind() == GeneratedFile.Kind.SOURCE) {
                sources.put(file.path(), file.text());
            }
        }
        return sources;
    }
}
