package dev.clew.web.api;

import dev.clew.brief.BriefText;
import dev.clew.brief.Chooser;
import dev.clew.brief.Editions;
import dev.clew.brief.ReaderBriefs;
import dev.clew.brief.Watches;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader.Linked;
import dev.clew.model.Edges;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes by which readers say what they follow and when they read. */
public final class ReaderRoutes {
    private ReaderRoutes() {}

    /**
     * What they are made over.
     *
     * @param briefs what readers get, and who they are
     * @param confirming sends the link that confirms an address; null where this installation sends no mail
     */
    public record Needs(ReaderBriefs briefs, @Nullable Consumer<Linked> confirming) {}

    /** What makes briefs of everything that these features find, named by this text. */
    public static ReaderBriefs briefs(Features features, Desk.Reading reading, BriefText text) {
        Edges edges = features.walking().edges();
        return new ReaderBriefs(
                features.ledger(),
                new Editions(features.ledger(), edges),
                new Chooser(features.finding().duplicates()),
                new Watches(
                        features.walking().paths()::find,
                        edges,
                        features.finding().search(),
                        text),
                reading);
    }

    /** All of them. */
    public static List<Route> of(Features features, Base base, Needs needs) {
        Reads reads = new Reads(features.ledger(), base, (change, limit) -> {});
        Relations relations = RelationCatalogue.load();
        Readership readership = new Readership(needs.briefs().reading().readers(), base);
        return Stream.of(
                        new ReaderCalls(readership, needs, relations, reads).routes(),
                        new FollowCalls(readership, features.finding().search(), reads, relations).routes(),
                        new AddressCalls(readership, needs).routes(),
                        new ReaderFeed(readership, needs.briefs(), relations, reads).routes(),
                        new DeliveryCalls(needs, relations, reads).routes())
                .flatMap(each -> each)
                .toList();
    }
}
