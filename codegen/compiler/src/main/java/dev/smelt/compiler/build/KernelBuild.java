package dev.smelt.compiler.build;

import dev.smelt.compiler.Checking;
import dev.smelt.compiler.CompilationResult;
import dev.smelt.compiler.DeepStack;
import dev.smelt.compiler.SmeltCompiler;
import dev.smelt.compiler.build.BuildOutcome.Message;
import dev.smelt.compiler.build.BuildOutcome.Status;
import dev.smelt.compiler.diag.Diagnostic;
import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Builds the kernels of a project: finds and reads the sources, compiles them unless nothing has changed since the last
 * build, and brings the outputs up to date. A build that fails leaves the outputs as they were. If there is much to
 * compile, that is done in a JVM of its own ({@link BuildProcess}).
 */
public final class KernelBuild {
    /** The compiler; another one in tests. */
    @FunctionalInterface
    interface Compiler {
        CompilationResult compile(List<SourceFile> sources, Checking checking);
    }

    /** How many sources make up for the start of a JVM. */
    private static final int MANY_SOURCES = 10;

    private final Compiler compiler;
    private final String compilerIdentity;

    KernelBuild(Compiler compiler, String compilerIdentity) {
        this.compiler = compiler;
        this.compilerIdentity = compilerIdentity;
    }

    /**
     * Builds.
     *
     * @return the outcome, where mistakes in the sources are messages
     * @throws BuildException if a directory is missing or a file cannot be read or written
     */
    public static BuildOutcome run(BuildRequest request) throws BuildException {
        KernelBuild build = new KernelBuild(SmeltCompiler::compile, CompilerIdentity.current());
        Plan plan = build.plan(request);
        if (plan.isDone() || plan.inputs().sources().size() < MANY_SOURCES) {
            return build.carryOut(plan);
        }
        Optional<BuildOutcome> elsewhere = new BuildProcess(build.compilerIdentity).build(request);
        return elsewhere.isPresent() ? elsewhere.get() : build.carryOut(plan);
    }

    /** Builds in this JVM. */
    BuildOutcome build(BuildRequest request) throws BuildException {
        return carryOut(plan(request));
    }

    /**
     * What there is to do.
     *
     * @param before what the last build left
     * @param isDone whether that is what this build would leave
     */
    private record Plan(BuildRequest request, Inputs inputs, BuildState before, boolean isDone) {}

    private Plan plan(BuildRequest request) throws BuildException {
        Inputs inputs = Inputs.read(request, compilerIdentity);
        BuildState before = BuildState.read(request.stateFile());
        boolean isDone = !request.force() && isUpToDate(before, inputs.fingerprint(), new Outputs(request));
        return new Plan(request, inputs, before, isDone);
    }

    private BuildOutcome carryOut(Plan plan) throws BuildException {
        BuildRequest request = plan.request();
        Inputs inputs = plan.inputs();
        BuildState before = plan.before();
        int sources = inputs.sources().size();
        if (plan.isDone()) {
            int files = before.outputs().size();
            return new BuildOutcome(Status.UP_TO_DATE, before.messages(), sources, files, 0, 0);
        }
        Checking checking = request.checks() ? Checking.BY_DEFAULT : Checking.ON_DEMAND;
        CompilationResult result = DeepStack.call(() -> compiler.compile(inputs.sources(), checking));
        List<Message> messages =
                result.diagnostics().stream().map(KernelBuild::render).toList();
        if (result.hasErrors()) {
            return new BuildOutcome(Status.FAILED, messages, sources, 0, 0, 0);
        }
        List<String> warnings = messages.stream().map(Message::text).toList();
        Outputs.Changes changes =
                new Outputs(request).bringUpToDate(before, result.files(), inputs.fingerprint(), warnings);
        int files = result.files().size();
        return new BuildOutcome(Status.GENERATED, messages, sources, files, changes.written(), changes.deleted());
    }

    private static boolean isUpToDate(BuildState before, String fingerprint, Outputs outputs) throws BuildException {
        try {
            return before.inputs().equals(fingerprint) && outputs.areUnchanged(before.outputs());
        } catch (IOException e) {
            throw new BuildException("cannot read a generated file: " + Reason.of(e), e);
        }
    }

    private static Message render(Diagnostic diagnostic) {
        return new Message(
                diagnostic.isError(), DiagnosticRenderer.render(diagnostic).stripTrailing());
    }
}
