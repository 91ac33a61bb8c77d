package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How other systems name an entity.
 *
 * @param isoAlpha2 ISO 3166-1 alpha-2 code of a nation; null for others
 * @param isoAlpha3 ISO 3166-1 alpha-3 code; null for others
 * @param isoNumeric ISO 3166-1 numeric code, three digits; null for others
 * @param sameAs addresses of the same thing elsewhere, in alphabetical order
 */
public record EntityCodes(
        @Nullable String isoAlpha2,
        @Nullable String isoAlpha3,
        @Nullable String isoNumeric,
        List<String> sameAs) {
    /** No codes, the same as nothing known. */
    public static final EntityCodes NONE = new EntityCodes(null, null, null, List.of());

    /** Checks the form of each. */
    public EntityCodes {
        code("codes.isoAlpha2", isoAlpha2, "[A-Z]{2}");
        code("codes.isoAlpha3", isoAlpha3, "[A-Z]{3}");
        code("codes.isoNumeric", isoNumeric, "[0-9]{3}");
        sameAs.forEach(address -> Checks.webAddress("sameAs", address));
        sameAs = Checks.list("sameAs", sameAs, Limits.LIST).stream().sorted().toList();
    }

    private static void code(String path, @Nullable String value, String form) {
        if (value != null && !value.matches(form)) {
            throw ClewException.invalid(path, "must have the form " + form, value);
        }
    }
}
