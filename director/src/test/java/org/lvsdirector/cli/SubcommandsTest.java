package org.lvsdirector.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubcommandsTest {

    @Test
    void keepalivedsSwitchesNeedNone() {
        assertEquals(List.of(), Subcommands.meantBy(List.of("-n", "-l", "-f", "/etc/keepalived/keepalived.conf")));
        assertEquals(List.of(), Subcommands.meantBy(List.of()));
    }

    @Test
    void aCommandNeedsItselfBehindSwitchesToo() {
        assertEquals(List.of(StatusCommand.class), Subcommands.meantBy(List.of("-p", "x.pid", "status", "--json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "plan", "status", "reload", "heal", "stop"})
    void helpNamesAll(String command) {
        StringWriter out = new StringWriter();
        CommandLines.create(false, List.of("--help"))
                .setOut(new PrintWriter(out))
                .execute("--help");
        assertTrue(out.toString().contains("  " + command + " "), out.toString());
    }

    @Test
    void aShellLearnsOfEveryCommandAndKeyword() {
        StringWriter out = new StringWriter();
        CommandLines.create(false, List.of("generate-completion"))
                .setOut(new PrintWriter(out))
                .execute("generate-completion");
        String script = out.toString();
        assertTrue(script.contains("rollback"), script);
        assertTrue(script.contains("virtual_router_id"), script);
    }

    @Test
    void aSlipIsAnsweredWithWhatWasMeant() {
        StringWriter err = new StringWriter();
        CommandLines.create(false, List.of("stauts"))
                .setErr(new PrintWriter(err))
                .execute("stauts");
        assertTrue(err.toString().contains("status"), err.toString());
    }
}
