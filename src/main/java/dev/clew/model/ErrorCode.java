package dev.clew.model;

/**
 * Every way in which Clew refuses or fails, with the HTTP status and the process exit code that tell it.
 *
 * <p>This is the one table from codes to statuses; the web and the command line both read it.
 */
public enum ErrorCode {
    /** A parameter or option is missing, malformed or outside its bounds. */
    BAD_REQUEST(400, 2),
    /** No token or session was given where one is needed. */
    UNAUTHENTICATED(401, 1),
    /** The caller's role does not allow this. */
    FORBIDDEN(403, 1),
    /** Nothing is known under this name. */
    NOT_FOUND(404, 1),
    /** The method is not offered at this address. */
    METHOD_NOT_ALLOWED(405, 1),
    /** None of the formats asked for can be given. */
    NOT_ACCEPTABLE(406, 1),
    /** An id is taken, or a record is still referred to. */
    CONFLICT(409, 1),
    /** The record was published once and has been retracted. */
    GONE(410, 1),
    /** The edit is based on a version that is no longer the current one. */
    STALE_VERSION(412, 1),
    /** The body is larger than the stated limit. */
    TOO_LARGE(413, 1),
    /** The address, with its query, is longer than the stated limit. */
    ADDRESS_TOO_LONG(414, 1),
    /** The body is in a format that is not read here. */
    UNSUPPORTED_FORMAT(415, 1),
    /** The content was understood and breaks a shape or a rule. */
    INVALID(422, 1),
    /** An edit came without the version it is based on. */
    VERSION_REQUIRED(428, 1),
    /** The caller asks more often than the stated limit. */
    TOO_MANY_REQUESTS(429, 1),
    /** An address is not one that Clew fetches from: another scheme, or not of the public network. */
    FETCH_REFUSED(422, 1),
    /** What is at an address cannot be had: its server is out of reach, too slow, or answers otherwise. */
    FETCH_FAILED(502, 1),
    /** A fault of Clew's own; the log has the cause. */
    INTERNAL(500, 1),
    /** A part that the answer needs is not ready yet, or is being rebuilt. */
    NOT_READY(503, 1),
    /** As many others are served at this moment as the stated limit. */
    BUSY(503, 1),
    /** The work was cut at its time limit. */
    TIMED_OUT(503, 1),
    /** The answer would take more memory than the stated limit. */
    TOO_COSTLY(503, 1),
    /** The disk is full or read-only, so nothing can be written. */
    NO_SPACE(507, 1),
    /** The data directory is in use, from a newer version, or damaged beyond what can be rebuilt. */
    DATA_DIRECTORY(500, 1),
    /** A database server refuses Clew, or is not one that Clew can use. */
    DATABASE(500, 1),
    /** A file is no backup of Clew, is damaged, or is of a newer version. */
    UNUSABLE_BACKUP(500, 1),
    /** The server cannot listen where it was told to. */
    CANNOT_LISTEN(500, 1);

    private final int httpStatus;
    private final int exitCode;

    ErrorCode(int httpStatus, int exitCode) {
        this.httpStatus = httpStatus;
        this.exitCode = exitCode;
    }

    /** The HTTP status that tells this. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The process exit code that tells this: 1 refused or failed, 2 wrong usage. */
    public int exitCode() {
        return exitCode;
    }

    /** The code as it stands in answers: lower case with dashes, such as {@code stale-version}. */
    public String code() {
        return Enumerations.code(this);
    }
}
