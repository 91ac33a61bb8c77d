package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;

/** What answers for SPARQL Update as long as nobody may write by it. */
final class ShutService extends ActionService {
    private final Writers writers;

    ShutService(Writers writers) {
        this.writers = writers;
    }

    /** The refusal of every write. */
    static ClewException refusal() {
        return new ClewException(
                ErrorCode.FORBIDDEN,
                "Writing by SPARQL is shut: add claims by file with the import command, and query at /sparql.");
    }

    @Override
    public void process(HttpAction action) {
        ProblemAnswer.guard(action, each -> {
            writers.require(each);
            throw refusal();
        });
    }

    @Override
    public void validate(HttpAction action) {
        throw refusal();
    }

    @Override
    public void execute(HttpAction action) {
        throw refusal();
    }
}
