package dev.smelt.compiler.jvm;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.testing.Golden;
import dev.smelt.compiler.testing.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JvmGoldenTest {
    private static final Map<String, Supplier<KernelModule>> ALL = new TreeMap<>(JvmCases.ALL);

    static {
        ALL.put("reduce", JvmLaneCases::reduce);
        ALL.put("clusters", JvmLaneCases::clusters);
        ALL.put("series", JvmLaneCases::series);
    }

    private final Golden golden = new Golden("jvm", ".java");

    static Stream<Arguments> cases() {
        return ALL.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void emitsReadableJavaThatCompilesWithoutWarnings(String name, Supplier<KernelModule> module) {
        JvmSource source = JvmEmitter.emit(module.get());
        golden.check(name, source.text());
        JavaClasses.compile(Map.of(source.path(), source.text()));
    }

    @Test
    void hasNoOtherGoldens() {
        golden.checkOrphans(List.copyOf(ALL.keySet()));
    }
}
