package org.lvsdirector.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.lvsdirector.check", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule healthIsPure = classes()
            .that()
            .resideInAPackage("org.lvsdirector.check.health")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.check",
                    "org.lvsdirector.check.health",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule knowsNoIpvsAndNoNativeCode = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.ipvs..",
                    "org.lvsdirector.netlink..",
                    "org.lvsdirector.linux..",
                    "jnr..",
                    "com.kenai..");

    @ArchTest
    static final ArchRule neitherLogsNorExecutes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Runtime.class);

    @ArchTest
    static final ArchRule takesItsClockAsAnArgument = noClasses()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule startsNoThread =
            noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.lvsdirector.check.(*)..").should().beFreeOfCycles();
}
