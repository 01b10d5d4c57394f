package org.lvsdirector.vrrp.runtime;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Asks the hosts of a network which of them has an address: by ARP for IPv4, by neighbour solicitation for IPv6. Nothing waits. */
public interface Neighbours extends AutoCloseable {

    /** An address on the network of an interface. */
    record Question(String interfaceName, InetAddress address) {}

    /**
     * That a host other than this one has an address.
     *
     * @param hardware its hardware address, in the usual form
     */
    record Answer(Question question, String hardware) {}

    /**
     * Asks once, and listens for answers from now on.
     *
     * @throws PortException if that cannot be done now, also because there is no such interface
     */
    void ask(Question question);

    /** Listens no more; a question that was not asked is no error. */
    void forget(Question question);

    /** The next answer to one of the questions, asked for or not; null if none waits. */
    @Nullable
    Answer receive();

    @Override
    void close();
}
