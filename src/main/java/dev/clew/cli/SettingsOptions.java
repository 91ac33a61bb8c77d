package dev.clew.cli;

import dev.clew.app.Setting;
import dev.clew.app.Settings;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class SettingsOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "The data directory (CLEW_DATA; default clew-data).")
    private @Nullable String data;

    @Option(
            names = "--base",
            paramLabel = "ADDRESS",
            description = "What the addresses of records start with (CLEW_BASE; default http://localhost:8080/).")
    private @Nullable String base;

    /** The settings with these flags and no others. */
    Settings read() {
        return read(Map.of());
    }

    /** The settings with these flags and some more; a null value is a flag that was not given. */
    Settings read(Map<Setting, String> more) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        flags.putAll(more);
        put(flags, Setting.DATA, data);
        put(flags, Setting.BASE, base);
        return Settings.read(flags, System.getenv());
    }

    static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting, value);
        }
    }
}
