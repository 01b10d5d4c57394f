package org.lvsdirector.control.parent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.control.mail.AlertBook;
import org.lvsdirector.control.mail.MailDesk;
import org.lvsdirector.control.mail.Outbox;
import org.lvsdirector.control.mail.SmtpCarrier;
import org.lvsdirector.control.mapping.ScriptBook;
import org.lvsdirector.control.mapping.ScriptBook.Listener;
import org.lvsdirector.control.message.KnownCheck;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.tell.NotifyPipes;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.RouterAction.SendNotification;
import org.lvsdirector.vrrp.machine.RouterAction.TellConflict;

/**
 * Tells scripts, pipes and mail what the children report, as far as the configuration wants it told. Used by the control thread alone.
 *
 * <p>An instance that a reload has removed is told of by the words of the old configuration.
 */
final class Telling implements AutoCloseable {
    private final ScriptDesk scripts;
    private final NotifyPipes pipes;
    /** The carrier, and the library behind it, is loaded with the first letter: most directors send none. */
    private final MailDesk mail =
            new MailDesk(new Outbox((settings, letter) -> new SmtpCarrier().carry(settings, letter)));

    private final Map<Listener, SendNotification> last = new LinkedHashMap<>();
    private ScriptBook book = ScriptBook.EMPTY;
    private ScriptBook former = ScriptBook.EMPTY;

    Telling(ScriptDesk scripts, ScriptLauncher launcher) {
        this.scripts = scripts;
        this.pipes = new NotifyPipes(launcher);
    }

    /** Goes over to another configuration. */
    void use(ScriptBook next, AlertBook alerts) {
        former = book;
        book = next;
        mail.use(alerts);
        scripts.use(next);
        pipes.use(next.pipes());
        if (next.statesOnReload()) {
            last.values().stream()
                    .filter(news -> book.listeners().containsKey(new Listener(news.subject(), news.name())))
                    .forEach(pipes::tell);
        }
    }

    /** An instance or group has changed. */
    void heard(SendNotification news) {
        Listener listener = new Listener(news.subject(), news.name());
        if (news.state() == NotifyState.DELETED) {
            deleted(listener, news);
            return;
        }
        ScriptBook.@Nullable Notify wishes = book.listeners().get(listener);
        boolean ofPriority = news.state() == NotifyState.MASTER_PRIORITY || news.state() == NotifyState.BACKUP_PRIORITY;
        if (ofPriority && (wishes == null || !wishes.priorities())) {
            return;
        }
        if (news.state().isState()) {
            last.put(listener, news);
        }
        tell(book, news);
        mail.heard(news);
    }

    /** Told as FAULT, unless that is what it is anyway or the operator wants it told as what it is. */
    private void deleted(Listener listener, SendNotification news) {
        ScriptBook.@Nullable Notify wishes = former.listeners().get(listener);
        SendNotification before = last.remove(listener);
        if (wishes != null && wishes.tellsDeletion()) {
            tellOfFormer(news);
        } else if (before == null || before.state() != NotifyState.FAULT) {
            tellOfFormer(new SendNotification(news.subject(), news.name(), NotifyState.FAULT, news.priority()));
        }
    }

    private void tellOfFormer(SendNotification news) {
        tell(former, news);
        mail.heardOfFormer(news);
    }

    private void tell(ScriptBook words, SendNotification news) {
        pipes.tell(news);
        scripts.tell(words, news);
    }

    /** Something that an instance has is there twice, or is not any more. Only who asks for it hears of it: keepalived has no such lines. */
    void heard(TellConflict news) {
        if (book.tellsConflicts()) {
            pipes.tell(news);
        }
    }

    /** A real server or quorum has changed. */
    void heard(PoolEvent event) {
        pipes.tell(event);
        scripts.tell(event);
        mail.heard(event);
    }

    /** Checks have told how they are. */
    void heard(List<KnownCheck> checks) {
        checks.forEach(check -> mail.heard(check.id(), check.up(), check.weightChange()));
    }

    /** The director stops. */
    void stopping() {
        mail.stopping();
    }

    /** How the mail goes; null where none is wanted. */
    Outbox.@Nullable Counts mailCounts() {
        return mail.counts();
    }

    /** Whether all has been told. */
    boolean idle() {
        return scripts.idle() && mail.idle();
    }

    @Override
    public void close() {
        pipes.close();
    }
}
