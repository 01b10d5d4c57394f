package org.lvsdirector.vrrp.runtime;

import java.util.Collection;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** The interfaces that the process makes upon others. */
public interface VirtualLinks extends AutoCloseable {

    /** What {@link #ensure} had to do. */
    enum Outcome {
        MADE,
        /** It was there as it should be, left by another process most likely. */
        ADOPTED,
        /** It was there under another name. */
        RENAMED
    }

    /**
     * Sees to it that an interface is there and set up. One that is there as it should be is taken over.
     *
     * @throws PortException if it could not be made: the base is missing, or something else has its name
     */
    Outcome ensure(VirtualInterface wanted);

    /**
     * Removes an interface with all its addresses.
     *
     * @return false if it is not there, or what has its name is something else; both are success as well
     * @throws PortException if it could not be removed
     */
    boolean remove(VirtualInterface made);

    /**
     * Has the kernel's settings as these interfaces need them, those of their bases among them, and puts back what others needed; after a
     * crash a successor puts it back.
     *
     * @param promoting interfaces from which an address may go without taking others of its subnet along ({@code promote_secondaries});
     *     those that are missing are passed over
     * @param silentGroups whether the whole machine is to tell nobody which groups of 224.0.0.0/24 it listens to
     * @throws PortException if the kernel refuses
     */
    void tuneFor(Collection<VirtualInterface> present, Collection<String> promoting, boolean silentGroups);

    @Override
    void close();
}
