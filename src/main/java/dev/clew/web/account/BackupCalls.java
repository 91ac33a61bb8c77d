package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Actor;
import dev.clew.desk.Audit;
import dev.clew.ledger.Backups;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/backups}: what an admin sees of them, and making one now. Files are fetched from the machine itself. */
final class BackupCalls {
    private final Backups backups;
    private final Audit audit;

    BackupCalls(Backups backups, Audit audit) {
        this.backups = backups;
        this.audit = audit;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/backups", Role.ADMIN),
                        "The backups in the server's directory, latest first, each with whether its checksum holds.",
                        List.of(),
                        Route.Produces.json("Backups"),
                        asked -> list()),
                new Route(
                        new Route.Address("POST", "/api/backups", Role.ADMIN),
                        "Makes a backup now and removes the oldest beyond those that are to stay.",
                        List.of(),
                        Route.Produces.created("Backup"),
                        this::make));
    }

    private Answer list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("directory", backups.directory().toString());
        var list = json.putArray("backups");
        backups.list().forEach(each -> list.add(json(each)));
        return Answer.json(json);
    }

    private Answer make(Route.Asked asked) {
        Backups.Made made = backups.make();
        audit.note(Audit.Kind.BACKUP_MADE, "", new Actor(asked.caller().name(), "rest"), made.name());
        return Answer.json(json(made)).withStatus(201);
    }

    private static ObjectNode json(Backups.Made made) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", made.name())
                .put("at", made.at().toString())
                .put("change", made.change())
                .put("bytes", made.bytes())
                .put("verified", made.isWhole());
    }
}
