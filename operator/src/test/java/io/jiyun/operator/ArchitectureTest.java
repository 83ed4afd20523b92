package io.jiyun.operator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.jiyun.api.v1alpha1.QuotaLedger;
import io.jiyun.quota.plan.Guard;
import io.jiyun.quota.plan.Guards;

@AnalyzeClasses(packages = "io.jiyun", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNothingOfTheConsole =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.jiyun.console..")
                    .because("each works with the other down; they meet in custom resources only");

    @ArchTest
    static final ArchRule theModelKnowsNothingOfTheOperator =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.jiyun.quota..", "io.jiyun.api..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.jiyun.operator..")
                    .because("what is decided must not depend on who carries it out");

    @ArchTest
    static final ArchRule cloudsKnowNothingOfReconcilers =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator.cloud..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.jiyun.operator.bureauquota..", "io.jiyun.operator.membercloud..")
                    .because("a connection serves whoever uses it");

    @ArchTest
    static final ArchRule kindsDoNotKnowEachOther =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator.membercloud..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.jiyun.operator.bureauquota..")
                    .because("each kind is read and tested alone; they meet in the wiring");

    @ArchTest
    static final ArchRule theRealOperatorDoesNotNeedTheSimulation =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.jiyun.operator.cloud..",
                            "io.jiyun.operator.bureauquota..",
                            "io.jiyun.operator.membercloud..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.jiyun.operator.simulation..")
                    .because("a simulated cloud is reached as a real one is, through its API");

    @ArchTest
    static final ArchRule onlyReportsStoreBureauStatus =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator.bureauquota..")
                    .and()
                    .doNotHaveSimpleName("Reports")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "a subresource is written",
                                    call -> call.getTarget().getName().equals("subresource")))
                    .because("a report that is no compare-and-swap may replace a newer one");

    @ArchTest
    static final ArchRule ledgersAreReachedThroughOneClass =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator..")
                    .and()
                    .doNotHaveSimpleName("LedgerObject")
                    .and()
                    .doNotHaveSimpleName("CustomResources")
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "a QuotaLedger is made or looked for on the hub",
                                    call ->
                                            call.getTarget()
                                                            .getOwner()
                                                            .isAssignableTo(QuotaLedger.class)
                                                    && call.getTarget()
                                                            .getName()
                                                            .startsWith("set")))
                    .because("every write of a ledger must be a compare-and-swap");

    @ArchTest
    static final ArchRule nothingWaitsByTheClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.jiyun.operator.bureauquota..", "io.jiyun.operator.membercloud..")
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .because(
                            "a sleeping reconciler holds up its bureau; it is called again"
                                    + " instead");

    @ArchTest
    static final ArchRule longAnswersAreReadThroughOneClass =
            noClasses()
                    .that()
                    .resideInAPackage("io.jiyun.operator..")
                    .should()
                    .callMethod(HttpClient.class, "sendAsync", HttpRequest.class, Class.class)
                    .because(
                            "the client's streams, interrupted, can block all that comes on their"
                                    + " connection for ever; ResponseStream cannot");

    @ArchTest
    static final ArchRule noBagsOfFunctions =
            classes()
                    .should()
                    .haveSimpleNameNotEndingWith("Utils")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Helper")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Manager")
                    .because("a name should say what the class stands for");

    @ArchTest
    static final ArchRule noGuardIsTakenAway =
            noClasses()
                    .should()
                    .callMethod(Guards.class, "without", Guard.class)
                    .because("each guard has a schedule that breaks the guarantee without it");
}
