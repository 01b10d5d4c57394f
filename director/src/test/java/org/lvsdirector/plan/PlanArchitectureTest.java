package org.lvsdirector.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.lvsdirector.ipvs.Ipvs;

@AnalyzeClasses(
        packages = {"org.lvsdirector.plan", "org.lvsdirector.reconcile"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class PlanArchitectureTest {

    /** No clock, thread, socket or logger, and nothing of the configuration: values in, values out. */
    @ArchTest
    static final ArchRule planIsPure = classes()
            .that()
            .resideInAPackage("org.lvsdirector.plan")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.plan",
                    "org.lvsdirector.check",
                    "org.lvsdirector.check.health",
                    "org.lvsdirector.ipvs",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.net",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule planTouchesNoTable = noClasses()
            .that()
            .resideInAPackage("org.lvsdirector.plan")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Ipvs.class);

    @ArchTest
    static final ArchRule reconcileKnowsTheTableAndThePlanAlone = classes()
            .that()
            .resideInAPackage("org.lvsdirector.reconcile")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.reconcile",
                    "org.lvsdirector.plan",
                    "org.lvsdirector.ipvs",
                    "org.lvsdirector.linux",
                    "java..",
                    "org.jspecify.annotations");
}
