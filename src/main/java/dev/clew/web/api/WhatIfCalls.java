package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.insight.WhatIf;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Lens;
import dev.clew.model.PathQuery;
import dev.clew.model.Quantity;
import dev.clew.model.ReachQuery;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The call that reckons with the numbers of claims: {@code /api/what-if}. */
final class WhatIfCalls {
    private static final double MOST = 1e12;

    private final WhatIf whatIf;
    private final Relations relations;
    private final Reads reads;

    WhatIfCalls(WhatIf whatIf, Relations relations, Reads reads) {
        this.whatIf = whatIf;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/what-if",
                "What follows downstream when a thing is multiplied: by how much where claims give numbers, else the"
                        + " direction only.",
                Stream.of(own(), PathForm.filters(), PathForm.bounds("4", "25"), LensForm.parameters(false))
                        .flatMap(List::stream)
                        .toList(),
                "WhatIf",
                asked -> ask(asked.arguments())));
    }

    private static List<Parameter> own() {
        return List.of(
                Parameter.required("entity", new Form.Id(), "The id of the entity that changes."),
                Parameter.optional(
                        "by", new Form.Decimal(0, MOST), "The factor by which it is multiplied, such as 100."),
                Parameter.optional(
                        "value",
                        new Form.Decimal(0, MOST),
                        "The value it gets instead, in the unit of a claim that gives its value now."),
                Parameter.optional("unit", new Form.Text(300), "The unit of that value, as the claim writes it."),
                Parameter.optional("insight", new Form.Id(), "The claim that gives its value now."));
    }

    private Answer ask(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        Reads.requireEntities(view, List.of(asked.text("entity")));
        LensForm.require(lens, view);
        double factor = factor(asked, view);
        ReachQuery query = new ReachQuery(
                asked.text("entity"),
                ReachQuery.Direction.DOWNSTREAM,
                PathForm.filter(asked),
                lens,
                PathForm.bounds(asked, PathQuery.Direction.OUT));
        WhatIf.Answer found = whatIf.ask(query, factor, view::insight);
        return Answer.json(json(asked.text("entity"), factor, found, new NamedJson(view, relations)));
    }

    private static double factor(Arguments asked, View view) {
        Optional<Double> by = asked.value("by", Double.class);
        Optional<Double> value = asked.value("value", Double.class);
        if (by.isPresent() == value.isPresent()) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Give either by, a factor such as 100, or value with unit and insight.");
        }
        double factor = by.orElseGet(() -> value.orElseThrow() / now(asked, view));
        if (factor == 1 || !(factor > 0) || factor > MOST) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "The factor is " + factor + ": nothing changes, or too much; give another.");
        }
        return factor;
    }

    /** What a claim says the value is now; its unit must be the one asked for. */
    private static double now(Arguments asked, View view) {
        String id = asked.optionalText("insight")
                .orElseThrow(() -> new ClewException(
                        ErrorCode.BAD_REQUEST, "Parameter insight: name the claim that gives the value now."));
        Insight insight = (Insight) View.published(RecordName.insight(id), view.find(RecordName.insight(id)))
                .record()
                .orElseThrow();
        TreeSet<String> units = new TreeSet<>();
        for (Quantity each : insight.quantities()) {
            if (each instanceof Quantity.Value value && value.of().equals(asked.text("entity"))) {
                units.add(value.unit());
                if (value.unit().equals(asked.optionalText("unit").orElse(""))
                        && value.value().signum() > 0) {
                    return value.value().doubleValue();
                }
            }
        }
        String known = units.isEmpty() ? "it gives no value of it" : "its units are " + String.join("; ", units);
        throw new ClewException(
                ErrorCode.BAD_REQUEST,
                "Parameter unit: the claim " + id + " gives no such value of " + asked.text("entity") + "; " + known
                        + ". Values are compared only in the same unit.");
    }

    private static ObjectNode json(String entity, double factor, WhatIf.Answer found, NamedJson names) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(entity));
        json.put("by", rounded(factor));
        json.set("values", figures(found.start(), names));
        ArrayNode effects = json.putArray("effects");
        PathJson paths = new PathJson(names);
        found.effects().forEach(effect -> effects.add(effect(effect, names, paths)));
        json.put("total", found.reached().total());
        json.put("claimsRead", found.read().claims())
                .put("claimsLimit", WhatIf.INSIGHTS)
                .put("claimsCut", found.read().claimsCut())
                .put("waysLimit", WhatIf.WAYS)
                .put("waysCut", found.read().waysCut());
        PathJson.searched(json, found.reached().searched());
        return json.put(
                "change", Math.min(found.reached().change(), names.view().change()));
    }

    private static ObjectNode effect(WhatIf.Effect effect, NamedJson names, PathJson paths) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(effect.reached().entity()));
        json.put("direction", effect.direction().symbol());
        WhatIf.Range range = effect.range();
        if (range != null) {
            range(json, range);
        }
        json.set("figures", figures(effect.figures(), names));
        json.set("path", paths.path(effect.reached().path()));
        return json.put("text", text(effect, names));
    }

    private static void range(ObjectNode json, WhatIf.Range range) {
        json.put("low", rounded(range.low())).put("high", rounded(range.high()));
    }

    private static String text(WhatIf.Effect effect, NamedJson names) {
        String label = names.label(RecordName.entity(effect.reached().entity()));
        String arrow = switch (effect.direction()) {
            case PLUS -> "▲";
            case MINUS -> "▼";
            case ZERO, UNKNOWN -> "direction open";
        };
        WhatIf.Range range = effect.range();
        if (range == null) {
            return label + " " + arrow + ", no number";
        }
        String low = rounded(range.low()).toPlainString();
        String high = rounded(range.high()).toPlainString();
        return label + " ×" + (low.equals(high) ? low : low + " to ×" + high);
    }

    private static ArrayNode figures(List<WhatIf.Figure> figures, NamedJson names) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        EvidenceJson evidence = new EvidenceJson(names.view(), names);
        for (WhatIf.Figure each : figures) {
            ObjectNode figure = json.addObject();
            figure.putObject("formula")
                    .put("id", each.formula().id())
                    .put("label", each.formula().label())
                    .put("definition", each.formula().definition());
            names.view().insight(each.insight()).ifPresent(insight -> figure.set("insight", evidence.claim(insight)));
            range(figure, each.range());
            if (each.unit() != null) {
                figure.put("unit", each.unit());
            }
            ArrayNode inputs = figure.putArray("inputs");
            each.inputs().forEach((entity, range) -> {
                ObjectNode input = inputs.addObject();
                input.set("entity", names.entity(entity));
                range(input, range);
            });
        }
        return json;
    }

    /** To six digits: claims give fewer. */
    private static BigDecimal rounded(double number) {
        BigDecimal rounded = new BigDecimal(number, new MathContext(6)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
