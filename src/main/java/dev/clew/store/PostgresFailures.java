package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.sql.SQLException;

/** Turns what a PostgreSQL server reports into sentences a person can act on. */
final class PostgresFailures {
    private final DatabaseAddress address;

    PostgresFailures(DatabaseAddress address) {
        this.address = address;
    }

    ClewException explain(Exception failure) {
        SQLException sql = StoreFailures.sqlCause(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        Exception cause = sql == null ? failure : sql;
        return switch (state) {
            case "28P01", "28000" ->
                refusal(ErrorCode.DATABASE, "does not let " + address.user() + " in: check user and password", cause);
            case "3D000" ->
                refusal(
                        ErrorCode.DATABASE,
                        "does not exist: CREATE DATABASE " + address.name()
                                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
                        cause);
            case "42501" ->
                refusal(
                        ErrorCode.DATABASE,
                        "does not let " + address.user() + " do this (" + cause.getMessage()
                                + "): let it own the database, or GRANT it what is missing",
                        cause);
            case "25006" -> refusal(ErrorCode.NO_SPACE, "is read-only here: name its primary server", cause);
            case "53100" -> refusal(ErrorCode.NO_SPACE, "has no space left: free some", cause);
            case "55P03" ->
                refusal(ErrorCode.NOT_READY, "is being written to by another process: try again in a moment", cause);
            case "53300" -> refusal(ErrorCode.NOT_READY, "has no connection left: raise max_connections there", cause);
            default -> other(state, cause);
        };
    }

    private ClewException other(String state, Exception cause) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return refusal(
                    ErrorCode.NOT_READY,
                    "cannot be reached (" + cause.getMessage() + "): see whether it runs, then try again",
                    cause);
        }
        return refusal(ErrorCode.INTERNAL, "failed: " + cause.getMessage(), cause);
    }

    private ClewException refusal(ErrorCode code, String what, Exception cause) {
        return new ClewException(code, "The PostgreSQL database " + address.place() + " " + what + ".", cause);
    }
}
