package org.lvsdirector.control.track;

import org.jspecify.annotations.Nullable;

/**
 * Watches files and processes. A watch whose kind nobody wants costs nothing. Listeners are called on threads of the
 * watches.
 */
public final class Watchman implements AutoCloseable {
    private final Listener listener;
    private @Nullable FileWatch files;
    private @Nullable ProcessWatch processes;

    /** Who hears of news. */
    public interface Listener {
        /** The number in a file, for the first time or another than before. */
        void file(String name, int number);

        /** Whether as many processes run as should, for the first time or another than before. */
        void process(String name, boolean enough);
    }

    public Watchman(Listener listener) {
        this.listener = listener;
    }

    /** Watches these from now on. */
    public void use(Watches watches) {
        if (files == null && !watches.files().isEmpty()) {
            files = new FileWatch(listener::file);
        }
        if (files != null) {
            files.use(watches.files());
        }
        if (processes == null && !watches.processes().isEmpty()) {
            processes = new ProcessWatch((name, enough) -> listener.process(name, enough != 0));
        }
        if (processes != null) {
            processes.use(watches.processes());
        }
    }

    @Override
    public void close() {
        if (files != null) {
            files.close();
        }
        if (processes != null) {
            processes.close();
        }
    }
}
