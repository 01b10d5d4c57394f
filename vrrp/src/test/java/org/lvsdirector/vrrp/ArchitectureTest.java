package org.lvsdirector.vrrp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.Buffer;
import java.nio.ByteBuffer;

@AnalyzeClasses(packages = "org.lvsdirector.vrrp", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "org.lvsdirector.vrrp.packet",
        "org.lvsdirector.vrrp.settings",
        "org.lvsdirector.vrrp.machine",
        "org.lvsdirector.vrrp.bfd"
    };

    /** Values and collections; of the network and of buffers only the value types. */
    private static final DescribedPredicate<JavaClass> VALUES = DescribedPredicate.or(
            resideInAPackage("java.lang"),
            resideInAPackage("java.lang.invoke"),
            resideInAPackage("java.lang.runtime"),
            resideInAPackage("java.nio.charset"),
            resideInAPackage("java.util"),
            resideInAPackage("java.util.function"),
            resideInAPackage("java.util.stream"),
            resideInAPackage("java.security"),
            resideInAPackage("javax.crypto"),
            resideInAPackage("javax.crypto.spec"),
            resideInAPackage("org.jspecify.annotations"),
            type(InetAddress.class),
            type(Inet4Address.class),
            type(UnknownHostException.class),
            type(Buffer.class),
            type(ByteBuffer.class),
            DescribedPredicate.describe("primitives and arrays", each -> each.isPrimitive() || each.isArray()));

    @ArchTest
    static final ArchRule packetSettingsAndMachineAreMadeOfValues = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat(VALUES.or(resideInAPackage("org.lvsdirector.vrrp.packet"))
                    .or(resideInAPackage("org.lvsdirector.vrrp.settings"))
                    .or(resideInAPackage("org.lvsdirector.vrrp.machine"))
                    .or(resideInAPackage("org.lvsdirector.vrrp.bfd")));

    @ArchTest
    static final ArchRule pureRoomsReadNoClockAndStartNothing = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(System.class, Thread.class, Runtime.class, ProcessBuilder.class);

    @ArchTest
    static final ArchRule pureRoomsAskNoNameServer = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getHostName");

    @ArchTest
    static final ArchRule onlyTheLinuxRoomKnowsLinux = noClasses()
            .that()
            .resideOutsideOfPackage("org.lvsdirector.vrrp.linux..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lvsdirector.linux..",
                    "org.lvsdirector.netlink..",
                    "org.lvsdirector.ipvs..",
                    "jnr..",
                    "com.kenai..");

    @ArchTest
    static final ArchRule nobodyLogs =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.slf4j..", "java.util.logging..");

    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("linux")
            .definedBy("org.lvsdirector.vrrp.linux..")
            .layer("runtime")
            .definedBy("org.lvsdirector.vrrp.runtime..")
            .layer("machine")
            .definedBy("org.lvsdirector.vrrp.machine")
            .layer("bfd")
            .definedBy("org.lvsdirector.vrrp.bfd")
            .layer("settings")
            .definedBy("org.lvsdirector.vrrp.settings")
            .layer("packet")
            .definedBy("org.lvsdirector.vrrp.packet")
            .whereLayer("linux")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("linux")
            .whereLayer("machine")
            .mayOnlyBeAccessedByLayers("runtime", "linux")
            .whereLayer("bfd")
            .mayOnlyBeAccessedByLayers("runtime")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("machine", "bfd", "runtime", "linux");

    @ArchTest
    static final ArchRule hasNoCycles =
            slices().matching("org.lvsdirector.vrrp.(*)..").should().beFreeOfCycles();
}
