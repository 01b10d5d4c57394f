package org.lvsdirector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import org.lvsdirector.linux.ProcessCalls;

/** The arrows between this module's rooms. */
@AnalyzeClasses(packages = "org.lvsdirector", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_THE_LINUX_ROOM_CALLS_NATIVE_CODE = noClasses()
            .that()
            .resideOutsideOfPackage("org.lvsdirector.linux")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jnr..", "com.kenai.jffi..");

    @ArchTest
    static final ArchRule NOBODY_ELSE_BINDS_THE_C_LIBRARY = classes()
            .that()
            .areAssignableTo(ProcessCalls.class)
            .should()
            .onlyBeAccessed()
            .byAnyPackage("org.lvsdirector.linux");

    @ArchTest
    static final ArchRule THE_LINUX_ROOM_KNOWS_NO_OTHER = noClasses()
            .that()
            .resideInAPackage("org.lvsdirector.linux")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lvsdirector.netlink..", "org.lvsdirector.ipvs..");

    @ArchTest
    static final ArchRule NETLINK_KNOWS_NO_FAMILY = noClasses()
            .that()
            .resideInAPackage("org.lvsdirector.netlink")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lvsdirector.netlink.*..", "org.lvsdirector.ipvs..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.lvsdirector.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule A_LIBRARY_NEITHER_LOGS_NOR_EXECUTES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder|Process)|java\\.util\\.logging\\..*|org\\.slf4j\\..*");

    @ArchTest
    static final ArchRule NAMES_ARE_NOT_RESOLVED = noClasses()
            .should()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getAllByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getHostName")
            .orShould()
            .callMethod(InetAddress.class, "getCanonicalHostName");
}
