package dev.clew.web.api;

import dev.clew.desk.Judgement;
import dev.clew.desk.Judgements;
import dev.clew.insight.Conflict;
import dev.clew.model.ConflictStatus;
import java.util.List;
import java.util.Optional;

/**
 * How conflicts stand: by their latest judgement, unless a claim was changed since.
 *
 * @param claims where versions are read
 * @param judgements what was concluded
 */
record ConflictStanding(DatedClaims claims, Judgements judgements) {
    Optional<Judgement> judgement(Conflict conflict) {
        return Optional.ofNullable(judgements.of(List.of(conflict.id())).get(conflict.id()));
    }

    /** Whether a claim has another version than the one that was judged. */
    boolean isOvertaken(Judgement judgement) {
        Judgement.Claims judged = judgement.claims();
        return claims.version(judged.first()) != judged.firstVersion()
                || claims.version(judged.second()) != judged.secondVersion();
    }

    ConflictStatus status(Conflict conflict) {
        return judgement(conflict)
                .filter(each -> !isOvertaken(each))
                .map(Judgement::status)
                .orElse(ConflictStatus.OPEN);
    }
}
