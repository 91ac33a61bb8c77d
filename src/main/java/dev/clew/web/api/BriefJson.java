package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.brief.Because;
import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.Follow;
import dev.clew.brief.ReaderBrief;
import java.util.List;

/** A brief as an answer: each claim with its reasons, in words and with the call that shows whether they hold. */
record BriefJson(NamedJson names, BriefText text) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode brief(Brief brief, List<Follow> follows) {
        ObjectNode json = NODES.objectNode();
        ArrayNode items = json.putArray("items");
        brief.items().forEach(item -> items.add(item(item, brief)));
        ArrayNode followed = json.putArray("follows");
        follows.forEach(follow -> followed.add(followed(follow)));
        json.put("says", BriefText.says(brief));
        json.put("matching", brief.matching().followed());
        json.put("claims", brief.edition().claims());
        json.put("truncated", brief.edition().truncated());
        return json.put("since", brief.edition().since())
                .put("change", brief.edition().change());
    }

    /** The same for a reader, with what became of what is watched and of followed things themselves. */
    ObjectNode brief(ReaderBrief brief) {
        ObjectNode json = brief(brief.brief(), brief.follows());
        ArrayNode watched = json.putArray("watched");
        for (ReaderBrief.Told told : brief.told()) {
            ObjectNode each = watched.addObject()
                    .put("follow", told.follow())
                    .put("label", told.label())
                    .put("page", told.page());
            told.lines().forEach(each.putArray("lines")::add);
        }
        return json;
    }

    private ObjectNode followed(Follow follow) {
        return NODES.objectNode()
                .put("follow", follow.written())
                .put("kind", follow.kind().code())
                .put("label", text.label(follow));
    }

    private ObjectNode item(Brief.Item item, Brief brief) {
        EvidenceJson claims = new EvidenceJson(names.view(), names);
        ObjectNode json = NODES.objectNode();
        json.set("insight", claims.claim(item.insight()));
        json.put("score", item.score()).put("counterView", item.counterView());
        ArrayNode reasons = json.putArray("because");
        item.because().forEach(each -> reasons.add(because(each, item, brief)));
        ArrayNode also = json.putArray("alsoSaidBy");
        item.alsoSaidBy().forEach(id -> names.view().insight(id).ifPresent(saying -> also.add(claims.claim(saying))));
        return json;
    }

    private ObjectNode because(Because because, Brief.Item item, Brief brief) {
        return NODES.objectNode()
                .put("kind", because.kind().code())
                .put("points", because.points())
                .put("text", text.because(because))
                .put("check", BriefText.check(because, item, brief.edition()));
    }
}
