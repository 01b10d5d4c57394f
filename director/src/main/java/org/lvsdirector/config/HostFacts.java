package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.Set;
import org.lvsdirector.ipvs.AddressFamily;

/** What a check of the configuration wants to know of the machine it would run on. Answers need neither root nor kernel modules. */
public interface HostFacts {

    /** True when a network interface of that name exists now. */
    boolean hasInterface(String name);

    /**
     * What stands where a script should.
     *
     * @param program with a slash: a path; without: a name to be found in the fixed search path of scripts
     */
    Script script(String program);

    /** True when the host has a user of that name. */
    boolean hasUser(String name);

    /** True when the host's kernel has IPVS, loaded or loadable. */
    boolean hasIpvs();

    /** True when the nftables that accept-off needs can be used. */
    boolean hasNftables();

    /** The addresses that this host has now. */
    Set<InetAddress> addresses();

    /** True when this host forwards packets of an address family from one interface to another. */
    boolean forwards(AddressFamily family);

    /** The state of a script's file. */
    enum Script {
        EXECUTABLE,
        NOT_EXECUTABLE,
        MISSING
    }
}
