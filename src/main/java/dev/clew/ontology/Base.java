package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Slug;
import dev.clew.model.WebAddress;
import java.util.Optional;

/**
 * The address under which the records of an installation stand; ids are stored without it and expanded on output.
 *
 * @param address absolute http or https address ending in a slash, without query and fragment
 */
public record Base(String address) {
    /** Where an installation stands unless its settings say otherwise. */
    public static final Base DEFAULT = new Base("http://localhost:8080/");

    private static final int LIMIT_FRAGMENT_CHARACTERS = 100;

    /** Checks the form of the address. */
    public Base {
        if (!WebAddress.isSafe(address) || !address.endsWith("/") || address.contains("?") || address.contains("#")) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The base '" + address
                            + "' must be an absolute http or https address that ends in /, without ? and #,"
                            + " such as " + "http://localhost:8080/.");
        }
    }

    /** The absolute address of a record. */
    public String iri(RecordName name) {
        return address + name.path();
    }

    /** The absolute address of a change. */
    public String changeIri(long n) {
        return address + "change/" + n;
    }

    /** The record that stands at this absolute address; empty when it is none of this base. */
    public Optional<RecordName> name(String iri) {
        return iri.startsWith(address) ? RecordName.parse(iri.substring(address.length())) : Optional.empty();
    }

    /** The address relative to the base for a record or a part of one; any other address unchanged. */
    public String relative(String iri) {
        if (!iri.startsWith(address)) {
            return iri;
        }
        String rest = iri.substring(address.length());
        return isRecordAddress(rest) ? rest : iri;
    }

    /** The absolute form of an address that {@link #relative} made. */
    public String absolute(String relative) {
        return isRecordAddress(relative) ? address + relative : relative;
    }

    /** {@code TYPE/ID}, with {@code #PART} for a part of the record. */
    private static boolean isRecordAddress(String text) {
        if (!mayBeRecord(text)) {
            return false;
        }
        int hash = text.indexOf('#');
        String id = text.substring(text.indexOf('/') + 1, hash < 0 ? text.length() : hash);
        return Slug.isSlug(id) && (hash < 0 || isFragment(text.substring(hash + 1)));
    }

    private static boolean isFragment(String text) {
        return !text.isEmpty()
                && text.length() <= LIMIT_FRAGMENT_CHARACTERS
                && text.chars().allMatch(each -> Slug.isSlugCharacter((char) each));
    }

    private static boolean mayBeRecord(String text) {
        return text.startsWith("insight/") || text.startsWith("entity/") || text.startsWith("source/");
    }
}
