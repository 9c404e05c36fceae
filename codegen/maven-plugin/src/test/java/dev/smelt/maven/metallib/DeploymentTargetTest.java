package dev.smelt.maven.metallib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smelt.compiler.build.BuildException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTargetTest {
    @ParameterizedTest
    @CsvSource({
        "14, 14.0, metal3.1", "14.0, 14.0, metal3.1", "14.2.1, 14.2.1, metal3.1",
        "15.0, 15.0, metal3.2", "26, 26.0, metal4.0", "27.1, 27.1, metal4.0"
    })
    void decidesTheVersionOfTheLanguage(String text, String macos, String standard) throws Exception {
        assertThat(DeploymentTarget.of(text)).isEqualTo(new DeploymentTarget(macos, standard));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13.0", "16", "25.9", "macOS 14", "14.0; rm", "14.", "99999999999"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> DeploymentTarget.of(text)).isInstanceOf(BuildException.class);
    }

    @Test
    void saysWhatIsPossible() {
        assertThatThrownBy(() -> DeploymentTarget.of("13.0"))
                .hasMessage("deployment target is '13.0'; it can be 14.0, 15.0 or 26.0, or later");
    }
}
