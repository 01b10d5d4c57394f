package org.lvsdirector.control.parent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that {@code reload_time_file} holds: {@code [[YY]YY-MM-DD ]HH:MM:SS}, of this machine's zone or, with a Z behind it, of UTC. */
final class ReloadTime {
    private static final Pattern TIME =
            Pattern.compile("(?:((?:\\d\\d)?\\d\\d)-(\\d\\d)-(\\d\\d)[ T]+)?(\\d\\d):(\\d\\d):(\\d\\d)\\s*(Z?)");
    private static final int CENTURY = 2000;
    private static final int HUNDRED = 100;

    private ReloadTime() {}

    /**
     * When it is.
     *
     * @return without a date the next such time of day; empty if that is no time, or past
     */
    static Optional<Instant> of(String text, ZonedDateTime now) {
        Matcher found = TIME.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        ZoneId zone = found.group(7).isEmpty() ? now.getZone() : ZoneOffset.UTC;
        try {
            LocalTime time = LocalTime.of(number(found, 4), number(found, 5), number(found, 6));
            if (found.group(1) == null) {
                LocalDate today = now.withZoneSameInstant(zone).toLocalDate();
                ZonedDateTime next = ZonedDateTime.of(today, time, zone);
                return Optional.of((next.toInstant().isAfter(now.toInstant()) ? next : next.plusDays(1)).toInstant());
            }
            int year = number(found, 1);
            LocalDate date = LocalDate.of(year < HUNDRED ? CENTURY + year : year, number(found, 2), number(found, 3));
            Instant then = ZonedDateTime.of(date, time, zone).toInstant();
            return then.isAfter(now.toInstant()) ? Optional.of(then) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
