package org.lvsdirector.control.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.link.Peer;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.message.Report;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.supervise.ChildRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child's link to its parent. */
public final class ParentLink {
    private static final Logger LOG = LoggerFactory.getLogger(ParentLink.class);
    private static final byte[] BEAT = encoded(new Report.Beat());

    private final Link link;

    private ParentLink(Link link) {
        this.link = link;
    }

    /**
     * Attaches this process to its parent.
     *
     * @throws IOException if nobody listens there, or somebody who is not this process's parent
     */
    public static ParentLink attach(Path socket, ChildRole role) throws IOException {
        Link link = new Link(UnixSocketChannel.open(new UnixSocketAddress(new File(socket.toString()))), "parent");
        Peer peer = link.peer();
        long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
        if (peer.pid() != parent) {
            throw new IOException(socket + " belongs to process " + peer.pid() + ", but the parent is " + parent);
        }
        link.trust();
        link.send(new Request.Attach(role));
        return new ParentLink(link);
    }

    /** Waits for the next command; empty when the parent is gone. */
    public Optional<Command> receive() {
        try {
            return link.receive(Command.class);
        } catch (IOException broken) {
            LOG.error("The link to the director broke: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    /** Reports, without waiting. */
    public void report(Report report) {
        link.send(report);
    }

    /** Says that this process lives, without waiting and without making anything. */
    public void beat() {
        link.send(BEAT);
    }

    /** Sends what is still to be sent, and closes. */
    public void finish() {
        try {
            link.finish();
        } catch (IOException alreadyGone) {
            // The parent knows by now.
            return;
        }
    }

    private static byte[] encoded(Report report) {
        try {
            return Link.encode(report);
        } catch (IOException bug) {
            throw new ExceptionInInitializerError(bug);
        }
    }
}
