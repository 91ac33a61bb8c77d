package dev.clew.insight;

import dev.clew.model.Insight;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim with the day on which it was made.
 *
 * @param insight the claim
 * @param said when its source came out; null when that is not known
 */
public record DatedClaim(Insight insight, @Nullable LocalDate said) {}
