package org.lvsdirector.control.parent;

import java.io.IOException;
import java.util.Optional;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.message.Report;

/** Reads what a child says, on the thread of its connection, and hands it to the control thread. */
final class Reports {
    private Reports() {}

    /** What is done with each report, on the control thread. */
    interface Reader {
        void report(ChildProcess child, Report report);

        /** It said something that is none: it cannot be trusted any more. */
        void nonsense(ChildProcess child, String what);
    }

    /** Returns when the connection ends. */
    static void readAll(ChildProcess child, Link link, ControlLoop loop, Reader reader) {
        try {
            Optional<Report> next = link.receive(Report.class);
            while (next.isPresent()) {
                Report report = next.get();
                loop.post(() -> reader.report(child, report));
                next = link.receive(Report.class);
            }
        } catch (IOException broken) {
            loop.post(() -> reader.nonsense(child, String.valueOf(broken.getMessage())));
        }
    }
}
