package dev.clew.web.account;

import dev.clew.desk.Audit;
import dev.clew.ledger.Backups;
import dev.clew.web.http.Route;
import java.util.List;

/** The routes about backups. */
public final class BackupRoutes {
    private BackupRoutes() {}

    /** All of them; what is made stands in the audit. */
    public static List<Route> of(Backups backups, Audit audit) {
        return new BackupCalls(backups, audit).routes().toList();
    }
}
