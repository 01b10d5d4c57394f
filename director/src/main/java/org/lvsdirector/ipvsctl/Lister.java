package org.lvsdirector.ipvsctl;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvsctl.arguments.Request;
import org.lvsdirector.ipvsctl.listing.ConnectionListing;
import org.lvsdirector.ipvsctl.listing.DaemonListing;
import org.lvsdirector.ipvsctl.listing.JsonWriter;
import org.lvsdirector.ipvsctl.listing.Labels;
import org.lvsdirector.ipvsctl.listing.SavedRules;
import org.lvsdirector.ipvsctl.listing.TableListing;
import org.lvsdirector.ipvsctl.listing.TextOutput;

/** Carries out the requests that print. */
final class Lister {
    private final Surroundings surroundings;
    private final Ipvs ipvs;
    private final TextOutput output;

    Lister(Surroundings surroundings, Ipvs ipvs, TextOutput output) {
        this.surroundings = surroundings;
        this.ipvs = ipvs;
        this.output = output;
    }

    /** Prints what is asked for; returns why that failed, or null. */
    @Nullable
    String list(Request.Listing request) throws IOException {
        if (request instanceof Request.ListTable list) {
            return listTable(list);
        }
        if (request instanceof Request.Save save) {
            new SavedRules(ipvs, surroundings.personality(), labels(save.numeric()), output).write();
        } else if (request instanceof Request.ListConnections list) {
            return listConnections(list);
        } else if (request instanceof Request.ListTimeouts list) {
            listTimeouts(ipvs.timeouts(), list.json());
        } else if (request instanceof Request.ListDaemons list) {
            if (list.json()) {
                DaemonListing.writeJson(ipvs.daemons(), output);
            } else {
                DaemonListing.writeText(ipvs.daemons(), output);
            }
        }
        return null;
    }

    private void listTimeouts(IpvsTimeouts timeouts, boolean asJson) throws IOException {
        if (asJson) {
            JsonWriter json = new JsonWriter(output);
            json.beginObject().beginObject("timeouts").member("tcp", timeouts.tcp());
            json.member("tcpFin", timeouts.tcpFin()).member("udp", timeouts.udp());
            json.endObject().endObject().end();
            return;
        }
        output.add("Timeout (tcp tcpfin udp): ").add(timeouts.tcp());
        output.add(" ").add(timeouts.tcpFin()).add(" ").add(timeouts.udp()).endLine();
    }

    private Labels labels(boolean numeric) {
        return new Labels(surroundings.names(), numeric, surroundings.personality());
    }

    private @Nullable String listTable(Request.ListTable list) throws IOException {
        TableListing listing = new TableListing(
                ipvs,
                list.style(),
                list.filter(),
                surroundings.personality(),
                labels(list.style().numeric()),
                output);
        if (list.service() == null) {
            listing.write();
            return null;
        }
        Optional<ServiceEntry> service = ipvs.service(list.service());
        if (service.isEmpty()) {
            return KernelErrors.NO_SUCH_SERVICE;
        }
        listing.write(service.get());
        return null;
    }

    private @Nullable String listConnections(Request.ListConnections list) throws IOException {
        try (BufferedReader connections =
                Files.newBufferedReader(surroundings.connections(), StandardCharsets.ISO_8859_1)) {
            ConnectionListing listing = list.json()
                    ? ConnectionListing.asJson(list.filter(), output)
                    : ConnectionListing.asText(list.filter(), list.withEngineData(), labels(list.numeric()), output);
            listing.write(connections);
            return null;
        } catch (NoSuchFileException e) {
            return "cannot open file " + surroundings.connections();
        }
    }
}
