package org.lvsdirector.config.read;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.SorryServerConfig;
import org.lvsdirector.config.syntax.Problems;

/** The {@code sorry_server...} words. */
final class SorryServerReader {
    private final ForwardingReader forwarding;
    private final Problems problems;

    SorryServerReader(ForwardingReader forwarding, Problems problems) {
        this.forwarding = forwarding;
        this.problems = problems;
    }

    @Nullable
    SorryServerConfig read(Block block, Forwarding usual) {
        Forwarding method = forwarding.read(block, "sorry_server_lvs_method");
        boolean inhibit = block.flag("sorry_server_inhibit");
        Entry entry = block.last("sorry_server");
        if (entry == null) {
            without(block, "sorry_server_lvs_method");
            without(block, "sorry_server_inhibit");
            return null;
        }
        String text = block.text("sorry_server");
        InetAddress address = text == null ? null : Addresses.parse(text);
        if (address == null) {
            problems.error(
                    entry.placeOf(0),
                    "'" + text + "' is no IPv4 or IPv6 address",
                    "write: sorry_server ADDRESS [PORT]");
            return null;
        }
        int port = Ports.read(entry, 1, 1, 0, problems);
        return new SorryServerConfig(address, port, method == null ? usual : method, inhibit, entry.place());
    }

    private void without(Block block, String word) {
        if (block.has(word)) {
            problems.warning(
                    block.placeOf(word),
                    "'" + word + "' has no effect without a sorry_server",
                    "add one, or remove this line");
        }
    }
}
