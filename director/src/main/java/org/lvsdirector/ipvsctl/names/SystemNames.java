package org.lvsdirector.ipvsctl.names;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Protocol;

/** The machine's own names: its resolver for hosts, {@code /etc/services} for services. Each address is asked for once. */
public final class SystemNames implements Names {
    private static final Path SERVICES_FILE = Path.of("/etc/services");

    private final Map<InetAddress, Optional<String>> hosts = new HashMap<>();
    private @Nullable ServicesFile services;

    @Override
    public @Nullable InetAddress addressOf(String host) {
        if (isDotted(host)) {
            return null; // such as 08.1.1.1, which the JDK reads as 8.1.1.1 and the C library not at all
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address instanceof Inet4Address) {
                    return address;
                }
            }
        } catch (UnknownHostException e) {
            // Answered below: to the caller a host without an address and no such host are the same.
        }
        return null;
    }

    private static boolean isDotted(String host) {
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable String hostOf(InetAddress address) {
        return hosts.computeIfAbsent(address, SystemNames::lookUp).orElse(null);
    }

    private static Optional<String> lookUp(InetAddress address) {
        String name = withoutName(address).getHostName();
        return name.equals(address.getHostAddress()) ? Optional.empty() : Optional.of(name);
    }

    /** A copy that cannot answer with a name it was made from. */
    private static InetAddress withoutName(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of impossible length: " + address, e);
        }
    }

    @Override
    public int portOf(String service, Protocol protocol) {
        return services().portOf(service, protocol);
    }

    @Override
    public @Nullable String serviceAt(int port, Protocol protocol) {
        return services().serviceAt(port, protocol);
    }

    private ServicesFile services() {
        if (services == null) {
            services = ServicesFile.read(SERVICES_FILE);
        }
        return services;
    }
}
