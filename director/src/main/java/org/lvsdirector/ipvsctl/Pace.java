package org.lvsdirector.ipvsctl;

import java.util.concurrent.TimeUnit;

/** Waits between two looks at the table. */
interface Pace {
    /** Returns after so many seconds; false if there is to be no further look. */
    boolean await(int seconds);

    /** The real time. A class of its own: the first lambda of a process costs several milliseconds. */
    final class Real implements Pace {
        @Override
        public boolean await(int seconds) {
            try {
                TimeUnit.SECONDS.sleep(seconds);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
