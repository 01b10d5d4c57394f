package org.lvsdirector.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.PlanReport.Kind;
import org.lvsdirector.plan.PlanReport.Line;

/** Changes in words. */
public final class ChangeWords {
    private ChangeWords() {}

    /** A change in words; what a parameter was comes from the known table. */
    public static Line line(IpvsChange change, IpvsTable known) {
        ServiceKey service = change.service();
        if (change instanceof IpvsChange.AddService add) {
            return ofService(Kind.ADD, service, all(Parameter.of(add.definition())));
        }
        if (change instanceof IpvsChange.UpdateService update) {
            IpvsTable.Row row = known.row(service);
            List<Parameter> before = row == null ? List.of() : Parameter.of(row.service());
            return ofService(Kind.CHANGE, service, difference(before, Parameter.of(update.definition())));
        }
        if (change instanceof IpvsChange.AddServer add) {
            return ofServer(Kind.ADD, service, add.server().key(), all(Parameter.of(add.server())));
        }
        if (change instanceof IpvsChange.UpdateServer update) {
            RealServer then = known.server(service, update.server().key());
            List<Parameter> before = then == null ? List.of() : Parameter.of(then);
            String what = difference(before, Parameter.of(update.server()));
            return ofServer(Kind.CHANGE, service, update.server().key(), what);
        }
        return change instanceof IpvsChange.RemoveServer remove
                ? ofServer(Kind.REMOVE, service, remove.server(), "")
                : ofService(Kind.REMOVE, service, "");
    }

    /** A stranger in words. */
    public static Line line(Diff.Stranger stranger) {
        String what = "not ours, left alone";
        return stranger instanceof Diff.Stranger.Server server
                ? ofServer(Kind.LEAVE, server.service(), server.server(), what)
                : ofService(Kind.LEAVE, stranger.service(), what);
    }

    private static Line ofService(Kind kind, ServiceKey service, String what) {
        return new Line(kind, Names.of(service), "", what);
    }

    private static Line ofServer(Kind kind, ServiceKey service, RealServerKey server, String what) {
        return new Line(kind, Names.of(service), Names.of(service, server), what);
    }

    /** Of something new, all that is worth a word. */
    private static String all(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.usual())
                .map(parameter -> parameter.name() + " " + parameter.value())
                .collect(Collectors.joining(", "));
    }

    private static String difference(List<Parameter> before, List<Parameter> after) {
        if (before.isEmpty()) {
            return all(after);
        }
        return IntStream.range(0, after.size())
                .filter(i -> !after.get(i).equals(before.get(i)))
                .mapToObj(i -> after.get(i).name() + " " + before.get(i).value() + " -> "
                        + after.get(i).value())
                .collect(Collectors.joining(", "));
    }
}
