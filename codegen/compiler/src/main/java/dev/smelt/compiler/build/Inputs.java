package dev.smelt.compiler.build;

import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The sources as they are compiled.
 *
 * @param fingerprint of the compiler and its options, and of the names and bytes of the sources. Bytes, not sizes and times: an editor
 *     or a checkout may change a file within one tick of the clock
 */
record Inputs(List<SourceFile> sources, String fingerprint) {
    static Inputs read(BuildRequest request, String compilerIdentity) throws BuildException {
        List<SourceFile> sources = new ArrayList<>();
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(compilerIdentity);
        fingerprint.add("checks=" + request.checks());
        for (SourceFinder.Found source : SourceFinder.find(request)) {
            byte[] bytes = read(source);
            fingerprint.add(source.display());
            fingerprint.add(bytes);
            sources.add(SourceReader.read(bytes, source.display()));
        }
        return new Inputs(sources, fingerprint.toHex());
    }

    private static byte[] read(SourceFinder.Found source) throws BuildException {
        try {
            return Files.readAllBytes(source.path());
        } catch (IOException e) {
            throw new BuildException("cannot read source " + Reason.of(e), e);
        }
    }
}
