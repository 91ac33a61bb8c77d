package dev.clew.ingest.extract;

import dev.clew.model.Limits;
import dev.clew.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that a sentence gives of an entity: "GPT-4 cost 80 million dollars", "twice", "10x". */
final class Amounts {
    private static final Pattern NUMBER = Pattern.compile("([$€£])?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(%|x)?");
    private static final Map<String, String> WORDS =
            Map.of("twice", "2", "tenfold", "10", "triple", "3", "double", "2");
    private static final Map<String, Integer> POWERS =
            Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);
    private static final Map<String, String> CURRENCIES = Map.of("$", "USD", "€", "EUR", "£", "GBP");
    private static final Set<String> SAYING = Set.of(
            "has",
            "have",
            "had",
            "is",
            "are",
            "was",
            "were",
            "cost",
            "costs",
            "costing",
            "spent",
            "spends",
            "raised",
            "uses",
            "used",
            "requires",
            "needs",
            "reached",
            "reaches",
            "got",
            "owns",
            "produces",
            "employs",
            "grew",
            "takes");
    private static final Set<String> ROUNDLY = Set.of(
            "about", "around", "roughly", "over", "nearly", "almost", "close", "to", "some", "only", "already", "up",
            "by");
    private static final int MOST = 3;

    private Amounts() {}

    static List<Quantity> of(List<Word> words, List<Mention> mentions) {
        List<Quantity> amounts = new ArrayList<>();
        for (Mention each : mentions) {
            int at = each.to();
            if (at < words.size() && SAYING.contains(words.get(at).lower())) {
                at++;
                while (at < words.size() && ROUNDLY.contains(words.get(at).lower())) {
                    at++;
                }
                add(each.entity(), words, at, amounts);
            }
        }
        return amounts.stream().limit(MOST).toList();
    }

    private static void add(String entity, List<Word> words, int at, List<Quantity> amounts) {
        if (at >= words.size()) {
            return;
        }
        String word = words.get(at).lower();
        String times = WORDS.get(word);
        if (times != null) {
            amounts.add(new Quantity.Value(entity, new BigDecimal(times), "times", null));
            return;
        }
        Matcher number = NUMBER.matcher(word);
        if (!number.matches() || number.group(2).length() > 30) {
            return;
        }
        String fraction = number.group(3) == null ? "" : number.group(3);
        BigDecimal value = new BigDecimal(number.group(2).replace(",", "") + fraction);
        int next = at + 1;
        Integer power = next < words.size() ? POWERS.get(words.get(next).lower()) : null;
        if (power != null) {
            value = value.scaleByPowerOfTen(power);
            next++;
        }
        String unit = unit(number, words, next);
        if (!unit.isEmpty() && unit.length() <= Limits.LABEL_CHARACTERS) {
            amounts.add(new Quantity.Value(entity, value, unit, null));
        }
    }

    private static String unit(Matcher number, List<Word> words, int next) {
        if (number.group(1) != null) {
            return CURRENCIES.getOrDefault(number.group(1), "");
        }
        if (number.group(4) != null) {
            return number.group(4).equals("%") ? "%" : "times";
        }
        return next < words.size() && !words.get(next).isMark()
                ? words.get(next).lower()
                : "";
    }
}
