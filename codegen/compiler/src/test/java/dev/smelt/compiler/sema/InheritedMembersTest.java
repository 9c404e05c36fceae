package dev.smelt.compiler.sema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.ir.KernelModule;
import dev.smelt.compiler.msl.MslEmitter;
import dev.smelt.compiler.pass.Passes;
import dev.smelt.compiler.source.SourceFile;
import dev.smelt.compiler.syntax.JavaParser;
import dev.smelt.compiler.testing.Compiling;
import dev.smelt.compiler.testing.JavaClasses;
import dev.smelt.compiler.testing.MslOnClang;
import dev.smelt.compiler.testing.NativeBuffer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kernels use the helpers and constants that their class inherits, and mean by them what javac does. */
class InheritedMembersTest {
    private static final Map<String, String> SOURCES = sources();

    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("lib/Base.java", """
                package lib;
                public abstract class Base<T> implements Numbers {
                    protected static final int SCALE = 3;
                    static final int HIDDEN = 1;
                    protected static int twice(int x) { return 2 * x; }
                    public static int hiddenByNearer(int x) { return 1; }
                    public static int overloaded(int x) { return x + 100; }
                    static int ofThePackage(int x) { return 1000; }
                    public static class Nested { public static int five() { return 5; } }
                }
                """);
        sources.put("lib/Numbers.java", """
                package lib;
                public interface Numbers extends More {
                    int SEVEN = 7;
                    static int notInherited(int x) { return x; }
                }
                """);
        sources.put("lib/More.java", "package lib; public interface More { int EIGHT = Numbers.SEVEN + 1; }");
        sources.put("demo/Outside.java", """
                package demo;
                class Outside {
                    static final int HIDDEN = 40;
                    static int ofThePackage(int x) { return x + 1; }
                    static int notInherited(int x) { return x + 2; }
                    static class Middle extends lib.Base<String> {
                        public static int hiddenByNearer(int x) { return x + 3; }
                        static int overloaded(long x) { return 200; }
                    }
                    static class Kernels extends Middle implements java.io.Serializable {
                        private static final long serialVersionUID = 1;
                        @dev.smelt.dsl.Kernel static int constants(int x) {
                            return x * SCALE + SEVEN + EIGHT + Kernels.EIGHT + HIDDEN;
                        }
                        @dev.smelt.dsl.Kernel static int helpers(int x) {
                            return twice(x) + Kernels.twice(x) + Nested.five() + Kernels.Nested.five();
                        }
                        @dev.smelt.dsl.Kernel static int nearest(int x) {
                            return hiddenByNearer(x) + 10 * overloaded(x) + overloaded(5L);
                        }
                        @dev.smelt.dsl.Kernel static int around(int x) { return ofThePackage(x) + notInherited(x); }
                    }
                }
                """);
        return sources;
    }

    @Test
    void meanWhatJavacSays() throws ReflectiveOperationException {
        List<CompilationUnit> units = new ArrayList<>();
        Diagnostics diagnostics = new Diagnostics();
        SOURCES.forEach((path, text) -> units.add(JavaParser.parseFile(new SourceFile(path, text), diagnostics)));
        List<KernelModule> modules = Analyzer.analyze(units, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        Class<?> java = JavaClasses.compile(SOURCES).load("demo.Outside$Kernels");
        int[] values = {0, 1, -5, 1000};
        String msl = MslEmitter.emit(Passes.run(Passes.COMMON, modules.get(0))).text();
        try (MslOnClang clang = MslOnClang.compile(msl)) {
            for (String kernel : List.of("constants", "helpers", "nearest", "around")) {
                NativeBuffer results = NativeBuffer.ofBytes(4 * values.length);
                clang.run(kernel, values.length, NativeBuffer.of(values), results);
                Method method = java.getDeclaredMethod(kernel, int.class);
                method.setAccessible(true);
                for (int i = 0; i < values.length; i++) {
                    assertThat(results.ints(values.length)[i])
                            .as("%s(%d)", kernel, values[i])
                            .isEqualTo(method.invoke(null, values[i]));
                }
            }
        }
    }

    @Test
    void ofInterfacesAreNoStaticMethods() {
        assertThat(Compiling.rendered(Compiling.compile(new SourceFile("demo/A.java", """
                        package demo;
                        import dev.smelt.dsl.Kernel;
                        class A implements B { @Kernel static int k(int x) { return f(x); } }
                        interface B { static int f(int x) { return x; } }
                        """))))
                .contains("cannot find the function 'f'");
    }

    @Test
    void privateOnesAreNotInherited() {
        assertThat(Compiling.rendered(Compiling.compile(new SourceFile("demo/A.java", """
                        package demo;
                        import dev.smelt.dsl.Kernel;
                        class A extends B { @Kernel static int k(int x) { return f(x); } }
                        class B { private static int f(int x) { return x; } }
                        """))))
                .contains("cannot find the function 'f'");
    }

    @Test
    void typesThatInheritFromThemselvesAreLeftToJavac() {
        assertThat(Compiling.rendered(Compiling.compile(new SourceFile("demo/A.java", """
                        package demo;
                        import dev.smelt.dsl.Kernel;
                        class A extends B.Inner { @Kernel static int k(int x) { return f(x); }
                            static class Inner extends B.Inner {} }
                        class B extends A.Inner { static class Inner extends A { static int f(int x) { return x; } } }
                        """))))
                .isEmpty();
    }
}
