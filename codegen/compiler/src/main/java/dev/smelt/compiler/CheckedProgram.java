package dev.smelt.compiler;

import dev.smelt.compiler.GeneratedFile.Kind;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.jvm.JvmEmitter;
import dev.smelt.compiler.jvm.JvmSource;
import dev.smelt.compiler.msl.MslEmitter;
import dev.smelt.compiler.msl.MslProgram;
import dev.smelt.compiler.pass.CheckSite;
import dev.smelt.compiler.pass.InsertChecks;
import dev.smelt.compiler.pass.Passes;
import java.util.List;

/**
 * The second form of a class of kernels, for checked mode.
 *
 * @param msl its text; the functions have the names that they have in the plain text
 * @param sites what is checked where, by the numbers of the checks
 */
record CheckedProgram(String binaryName, MslProgram msl, JvmSource jvm, List<CheckSite> sites) {
    /**
     * The checked form of a module.
     *
     * @param analyzed as {@code sema} made it
     * @param plain the same behind {@link Passes#COMMON}
     * @param plainMsl the plain text
     */
    static CheckedProgram of(KernelModule analyzed, KernelModule plain, MslProgram plainMsl) {
        InsertChecks checks = new InsertChecks();
        KernelModule module = Passes.run(Passes.checked(checks), analyzed);
        MslProgram msl = MslEmitter.emitChecked(module, plain);
        if (!plainMsl.entryPoints().equals(msl.entryPoints())) {
            throw new AssertionError(analyzed.binaryName() + ": other entry points with checks: " + msl.entryPoints());
        }
        return new CheckedProgram(module.binaryName(), msl, JvmEmitter.emitChecked(module), checks.sites());
    }

    /** What is generated. The folder of its own keeps the goal {@code metallib} from building libraries of it. */
    List<GeneratedFile> files() {
        String base = "META-INF/smelt/checked/" + binaryName;
        return List.of(
                new GeneratedFile(Kind.RESOURCE, base + ".metal", msl.text()),
                new GeneratedFile(Kind.RESOURCE, base + ".checks", siteText()),
                new GeneratedFile(Kind.SOURCE, jvm.path(), jvm.text()));
    }

    /** A line for each check: its kind, file, line and name, with tabs between. */
    private String siteText() {
        StringBuilder text = new StringBuilder();
        for (CheckSite site : sites) {
            text.append(site.kind())
                    .append('\t')
                    .append(site.fileName())
                    .append('\t')
                    .append(site.line())
                    .append('\t')
                    .append(site.what())
                    .append('\n');
        }
        return text.toString();
    }
}
