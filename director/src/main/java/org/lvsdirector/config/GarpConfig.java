package org.lvsdirector.config;

import java.time.Duration;

/**
 * When and how often gratuitous ARPs (neighbour advertisements with IPv6) announce the virtual addresses.
 *
 * @param masterRepeat how many per address when becoming master, and again after the delay
 * @param masterDelay until the second round; zero: no second round
 * @param refresh period of further rounds while master; zero: none
 * @param refreshRepeat how many per address in each of those
 * @param lowerPriorityDelay as {@code masterDelay}, after an advert of lower priority was heard as master
 * @param lowerPriorityRepeat as {@code masterRepeat}, then
 * @param extra on other interfaces
 */
public record GarpConfig(
        int masterRepeat,
        Duration masterDelay,
        Duration refresh,
        int refreshRepeat,
        Duration lowerPriorityDelay,
        int lowerPriorityRepeat,
        Extra extra) {

    /**
     * Announcements of addresses on interfaces that adverts do not use.
     *
     * @param period zero: none
     * @param everywhere not only on interfaces with a virtual MAC
     */
    public record Extra(Duration period, boolean everywhere) {
        /** None. */
        public static final Extra NONE = new Extra(Duration.ZERO, false);
    }
}
