package org.lvsdirector.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.InMemorySources;

/** What an operator sees of a bad file, and what a script sees. */
class ConfigurationReportTest {
    private final InMemorySources sources = new InMemorySources();

    private ConfigurationResult read(String text) {
        sources.with("x.conf", text);
        return new ConfigurationReader(sources).read(Path.of("x.conf"));
    }

    @Test
    void showsEveryProblemWithItsLineAndACaret() {
        ConfigurationResult result = read("""
                ! a comment
                vrrp_instance VI_1 { # 名字
                	interface eth0
                    virtual_router_id 300
                    prioritty 100
                    virtual_ipaddress {
                        192.168.1.999  # 虚拟
                    }
                virtual_server 10.0.0.1 80 {
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    真实 "漢字" 10.0.0.2
                }
                """);
        assertEquals("""
                x.conf:2:20: error: the block 'vrrp_instance VI_1' that opens here is not closed
                    vrrp_instance VI_1 { # 名字
                                       ^
                    = close it with '}' before 'virtual_server 10.0.0.1 80' at x.conf:9:1
                x.conf:4:23: error: virtual_router_id 300 is outside 1 to 255
                        virtual_router_id 300
                                          ^
                    = choose a number from 1 to 255
                x.conf:5:5: error: unknown word 'prioritty' in vrrp_instance
                        prioritty 100
                        ^
                    = did you mean 'priority'?
                x.conf:7:9: error: '192.168.1.999' is no IPv4 or IPv6 address
                            192.168.1.999  # 虚拟
                            ^
                    = write ADDRESS or ADDRESS/LENGTH in digits
                x.conf:9:1: warning: virtual_server 10.0.0.1 80 has no real servers and is left out
                    virtual_server 10.0.0.1 80 {
                    ^
                    = add a real_server block
                x.conf:13:5: error: unknown word '真实' in virtual_server
                        真实 "漢字" 10.0.0.2
                        ^
                5 errors, 1 warning
                """, new ConfigurationReport(sources).text(result));
        assertEquals(2, ConfigurationReport.exitCode(result));
        assertEquals(5, ConfigurationReport.keepalivedExitCode(result));
    }

    @Test
    void theCaretStandsBelowWideCharacters() {
        ConfigurationResult result = read("global_defs {\nrouter_id \"漢字\" x\n}\nvrrp_strict 漢 1\n");
        assertEquals("""
                x.conf:4:1: error: unknown word 'vrrp_strict' outside all blocks
                    vrrp_strict 漢 1
                    ^
                    = it belongs into global_defs
                1 error, 0 warnings
                """, new ConfigurationReport(sources).text(result));
        ConfigurationResult wide = read("global_defs {\nrouter_id \"漢字\" \"\n}\n");
        assertEquals(
                "    router_id \"漢字\" \"\n                     ^",
                firstExcerpt(new ConfigurationReport(sources).text(wide)));
    }

    private static String firstExcerpt(String report) {
        return report.lines().skip(1).limit(2).reduce((a, b) -> a + "\n" + b).orElse("");
    }

    @Test
    void aGoodFileSaysNothing() {
        ConfigurationResult result = read("global_defs {\n}\n");
        assertEquals("", new ConfigurationReport(sources).text(result));
        assertEquals(0, ConfigurationReport.exitCode(result));
        assertEquals(0, ConfigurationReport.keepalivedExitCode(result));
    }

    @Test
    void anAbsentFileHasItsOwnCode() {
        ConfigurationResult result = new ConfigurationReader(sources).read(Path.of("none.conf"));
        assertEquals(
                "none.conf:1:1: error: none.conf does not exist\n    = check the name\n1 error, 0 warnings\n",
                new ConfigurationReport(sources).text(result));
        assertEquals(6, ConfigurationReport.exitCode(result));
        assertEquals(4, ConfigurationReport.keepalivedExitCode(result));
    }

    @Test
    void scriptsWithoutSecurityHaveKeepalivedsCode() {
        String script = "vrrp_script s {\nscript \"/bin/x\"\n}\n";
        assertEquals(6, ConfigurationReport.keepalivedExitCode(read(script)));
        assertEquals(0, ConfigurationReport.exitCode(read(script)));
        assertEquals(
                0, ConfigurationReport.keepalivedExitCode(read("global_defs {\nenable_script_security\n}\n" + script)));
    }

    @Test
    void aLongLineIsShownAroundTheCaret() {
        ConfigurationResult result = read("global_defs { } " + "x ".repeat(500) + "}\n");
        String report = new ConfigurationReport(sources).text(result);
        assertEquals(true, report.lines().allMatch(line -> line.length() < 600), report);
    }
}
