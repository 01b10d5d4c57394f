package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Braces, wherever people put them. */
class TreeBuilderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group VG1 {\n  a 1\n  b {\n    c\n  }\n}\n",
                "group VG1{\na 1\nb{\nc\n}\n}",
                "group VG1\n{\na 1\nb\n{\nc\n}\n}\n",
                "group VG1 # why\n\n! here\n{\na 1\nb { c }\n}\n",
                "group VG1 { a 1\nb { c } }",
                "group VG1 {a 1\nb {c}}",
                "group \"VG1\"{a 1\r\nb{c}}\r\n",
            })
    void nest(String text) {
        assertEquals("group(VG1){a(1);b{c}}", Trees.shape(text));
    }

    @Test
    void anEmptyBlockIsABlock() {
        assertEquals("a{};b{}", Trees.shape("a {}\nb {\n}\n"));
    }

    @Test
    void anUnclosedBlockIsReportedWhereItOpens() {
        Trees.Outcome outcome = Trees.read("a {\n  b {\n    c\n");
        assertEquals(
                List.of(
                        "1:3 the block 'a' that opens here is not closed",
                        "2:5 the block 'b' that opens here is not closed"),
                outcome.messages());
    }

    @Test
    void theNextOutermostBlockEndsAnUnclosedOne() {
        Trees.Outcome outcome = Trees.read("vrrp_instance A {\n  x\n\nvrrp_instance B {\n  y\n}\nz\n");
        assertEquals("vrrp_instance(A){x};vrrp_instance(B){y};z", outcome.shape());
        assertEquals(List.of("1:17 the block 'vrrp_instance A' that opens here is not closed"), outcome.messages());
        assertEquals(
                "close it with '}' before 'vrrp_instance B' at /etc/director.conf:4:1",
                outcome.problems().get(0).advice());
    }

    @Test
    void aBraceTooManyIsReportedAndPassedOver() {
        Trees.Outcome outcome = Trees.read("a {\n}\n}\nb\n");
        assertEquals("a{};b", outcome.shape());
        assertEquals(List.of("3:1 this '}' closes nothing"), outcome.messages());
    }

    @Test
    void aBraceWithoutAWordIsReportedAndItsBlockPassedOver() {
        Trees.Outcome outcome = Trees.read("a { }\n{\n b\n}\nc\n");
        assertEquals("a{};c", outcome.shape());
        assertEquals(List.of("2:1 this '{' follows no word that it could belong to"), outcome.messages());
    }

    @Test
    void theNextOutermostBlockEndsOneWithoutAWordToo() {
        Trees.Outcome outcome = Trees.read("a {\n{\n b\nvrrp_instance B {\n  y\n}\nz\n");
        assertEquals("a{};vrrp_instance(B){y};z", outcome.shape());
    }

    @Test
    void depthIsNoDanger() {
        Trees.Outcome outcome = Trees.read("a {\n".repeat(100_000));
        assertEquals(1_000, outcome.problems().size());
    }
}
