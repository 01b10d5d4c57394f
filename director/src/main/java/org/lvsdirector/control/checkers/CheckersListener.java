package org.lvsdirector.control.checkers;

import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;

/** Told what happens. Runs on the engine's thread and must not block. */
public interface CheckersListener {

    /** A check's state, for whoever must know it should this process die. */
    void checkChanged(CheckId check, CheckHealth health);

    /** A server or a quorum came or went, for scripts. */
    void poolChanged(PoolEvent event);
}
