package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.testing.Golden;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.ValidatedPasses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MslEmitterTest {
    private final Golden golden = new Golden("msl", ".metal");

    @TestFactory
    Stream<DynamicTest> emitsWhatIsExpectedAndClangAccepts() {
        return all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static Map<String, Supplier<KernelModule>> all() {
        Map<String, Supplier<KernelModule>> all = new TreeMap<>(MslCases.ALL);
        all.putAll(MslMemoryCases.ALL);
        return all;
    }

    private void check(String name, Supplier<KernelModule> module) {
        KernelModule validated = ValidatedPasses.run(Passes.COMMON, module.get());
        ValidatedPasses.run(Passes.FOR_MSL, validated);
        String text = MslEmitter.emit(validated).text();
        golden.check(name, text);
        MslOnClang.compile(text).close();
    }

    @Test
    void hasNoOrphans() {
        golden.checkOrphans(List.copyOf(all().keySet()));
    }
}
