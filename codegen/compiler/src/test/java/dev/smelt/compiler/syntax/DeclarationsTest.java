package dev.smelt.compiler.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smelt.compiler.ast.Annotation;
import dev.smelt.compiler.ast.CompilationUnit;
import dev.smelt.compiler.ast.FieldDecl;
import dev.smelt.compiler.ast.MethodDecl;
import dev.smelt.compiler.ast.Parameter;
import dev.smelt.compiler.ast.TypeDecl;
import dev.smelt.compiler.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {
    private static TypeDecl type(String text) {
        return Sources.file(text).types().get(0);
    }

    private static String fields(String members) {
        return type("class A { " + members + " }").fields().stream()
                .map(field -> AstDump.type(field.type()) + " " + field.name()
                        + (field.initializer() == null
                                ? ""
                                : " = " + field.initializer().text()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void findsTheKernelAmongTheOddestForms() throws IOException {
        SourceFile zoo = Sources.resource("Zoo.java");
        assertThat(Sources.mistakes(zoo)).isEmpty();
        TypeDecl type = Sources.file(zoo.text()).types().stream()
                .filter(t -> t.name().equals("Zoo"))
                .findFirst()
                .orElseThrow();
        List<MethodDecl> kernels = type.methods().stream()
                .filter(m -> m.modifiers().annotations().stream()
                        .anyMatch(a -> a.simpleName().equals("Kernel")))
                .collect(Collectors.toList());
        assertThat(kernels).hasSize(1);
        MethodDecl kernel = kernels.get(0);
        assertThat(kernel.header().text()).isEqualTo("float kernel(float x, @Uniform final float k)");
        assertThat(Objects.requireNonNull(kernel.body()).text())
                .startsWith("{\n        // }")
                .endsWith("/* { */\n    }");
        assertThat(kernel.modifiers().has("static")).isTrue();
        assertThat(kernel.modifiers().annotations().get(0).name()).isEqualTo("dev.smelt.dsl.Kernel");
        assertThat(type.types()).extracting(TypeDecl::name).containsExactly("Inner", "Abc", "Deep");
        assertThat(type.fields()).extracting(FieldDecl::name).doesNotContain("alsoNotAField", "notAField");
        assertThat(type.methods())
                .extracting(MethodDecl::name)
                .contains("last", "size")
                .doesNotContain("x", "Zoo");
    }

    @Test
    void endsValuesWhereTheNextVariableStarts() {
        assertThat(fields("int a = f(b < c, d > e), g = 3;")).isEqualTo("int a = f(b < c, d > e); int g = 3");
        assertThat(fields("M a = new M<A, B>(), b = a;")).isEqualTo("M a = new M<A, B>(); M b = a");
        assertThat(fields("M a = new M<A, B, C>() {{ x = 1; }}, b, c;"))
                .isEqualTo("M a = new M<A, B, C>() {{ x = 1; }}; M b; M c");
        assertThat(fields("boolean a = b < c, d = 1 > 2, e[] = {};"))
                .isEqualTo("boolean a = b < c; boolean d = 1 > 2; boolean[] e = {}");
        assertThat(fields("F a = (x, y) -> x < y, b = F.<A, B>of(), c[];"))
                .isEqualTo("F a = (x, y) -> x < y; F b = F.<A, B>of(); F[] c");
        assertThat(fields("int a = 1 /* , b = 2 */, c;")).isEqualTo("int a = 1; int c");
    }

    @Test
    void addsTheBracketsBehindTheName() {
        assertThat(fields("float[] a, b[], c[][];")).isEqualTo("float[] a; float[][] b; float[][][] c");
        MethodDecl method = type("class A { int[] f(float x[], int... y)[] { return null; } }")
                .methods()
                .get(0);
        assertThat(AstDump.type(method.returnType())).isEqualTo("int[][]");
        assertThat(method.parameters()).extracting(p -> AstDump.type(p.type())).containsExactly("float[]", "int[]");
        assertThat(method.parameters()).extracting(Parameter::varargs).containsExactly(false, true);
    }

    @Test
    void readsImports() {
        CompilationUnit unit = Sources.file(
                "package a.b; import a.C; import a.*; import static a.C.d; import static a.C.*; class X { }");
        assertThat(unit.packageName()).isEqualTo("a.b");
        assertThat(unit.imports())
                .extracting(i -> i.name() + (i.isStatic() ? " static" : "") + (i.onDemand() ? " all" : ""))
                .containsExactly("a.C", "a all", "a.C.d static", "a.C static all");
    }

    @Test
    void splitsTheArgumentsOfAnnotations() {
        List<Annotation> annotations =
                type("@A @B(3) @C({1, 2}) @D(x = 1 + 2, y = @E(f = {\"a,b\"}), z = {}) @F() class X { }")
                        .modifiers()
                        .annotations();
        assertThat(annotations)
                .extracting(a -> a.name()
                        + a.arguments().stream()
                                .map(argument -> " " + argument.name() + "="
                                        + argument.value().text())
                                .collect(Collectors.joining()))
                .containsExactly("A", "B value=3", "C value={1, 2}", "D x=1 + 2 y=@E(f = {\"a,b\"}) z={}", "F");
    }

    @Test
    void readsRecordsAndTheirComponents() {
        TypeDecl record = type(
                "public record P<T>(float x, @A Float2 y) implements Q { P { } static int z; float f() { return x; } }");
        assertThat(record.kind()).isEqualTo(TypeDecl.Kind.RECORD);
        assertThat(record.generic()).isTrue();
        assertThat(record.components()).extracting(Parameter::name).containsExactly("x", "y");
        assertThat(record.fields()).extracting(FieldDecl::name).containsExactly("z");
        assertThat(record.methods()).extracting(MethodDecl::name).containsExactly("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "module a.b { requires java.base; exports a.b to c, d; }",
                "@Deprecated open module a { opens a; }",
                "import a.B; module x { uses B; provides B with C; }",
                "@NullMarked package a.b;",
                "/** Only a comment. */",
                "",
                ";;",
                "import a.b;"
            })
    void acceptsFilesWithoutTypes(String text) {
        assertThat(Sources.file(text).types()).isEmpty();
    }

    @Test
    void doesNotLookIntoBodiesThatNobodyAsksFor() {
        assertThat(Sources.file("class A { void f() { this is ( no Java ] at all 1_ # '' } int g = 1; }")
                        .types()
                        .get(0)
                        .fields())
                .hasSize(1);
    }
}
