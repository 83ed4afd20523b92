package io.jiyun.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fabric8.kubernetes.client.CustomResource;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {
    private static final JavaClasses CONSOLE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.jiyun");

    @Test
    void featuresDependOnEachOthersFrontOnlyAndNeverInACircle() {
        // Pages stand above features and shell alike; the rules below say what they may call.
        ApplicationModules.of(
                        ConsoleApplication.class, JavaClass.Predicates.resideInAPackage("..ui.."))
                .verify();
    }

    @Test
    void pagesCallServicesOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.jiyun.console..ui..")
                .and()
                .haveSimpleNameNotEndingWith("Security")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jiyun.console..internal..", "org.springframework.jdbc..")
                .because("permission is checked in services, and a page must not find a way around")
                .check(CONSOLE);
    }

    @Test
    void theApiCallsServicesOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.jiyun.console.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.jiyun.console..internal..", "org.springframework.jdbc..")
                .because("the API offers what the pages offer, checked by the same services")
                .check(CONSOLE);
    }

    @Test
    void onlyTheAdapterTalksToKubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.jiyun.console.cluster..", "io.jiyun.api..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "belong to the Kubernetes client",
                                (JavaClass type) ->
                                        type.getPackageName()
                                                        .startsWith("io.fabric8.kubernetes.client")
                                                && !type.isEquivalentTo(CustomResource.class)))
                .because("the console works with the cluster down, so nobody else may wait for it")
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.jiyun.console"));
    }

    @Test
    void theConsoleKnowsNothingOfTheOperator() {
        noClasses()
                .that()
                .resideInAPackage("io.jiyun.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jiyun.operator..")
                .because("each works with the other down; resources are all they share")
                .check(CONSOLE);
    }

    @Test
    void tablesAndControllersStayInside() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .should()
                .resideInAPackage("io.jiyun.console..internal..")
                .because("what is stored is the business of one feature")
                .check(CONSOLE);
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .because("an operation is called over HTTP and in no other way")
                .check(CONSOLE);
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .should()
                .resideOutsideOfPackage("io.jiyun.console..internal..")
                .because("a service is what a feature offers to pages and API")
                .check(CONSOLE);
    }
}
