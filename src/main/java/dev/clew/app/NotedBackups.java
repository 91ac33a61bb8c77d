package dev.clew.app;

import dev.clew.desk.Actor;
import dev.clew.desk.Audit;
import dev.clew.ledger.BackupSchedule;
import dev.clew.ledger.Backups;
import dev.clew.model.ClewException;

/**
 * Notes in the audit what came of scheduled backups.
 *
 * @param audit where
 */
record NotedBackups(Audit audit) implements BackupSchedule.Outcomes {
    private static final Actor SCHEDULE = new Actor("schedule", "here");

    @Override
    public void made(Backups.Made made) {
        audit.note(Audit.Kind.BACKUP_MADE, "", SCHEDULE, made.name());
    }

    @Override
    public void failed(ClewException failure) {
        audit.note(Audit.Kind.BACKUP_FAILED, "", SCHEDULE, String.valueOf(failure.getMessage()));
    }
}
