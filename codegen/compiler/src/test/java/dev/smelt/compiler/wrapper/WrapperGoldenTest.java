package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrapperGoldenTest {
    private static final Map<String, Map<String, String>> USERS = Map.of(
            "scene", Map.of("demo/Scene.java", WrapperCases.SCENE_RECORDS),
            "unnamed", Map.of("InBatch.java", WrapperCases.UNNAMED_RECORDS));

    private final Golden golden = new Golden("wrapper", ".java");

    static Stream<Arguments> cases() {
        return WrapperCases.ALL.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesReadableJavaThatCompilesWithoutWarnings(String name, Supplier<KernelModule> module) {
        golden.check(name, Wrapped.write(module.get()).text());
        Wrapped.compile(module.get(), USERS.getOrDefault(name, Map.of()));
    }

    @Test
    void hasNoOtherGoldens() {
        golden.checkOrphans(List.copyOf(WrapperCases.ALL.keySet()));
    }
}
