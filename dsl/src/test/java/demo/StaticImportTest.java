package demo;

import static dev.smelt.dsl.Msl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.dsl.Builtin;
import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.MathMode;
import dev.smelt.dsl.Msl;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;
import dev.smelt.dsl.Uniform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Uses the DSL as kernels do: from another package, by one static import. */
final class StaticImportTest {

    @Kernel
    static float sigmoid(float x, @Uniform float k) {
        return k / (1f + exp(-x));
    }

    @Kernel(math = MathMode.FAST)
    static void reverse(float[] x, @Threadgroup(64) float[] tile, @ThreadPositionInGrid int i) {
        tile[i] = x[i];
        x[i] = tile[63 - i];
    }

    @Test
    void functionsOfEveryFamilyAreImported() {
        assertThat(sigmoid(0f, 1f)).isEqualTo(0.5f);
        assertThat(exp(0f)).isEqualTo(1f);
        assertThat(popcount(7)).isEqualTo(3);
        assertThat(clz(1L)).isEqualTo(63L);
        assertThat(max(new Float3(1f, 2f, 3f), 2f)).isEqualTo(new Float3(2f, 2f, 3f));
        assertThat(dot(new Float3(1f), new Float3(2f))).isEqualTo(6f);
        assertThat(all(isfinite(new Float3(1f)))).isTrue();
    }

    @Test
    void functionsAreCalledThroughTheClassToo() {
        assertThat(Msl.exp(1f)).isEqualTo((float) Math.E);
    }

    @Test
    void swizzlesAreCalledFromAnotherPackage() {
        assertThat(new Float3(1f, 2f, 3f).zyx()).isEqualTo(new Float3(3f, 2f, 1f));
    }

    @Test
    void reflectionFindsTheInheritedFunctions() throws NoSuchMethodException {
        Builtin exp = Msl.class.getMethod("exp", float.class).getAnnotation(Builtin.class);
        assertThat(exp.value()).isEqualTo("metal::precise::exp");
        assertThat(exp.fast()).isEqualTo("metal::fast::exp");
        assertThat(Arrays.stream(Msl.class.getMethods()).filter(m -> m.isAnnotationPresent(Builtin.class)))
                .hasSizeGreaterThan(300);
    }

    @Test
    void kernelsAreFoundByReflection() throws NoSuchMethodException {
        Kernel kernel = StaticImportTest.class
                .getDeclaredMethod("reverse", float[].class, float[].class, int.class)
                .getAnnotation(Kernel.class);
        assertThat(kernel.math()).isEqualTo(MathMode.FAST);
    }
}
