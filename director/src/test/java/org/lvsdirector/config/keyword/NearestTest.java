package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS =
            List.of("weight", "priority", "delay_loop", "real_server", "vrrp_instance", "DR");

    @ParameterizedTest
    @CsvSource({
        "wieght, weight",
        "weigth, weight",
        "Weight, weight",
        "priorty, priority",
        "delay-loop, delay_loop",
        "realserver, real_server",
        "vrrp_instnace, vrrp_instance",
        "banana,",
        "x,",
        "dr, DR",
    })
    void finds(String word, String expected) {
        assertEquals(expected, Nearest.to(word, WORDS));
    }
}
