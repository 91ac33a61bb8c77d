package dev.clew.ingest.extract;

import dev.clew.ingest.extract.ModelSettings.Budget;
import java.math.BigDecimal;

/** What one transcript has taken of its budget. */
final class Spending {
    /** A token of English has about four characters; counted as three, a question is not thought smaller than it is. */
    private static final int CHARACTERS_PER_TOKEN = 3;

    private static final int MILLION = 6;

    private final Budget budget;
    private long sent;
    private long answered;

    Spending(Budget budget) {
        this.budget = budget;
    }

    static long tokens(String text) {
        return text.length() / CHARACTERS_PER_TOKEN + 1;
    }

    /** Whether a question of so many tokens may be asked, were its answer as long as it may be. */
    boolean allows(long question, long answer) {
        long tokens = sent + answered + question + answer;
        return tokens <= budget.tokens()
                && cost(sent + question, answered + answer).compareTo(budget.cost()) <= 0;
    }

    void add(long question, long answer) {
        sent += question;
        answered += answer;
    }

    private BigDecimal cost(long asked, long got) {
        BigDecimal all = budget.prices()
                .sent()
                .multiply(BigDecimal.valueOf(asked))
                .add(budget.prices().answered().multiply(BigDecimal.valueOf(got)));
        return all.movePointLeft(MILLION);
    }
}
