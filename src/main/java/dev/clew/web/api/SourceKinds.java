package dev.clew.web.api;

import dev.clew.model.SourceKind;
import java.util.Locale;

/** The kinds of source as they are written, such as {@code Episode}. */
final class SourceKinds {
    private SourceKinds() {}

    static String label(SourceKind kind) {
        String code = kind.code();
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
    }
}
