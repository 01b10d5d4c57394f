package org.lvsdirector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;

/** Purity and arrows of the director's rooms. */
@AnalyzeClasses(packages = "org.lvsdirector", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectorArchitectureTest {

    @ArchTest
    static final ArchRule configurationIsPure = classes()
            .that()
            .resideInAPackage("org.lvsdirector.config..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.config..",
                    "org.lvsdirector.check",
                    "org.lvsdirector.ipvs",
                    "org.lvsdirector.vrrp.settings",
                    "java.io",
                    "java.lang..",
                    "java.math",
                    "java.net",
                    "java.nio",
                    "java.nio.charset",
                    "java.nio.file..",
                    "java.time",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "org.jspecify.annotations");

    @ArchTest
    static final ArchRule configurationLooksNothingUpAndStartsNothing = noClasses()
            .that()
            .resideInAPackage("org.lvsdirector.config..")
            .should()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, Clock.class, Instant.class, Thread.class, ProcessBuilder.class, Runtime.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule twoAdaptersTouchFiles = noClasses()
            .that()
            .resideInAPackage("org.lvsdirector.config..")
            .and()
            .haveSimpleNameNotStartingWith("File")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Files.class);

    @ArchTest
    static final ArchRule configurationReadsFromTextToRecords = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.lvsdirector.config..")
            .layer("syntax")
            .definedBy("org.lvsdirector.config.syntax")
            .layer("keyword")
            .definedBy("org.lvsdirector.config.keyword")
            .layer("records")
            .definedBy("org.lvsdirector.config")
            .layer("read")
            .definedBy("org.lvsdirector.config.read")
            .layer("effective")
            .definedBy("org.lvsdirector.config.effective")
            .layer("pair")
            .definedBy("org.lvsdirector.config.pair")
            .whereLayer("read")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("records")
            .mayOnlyBeAccessedByLayers("read", "pair", "effective")
            .whereLayer("pair")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("keyword")
            .mayOnlyBeAccessedByLayers("read", "effective")
            .whereLayer("effective")
            .mayOnlyBeAccessedByLayers("read");

    @ArchTest
    static final ArchRule planKnowsNoConfiguration = noClasses()
            .that()
            .resideInAnyPackage("org.lvsdirector.plan..", "org.lvsdirector.reconcile..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.lvsdirector.config.."));

    @ArchTest
    static final ArchRule roomsOfTheConfigurationHaveNoCycles =
            slices().matching("org.lvsdirector.config.(*)..").should().beFreeOfCycles();
}
