package io.jiyun;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jiyun", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule amountsStandAlone =
            classes()
                    .that()
                    .resideInAPackage("io.jiyun.quota.amount")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "io.jiyun.quota.amount")
                    .because(
                            "arithmetic on quantities must be provable without anything around it");

    @ArchTest
    static final ArchRule plansKnowOnlyAmounts =
            classes()
                    .that()
                    .resideInAPackage("io.jiyun.quota.plan")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "io.jiyun.quota.amount",
                            "io.jiyun.quota.plan")
                    .because("the same planner is driven by simulation, tests and the operator");

    @ArchTest
    static final ArchRule theModelReadsAndWritesNothing =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.nio.file..",
                            "java.net..",
                            "java.net.http..",
                            "java.sql..")
                    .because(
                            "a decision must depend on its inputs alone, never on a file, a clock"
                                    + " or a server");

    @ArchTest
    static final ArchRule theModelAsksNoClock =
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("the moment is an input, so that any moment can be tested");
}
