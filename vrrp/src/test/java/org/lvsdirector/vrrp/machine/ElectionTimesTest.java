package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** RFC 3768 and RFC 9568, section 6.1. */
class ElectionTimesTest {

    /** Version 2: Skew_Time = (256 - Priority) / 256 seconds, whatever the interval; Master_Down_Interval = 3 * interval + skew. */
    @ParameterizedTest
    @CsvSource({"255, 1, 3906250, 3003906250", "1, 1, 996093750, 3996093750", "100, 10, 609375000, 30609375000"})
    void version2(int priority, int seconds, long skew, long masterDown) {
        InstanceSettings settings = Given.priority(100).every(seconds).settings();

        assertEquals(skew, ElectionTimes.skewNanos(settings, priority, seconds * Given.SECOND));
        assertEquals(masterDown, ElectionTimes.masterDownNanos(settings, priority, seconds * Given.SECOND));
    }

    /** Version 3: Skew_Time = ((256 - Priority) * Active_Adver_Interval) / 256. */
    @ParameterizedTest
    @CsvSource({"255, 1000, 3906250, 3003906250", "128, 10, 5000000, 35000000", "1, 40950, 40790039062, 163640039062"})
    void version3(int priority, int masterMillis, long skew, long masterDown) {
        InstanceSettings settings = Given.priority(100).version3().settings();
        long interval = masterMillis * 1_000_000L;

        assertEquals(skew, ElectionTimes.skewNanos(settings, priority, interval));
        assertEquals(masterDown, ElectionTimes.masterDownNanos(settings, priority, interval));
    }
}
