package dev.smelt.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smelt.bridge.Symbols.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library that goes into the jar, built by Apple's tools on a Mac and by clang and lld elsewhere. */
class MacosLibraryTest {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path FOR_ARM = CLASSES.resolve("darwin-aarch64/libsmelt.dylib");
    private static final Path FOR_INTEL = CLASSES.resolve("darwin-x86-64/libsmelt.dylib");
    private static final Pattern DECLARED = Pattern.compile("^SMELT_API .*[ *](smelt_\\w+)\\(", Pattern.MULTILINE);

    /** Where the tools are missing there is no library, as the build has said. */
    @BeforeEach
    void toolsArePresent() {
        boolean onMac = System.getProperty("os.name").startsWith("Mac");
        boolean crossTools =
                Stream.of("clang-19", "ld64.lld-19", "llvm-lipo-19").allMatch(MacosLibraryTest::isOnPath);
        assumeTrue(onMac || crossTools, "clang-19, lld-19 and llvm-19 are not installed");
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static Map<Integer, MachO> slices() throws IOException {
        return UniversalFile.slices(Files.readAllBytes(FOR_ARM));
    }

    @Test
    void isOneUniversalFileUnderBothNamesOfJna() throws IOException {
        assertThat(slices().keySet()).containsExactlyInAnyOrder(MachO.ARM64, MachO.X86_64);
        assertThat(FOR_INTEL).hasSameBinaryContentAs(FOR_ARM);
        slices().forEach((processor, slice) -> {
            assertThat(slice.processor()).isEqualTo(processor);
            assertThat(slice.fileType()).isEqualTo(MachO.DYNAMIC_LIBRARY);
        });
    }

    @Test
    void isForMacos14AndLater() throws IOException {
        for (MachO slice : slices().values()) {
            assertThat(slice.platform()).isEqualTo(1);
            assertThat(slice.oldestSystem()).isEqualTo("14.0");
            assertThat(slice.installName()).isEqualTo("@rpath/libsmelt.dylib");
        }
    }

    @Test
    void exportsWhatTheHeaderDeclaresAndNothingElse() throws IOException {
        SortedSet<String> declared = new TreeSet<>();
        DECLARED.matcher(Files.readString(Path.of("include/smelt.h")))
                .results()
                .forEach(match -> declared.add("_" + match.group(1)));
        assertThat(declared).hasSizeGreaterThan(20);
        for (MachO slice : slices().values()) {
            assertThat(Symbols.exports(slice)).isEqualTo(declared);
        }
    }

    @Test
    void needsTheFrameworksOfMacosAndNothingElse() throws IOException {
        for (MachO slice : slices().values()) {
            assertThat(slice.dependencies())
                    .contains(
                            "/System/Library/Frameworks/Foundation.framework/Versions/C/Foundation",
                            "/System/Library/Frameworks/Metal.framework/Versions/A/Metal",
                            "/System/Library/Frameworks/CoreGraphics.framework/Versions/A/CoreGraphics")
                    .allMatch(name -> name.startsWith("/System/Library/Frameworks/") || name.startsWith("/usr/lib/"));
        }
    }

    /** Apple's compiler knows better than the lists what its libraries have, so they are held against lld's work alone. */
    @Test
    void importsWhatIsKnownToBeInTheLibrariesItNames() throws IOException {
        Map<String, Set<String>> known = TextStubs.read(Path.of("macos/sdk"));
        for (MachO slice : slices().values()) {
            List<Import> imports = Symbols.imports(slice);
            assertThat(imports).hasSizeGreaterThan(30);
            assertThat(imports)
                    .contains(new Import(
                            "/System/Library/Frameworks/Metal.framework/Versions/A/Metal",
                            "_MTLCreateSystemDefaultDevice"));
            if (slice.tools().contains(MachO.LLD)) {
                assertThat(imports)
                        .allMatch(i -> known.getOrDefault(i.library(), Set.of()).contains(i.name()));
                assertThat(slice.dependencies()).isSubsetOf(known.keySet());
            }
        }
    }

    @Test
    void isSignedAdHocAndIntact() throws IOException {
        for (MachO slice : slices().values()) {
            CodeSignature signature = CodeSignature.of(slice);
            assertThat(signature.flags() & CodeSignature.AD_HOC).isNotZero();
            assertThat(signature.signedBytes()).isEqualTo(slice.signature().offset());
            assertThat(signature.coversAll()).isTrue();
            for (int page = 0; page < signature.pages(); page++) {
                assertThat(signature.isIntact(page)).as("page %d", page).isTrue();
            }
        }
    }

    @Test
    void aChangedByteBreaksTheSignature() throws IOException {
        for (MachO slice : slices().values()) {
            byte[] changed = slice.bytes().clone();
            changed[changed.length / 3] ^= 1;
            CodeSignature signature = CodeSignature.of(MachO.read(changed));
            assertThat(Stream.iterate(0, page -> page < signature.pages(), page -> page + 1))
                    .filteredOn(page -> !signature.isIntact(page))
                    .hasSize(1);
        }
    }
}
