package dev.smelt.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.diag.DiagnosticRenderer;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.runtime.Device;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled and run, so that it stays true. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");

    private final String kernel = block("kernel");

    @Test
    void kernelBecomesTheMetalThatIsShown() {
        String metal = compile(kernel).files().stream()
                .filter(file -> file.kind() == GeneratedFile.Kind.RESOURCE)
                .map(GeneratedFile::text)
                .collect(Collectors.joining());
        assertThat(metal).contains(block("msl"));
    }

    @Test
    void callPrintsWhatIsShown() throws Exception {
        Map<String, String> sources = new HashMap<>();
        sources.put("demo/Activations.java", kernel);
        sources.put("demo/Demo.java", block("call"));
        for (GeneratedFile file : compile(kernel).files()) {
            if (file.kind() == GeneratedFile.Kind.SOURCE) {
                sources.put(file.path(), file.text());
            }
        }
        Method main = JavaClasses.compile(sources).load("demo.Demo").getDeclaredMethod("main", String[].class);
        main.setAccessible(true);

        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(block("output"));
    }

    @Test
    void plainCallsAndABatchThatIsReplayedComputeTheSame() throws Exception {
        Map<String, String> sources = new HashMap<>();
        sources.put("demo/Activations.java", kernel);
        sources.put("demo/Replay.java", block("replay"));
        for (GeneratedFile file : compile(kernel).files()) {
            if (file.kind() == GeneratedFile.Kind.SOURCE) {
                sources.put(file.path(), file.text());
            }
        }
        JavaClasses classes = JavaClasses.compile(sources);
        Class<?> wrapper = classes.load("demo.ActivationsKernels");
        Method load = wrapper.getDeclaredMethod("load", Device.class);
        load.setAccessible(true);
        try (Device device = Device.jvm()) {
            for (String name : List.of("plain", "batch")) {
                Method method = classes.load("demo.Replay").getDeclaredMethod(name, wrapper, Device.class);
                method.setAccessible(true);
                assertThat(method.invoke(null, load.invoke(null, device), device))
                        .as(name)
                        .isEqualTo(12f);
            }
        }
    }

    @Test
    void mistakeIsReportedAsIsShown() {
        String rendered = compile(kernel.replace("exp(-x)", "expp(-x)")).diagnostics().stream()
                .map(DiagnosticRenderer::render)
                .collect(Collectors.joining());
        assertThat(rendered).isEqualTo(block("mistake"));
    }

    private static CompilationResult compile(String source) {
        return SmeltCompiler.compile(List.of(new SourceFile("Activations.java", source)));
    }

    /** The code behind the comment of this name. */
    private static String block(String name) {
        try {
            Matcher block = Pattern.compile("<!-- " + name + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(README));
            assertThat(block.find()).as("README has a block named " + name).isTrue();
            return block.group(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
