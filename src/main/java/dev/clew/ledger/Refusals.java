package dev.clew.ledger;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals that list several problems under another code than invalid. */
final class Refusals {
    private Refusals() {}

    static ClewException of(ErrorCode code, List<Problem> problems) {
        String sentence = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
        return new ClewException(code, sentence, problems);
    }
}
