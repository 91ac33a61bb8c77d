package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.brief.BriefText;
import dev.clew.brief.Follow;
import dev.clew.brief.Watch;
import dev.clew.desk.Delivery;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Schedule;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reader as an answer to that reader, and to nobody else. */
record ReaderJson(View view, Relations relations) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LATEST = 14;

    ObjectNode reader(Reader reader, Desk.Reading reading) {
        ObjectNode json = NODES.objectNode();
        put(json, "account", reader.account());
        put(json, "address", reader.address());
        put(json, "bounce", reader.bounce());
        json.put("confirmed", reader.confirmed());
        json.set("schedule", schedule(reader.schedule()));
        ArrayNode follows = json.putArray("follows");
        reading.readers().follows(reader).forEach(each -> follows.add(followed(each)));
        ArrayNode latest = json.putArray("latest");
        reading.deliveries().latest(reader, LATEST).forEach(each -> latest.add(told(each)));
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode json = NODES.objectNode().put("hour", schedule.hour());
        ArrayNode weekdays = json.putArray("weekdays");
        schedule.weekdays().stream()
                .sorted()
                .map(DayOfWeek::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(weekdays::add);
        json.put("zone", schedule.zone().getId());
        if (schedule.pausedUntil() != null) {
            json.put("pausedUntil", schedule.pausedUntil().toString());
        }
        return json;
    }

    private static ObjectNode told(Delivery.Told told) {
        ObjectNode json = NODES.objectNode()
                .put("day", told.day().toString())
                .put("state", told.state().code())
                .put("made", told.made().toString());
        put(json, "told", told.told().isEmpty() ? null : told.told());
        return json;
    }

    private ObjectNode followed(Followed followed) {
        ObjectNode json = NODES.objectNode()
                .put("follow", followed.what())
                .put("weight", followed.weight().code());
        Optional<Watch> watch = Watch.parse(followed.what());
        if (watch.isPresent()) {
            return watched(json, watch.get());
        }
        return thing(json, Follow.parse(followed.what()));
    }

    private ObjectNode watched(ObjectNode json, Watch watch) {
        return json.put("kind", watch.written().substring(0, watch.written().indexOf(':')))
                .put("label", text().label(watch))
                .put("page", BriefText.page(watch))
                .put("state", "published");
    }

    private ObjectNode thing(ObjectNode json, Follow follow) {
        json.put("kind", follow.kind().code())
                .put("label", text().label(follow))
                .put("page", BriefText.page(follow));
        Follow survivor = follow.through(view.redirects());
        boolean isThere = switch (follow.kind()) {
            case RELATION -> relations.find(follow.id()).isPresent();
            case PODCAST -> view.source(follow.id()).isPresent();
            default -> view.published(RecordName.entity(survivor.id())).isPresent();
        };
        if (!isThere) {
            return json.put("state", "gone");
        }
        return survivor.equals(follow)
                ? json.put("state", "published")
                : json.put("state", "merged").put("mergedInto", survivor.id());
    }

    private BriefText text() {
        return new BriefText(new NamedJson(view, relations)::label, relations);
    }
}
