package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.AddressFamily;

/** The lines of {@code virtual_ipaddress}: {@code ADDRESS[/LENGTH]} and what may follow it. */
final class AddressLineReader {

    private final Problems problems;

    AddressLineReader(Problems problems) {
        this.problems = problems;
    }

    /** The addresses of all blocks of one name, in order; faulty lines are reported and left out. */
    List<AddressConfig> read(Block block, String word) {
        List<AddressConfig> addresses = new ArrayList<>();
        for (Entry opener : block.all(word)) {
            for (Directive line : opener.directive().children()) {
                AddressConfig address = line(line);
                if (address != null) {
                    addresses.add(address);
                }
            }
        }
        return addresses;
    }

    private @Nullable AddressConfig line(Directive line) {
        String text = line.word();
        int slash = text.indexOf('/');
        InetAddress address = Addresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            problems.error(
                    line.place(),
                    "'" + text + "' is no IPv4 or IPv6 address",
                    "write ADDRESS or ADDRESS/LENGTH in digits");
            return null;
        }
        int bits = AddressFamily.of(address).addressBits();
        OptionalLong length = slash < 0 ? OptionalLong.of(bits) : Values.whole(text.substring(slash + 1));
        if (length.isEmpty() || length.getAsLong() < 0 || length.getAsLong() > bits) {
            problems.error(line.place(), "the prefix length of '" + text + "' is outside 0 to " + bits, "");
            return null;
        }
        return new AddressOptionsReader(line, address, (int) length.getAsLong(), problems).read();
    }
}
