package org.lvsdirector.control.parent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lvsdirector.control.message.Command;
import org.lvsdirector.control.track.Watches;
import org.lvsdirector.control.track.Watchman;

/** Tells the children what trackers have found, and one that comes later all that is known. Used by the control thread alone. */
final class TrackDesk implements Watchman.Listener, AutoCloseable {
    private final ControlLoop loop;
    private final Consumer<Command> children;
    private final Watchman watchman = new Watchman(this);
    private final Map<String, Command> known = new LinkedHashMap<>();

    /** @param children sends a command to every child that is attached */
    TrackDesk(ControlLoop loop, Consumer<Command> children) {
        this.loop = loop;
        this.children = children;
    }

    /** Watches what the configuration in force tracks. */
    void use(Watches watches) {
        watchman.use(watches);
    }

    /** All that is known, for a child that begins. */
    List<Command> known() {
        return List.copyOf(known.values());
    }

    @Override
    public void file(String name, int number) {
        loop.post(() -> tell("file " + name, new Command.FileRead(name, number)));
    }

    @Override
    public void process(String name, boolean enough) {
        loop.post(() -> tell("process " + name, new Command.ProcessesCounted(name, enough)));
    }

    /** A BFD session of the vrrp process has come up or gone down. */
    void session(String name, boolean up) {
        tell("session " + name, new Command.SessionChanged(name, up));
    }

    private void tell(String subject, Command news) {
        known.put(subject, news);
        children.accept(news);
    }

    @Override
    public void close() {
        watchman.close();
    }
}
