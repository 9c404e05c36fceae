package dev.smelt.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KernelDescriptorTest {
    @Test
    void hasWhatItWasBuiltWith() {
        KernelDescriptor kernel = KernelDescriptor.builder("saxpy")
                .source("Activations.java", 22)
                .entryPoint("saxpy_1")
                .uniform("a", float.class, 0)
                .array("x", float.class, Access.READ, 4)
                .array("y", float.class, Access.READ_WRITE, -1)
                .uniformBytes(8)
                .build();

        assertThat(kernel).hasToString("kernel saxpy (Activations.java:22)");
        assertThat(kernel.entryPoint()).isEqualTo("saxpy_1");
        assertThat(kernel.uniforms()).containsExactly(new UniformParameter("a", float.class, 0));
        assertThat(kernel.arrays()).extracting(ArrayParameter::name).containsExactly("x", "y");
        assertThat(kernel.arrays()).extracting(array -> array.access().writes()).containsExactly(false, true);
        assertThat(kernel.isMap()).isFalse();
        assertThat(kernel.jvm()).isEmpty();
    }

    @Test
    void namesTheResourcesOfItsModule() {
        ModuleDescriptor module = new ModuleDescriptor("demo.A$B", KernelDescriptorTest.class, List.of());

        assertThat(module.sourceResource()).isEqualTo("META-INF/smelt/demo.A$B.metal");
        assertThat(module.libraryResource()).isEqualTo("META-INF/smelt/demo.A$B.metallib");
    }

    @Test
    void refusesToContradictItself() {
        KernelDescriptor.Builder lengthOutside = KernelDescriptor.builder("k").array("x", float.class, Access.READ, 0);
        KernelDescriptor.Builder uniformOutside =
                KernelDescriptor.builder("k").uniform("a", float.class, 4).uniformBytes(4);
        KernelDescriptor.Builder odd = KernelDescriptor.builder("k").uniformBytes(3);
        KernelDescriptor.Builder withoutResult = KernelDescriptor.builder("k").map();
        KernelDescriptor.Builder tooMany = KernelDescriptor.builder("k").uniformBytes(4);
        for (int i = 0; i < 31; i++) {
            tooMany.array("x" + i, float.class, Access.READ, -1);
        }

        assertThatIllegalArgumentException().isThrownBy(lengthOutside::build);
        assertThatIllegalArgumentException().isThrownBy(uniformOutside::build);
        assertThatIllegalArgumentException().isThrownBy(odd::build).withMessage("kernel k: uniformBytes(3)");
        assertThatIllegalArgumentException().isThrownBy(withoutResult::build);
        assertThatIllegalArgumentException().isThrownBy(tooMany::build).withMessage("kernel k: more than 31 buffers");
    }
}
