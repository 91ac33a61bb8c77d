package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.desk.Actor;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The whole server in this process, over the small library. */
final class Served {
    private Served() {}

    /** Starts on a free port, in the directory {@code data} below this one. */
    static Explorer small(Path directory) {
        return small(directory, Map.of());
    }

    /** The same with other settings besides. */
    static Explorer small(Path directory, Map<Setting, String> more) {
        Explorer explorer = Explorer.start(settings(directory, more), new Explorer.Start("faults", false));
        if (explorer.installation().ledger().head().n() == 0) {
            explorer.installation()
                    .ledger()
                    .commit(new Edit(
                            new Author("test", "to begin with"),
                            SmallWorld.all().stream().map(RecordEdit::create).toList()));
        }
        if (!explorer.awaitReady(Duration.ofSeconds(60))) {
            throw new IllegalStateException("the server is not ready");
        }
        return explorer;
    }

    /** The settings of that server, with others besides. */
    static Settings settings(Path directory, Map<Setting, String> more) {
        Map<Setting, String> all = new EnumMap<>(Map.of(
                Setting.DATA, directory.resolve("data").toString(), Setting.PORT, "0", Setting.EMBEDDINGS, "off"));
        all.putAll(more);
        return Settings.read(all, Map.of());
    }

    /** A token of a new account with this role. */
    static String token(Explorer explorer, String name, Role role) {
        explorer.installation().desk().accounts().add(name, role, Actor.COMMAND_LINE);
        return explorer.installation()
                .desk()
                .tokens()
                .issue(name, "a test", Actor.COMMAND_LINE)
                .secret();
    }
}
