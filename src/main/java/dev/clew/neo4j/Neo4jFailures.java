package dev.clew.neo4j;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/** Turns what a Neo4j server or its driver reports into sentences a person can act on. */
final class Neo4jFailures {
    private final Neo4jSettings settings;

    Neo4jFailures(Neo4jSettings settings) {
        this.settings = settings;
    }

    ClewException explain(Neo4jException failure) {
        String code = failure.code() == null ? "" : failure.code();
        if (failure instanceof ServiceUnavailableException) {
            return refusal(
                    ErrorCode.NOT_READY, "cannot be reached: see whether it runs and neo4j-uri is right", failure);
        }
        if (failure instanceof AuthenticationException) {
            return refusal(
                    ErrorCode.DATABASE, "does not let the user in: check neo4j-user and neo4j-password", failure);
        }
        if (code.startsWith("Neo.ClientError.Security")) {
            return refusal(
                    ErrorCode.DATABASE,
                    "does not let the user do this (" + failure.getMessage()
                            + "): GRANT the roles publisher and architect, or what is missing",
                    failure);
        }
        if (code.equals("Neo.ClientError.Database.DatabaseNotFound")) {
            return refusal(ErrorCode.DATABASE, "has no such database: CREATE DATABASE, or set neo4j-database", failure);
        }
        if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut")) {
            return refusal(ErrorCode.TIMED_OUT, "was not done in time: ask for less, or use engine=embedded", failure);
        }
        return refusal(ErrorCode.INTERNAL, "failed: " + failure.getMessage(), failure);
    }

    ClewException tooOld(String version) {
        return new ClewException(
                ErrorCode.DATABASE,
                "The Neo4j server " + settings + " has version " + version + ": use 5.26 or newer.");
    }

    private ClewException refusal(ErrorCode code, String what, Exception cause) {
        return new ClewException(code, "The Neo4j server " + settings + " " + what + ".", cause);
    }
}
