package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.testing.Golden;
import dev.smelt.compiler.testing.MslOnClang;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MslEmitterTest {
    private final Golden golden = new Golden("msl", ".metal");

    @TestFactory
    Stream<DynamicTest> emitsWhatIsExpectedAndClangAccepts() {
        return MslCases.ALL.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private void check(String name, Supplier<KernelModule> module) {
        String text = MslEmitter.emit(module.get()).text();
        golden.check(name, text);
        MslOnClang.compile(text).close();
    }

    @Test
    void hasNoOrphans() {
        golden.checkOrphans(List.copyOf(MslCases.ALL.keySet()));
    }
}
