package dev.smelt.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders that ARCHITECTURE.md draws. */
@AnalyzeClasses(packages = "dev.smelt.compiler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String COMPILER = "dev.smelt.compiler.";

    @ArchTest
    static final ArchRule onlySyntaxKnowsAntlr = only("org.antlr..", "syntax");

    @ArchTest
    static final ArchRule onlyTheGeneratorsOfJavaKnowJavaPoet = only("com.palantir.javapoet..", "jvm", "wrapper");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = only("picocli..", "cli");

    @ArchTest
    static final ArchRule theCompilerNeverSeesTheRuntime =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.smelt.runtime..");

    @ArchTest
    static final ArchRule theTreeKnowsNothingOfItsMeaning = noClasses()
            .that()
            .resideInAnyPackage(COMPILER + "ast..", COMPILER + "syntax..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMPILER + "sema..", COMPILER + "ir..");

    @ArchTest
    static final ArchRule nothingBehindTheAnalysisSeesTheTree = noClasses()
            .that()
            .resideInAnyPackage(
                    COMPILER + "ir..",
                    COMPILER + "pass..",
                    COMPILER + "msl..",
                    COMPILER + "jvm..",
                    COMPILER + "wrapper..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMPILER + "ast..", COMPILER + "syntax..", COMPILER + "sema..");

    private static ArchRule only(String library, String... packages) {
        String[] allowed = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            allowed[i] = COMPILER + packages[i] + "..";
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
