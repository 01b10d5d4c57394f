package org.lvsdirector.ipvsctl.arguments;

import java.util.List;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.names.Names;

/** Reads command lines, one after the other. */
public final class RequestParser {
    private final Personality personality;
    private final Endpoints endpoints;

    /** A reader of a personality's command lines: what is a switch to us may be a mistake to ipvsadm. */
    public RequestParser(Personality personality, Names names) {
        this.personality = personality;
        endpoints = new Endpoints(names);
    }

    /** What a command line asks for; without any words, the table. */
    public Request parse(List<String> words) throws UsageException {
        return words.isEmpty()
                ? new Request.ListTable(null, TableStyle.PLAIN, Filter.NONE)
                : new CommandLine(words, personality, endpoints).parse();
    }
}
