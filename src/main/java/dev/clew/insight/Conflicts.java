package dev.clew.insight;

import dev.clew.insight.Conflict.Kind;
import dev.clew.model.ClaimIndex;
import dev.clew.model.ClewException;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.LinkGraph;
import dev.clew.model.Problem;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claims that are in dispute, by the question that they dispute: effects first, the most voices first, then the
 * meanings of words, numbers, and what curators marked. Safe for any number of threads.
 *
 * <p>Nothing is kept: leads come from the graph and from the index, which follow the ledger; each lead's claims are read
 * and {@link Disputes} decides. So an answer is as fresh as they are, and costs what it shows.
 */
public final class Conflicts {
    /** Most conflicts of an answer. */
    public static final int LIMIT_MOST = 200;
    /** Conflicts of an answer unless asked otherwise. */
    public static final int LIMIT_DEFAULT = 20;
    /** Most conflicts of one question in one answer. */
    public static final int LIMIT_OF_QUESTION = 20;
    /** Leads looked at for one answer; then it ends, with a cursor to go on. */
    static final int LIMIT_LEADS = 400;

    private static final Pattern CURSOR = Pattern.compile("([0-3])~(\\d{1,9})~([a-z0-9-]{1,80}(?:~[a-z0-9-]{1,80})?)");

    private final EffectLeads effects;
    private final HeldLeads held;
    private final Disputes disputes;

    /** Finds leads in the edges, the graph and the index. */
    public Conflicts(Edges edges, LinkGraph graph, ClaimIndex claims, Relations relations) {
        this.effects = new EffectLeads(edges, graph);
        this.held = new HeldLeads(claims);
        this.disputes = new Disputes(relations);
    }

    /**
     * A part of the list. May hold fewer conflicts than asked for, and still have a cursor.
     *
     * @throws ClewException (bad-request) for a limit out of range or a cursor that is none
     */
    public ConflictPage page(ConflictQuery query) {
        if (query.page().limit() < 1 || query.page().limit() > LIMIT_MOST) {
            throw refused(
                    "limit",
                    "must be 1 to " + LIMIT_MOST,
                    Integer.toString(query.page().limit()));
        }
        List<Lead> leads = leads(query);
        List<ConflictPage.Group> groups = new ArrayList<>();
        int room = query.page().limit();
        int last = Math.min(leads.size(), LIMIT_LEADS);
        for (int i = 0; i < last; i++) {
            List<ConflictPage.Group> found = groups(leads.get(i), query);
            int size = found.stream().mapToInt(each -> each.conflicts().size()).sum();
            if (size > room && !groups.isEmpty()) {
                return new ConflictPage(groups, cursor(leads.get(i - 1).place()));
            }
            groups.addAll(size > room ? shortened(found, room) : found);
            room -= size;
            if (room <= 0 && i + 1 < leads.size()) {
                return new ConflictPage(groups, cursor(leads.get(i).place()));
            }
        }
        return new ConflictPage(
                groups, last < leads.size() ? cursor(leads.get(last - 1).place()) : null);
    }

    /** What two claims dispute, question by question; those that are only outdated among them. */
    public List<Conflict> between(DatedClaim one, DatedClaim other) {
        return disputes.between(one, other);
    }

    private List<Lead> leads(ConflictQuery query) {
        Lead.Place after = place(query.page().cursor());
        return sources(query)
                .filter(lead -> after == null || lead.place().compareTo(after) > 0)
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .toList();
    }

    /** Only the leads that can bring a conflict of the kinds asked for. */
    private Stream<Lead> sources(ConflictQuery query) {
        String entity = query.entity();
        Stream.Builder<Stream<Lead>> sources = Stream.builder();
        if (query.asksFor(Kind.CONTRADICTION, Kind.RIVAL)) {
            sources.add(held.marked(entity));
        }
        if (query.asksFor(Kind.FRAMING)) {
            sources.add(held.meanings(entity));
        }
        if (query.asksFor(Kind.NUMBER, Kind.OUTDATED)) {
            sources.add(held.numbers(entity));
        }
        if (query.asksFor(Kind.SIGN, Kind.DENIAL, Kind.FRAMING, Kind.OUTDATED)) {
            sources.add(effects.of(entity));
        }
        return sources.build().flatMap(each -> each);
    }

    private List<ConflictPage.Group> groups(Lead lead, ConflictQuery query) {
        Lead.Couples couples = lead.couples().get();
        Map<String, Optional<DatedClaim>> read = new LinkedHashMap<>();
        Map<Question, List<Conflict>> found = new LinkedHashMap<>();
        for (Lead.Couple each : couples.list()) {
            Optional<DatedClaim> one = read.computeIfAbsent(each.one(), query.claims());
            Optional<DatedClaim> other = read.computeIfAbsent(each.other(), query.claims());
            if (one.isPresent() && other.isPresent()) {
                disputes.between(one.get(), other.get()).stream()
                        .filter(conflict -> lead.owns().test(conflict.question()))
                        .filter(conflict -> query.kinds().contains(conflict.kind()))
                        .filter(query.wanted())
                        .forEach(conflict -> found.computeIfAbsent(conflict.question(), any -> new ArrayList<>())
                                .add(conflict));
            }
        }
        return found.entrySet().stream()
                .map(each -> group(each.getKey(), each.getValue(), couples.cut()))
                .toList();
    }

    private static ConflictPage.Group group(Question question, List<Conflict> found, boolean cut) {
        List<Conflict> plainest =
                found.stream().sorted().limit(LIMIT_OF_QUESTION).toList();
        return new ConflictPage.Group(question, plainest, cut || found.size() > plainest.size());
    }

    private static List<ConflictPage.Group> shortened(List<ConflictPage.Group> groups, int room) {
        List<ConflictPage.Group> shortened = new ArrayList<>();
        int left = room;
        for (ConflictPage.Group each : groups) {
            List<Conflict> some =
                    each.conflicts().subList(0, Math.min(left, each.conflicts().size()));
            left -= some.size();
            if (!some.isEmpty()) {
                boolean cut = each.cut() || some.size() < each.conflicts().size();
                shortened.add(new ConflictPage.Group(each.question(), some, cut));
            }
        }
        return shortened;
    }

    private static String cursor(Lead.Place place) {
        return place.rank() + "~" + place.weight() + "~" + place.key().replace(' ', '~');
    }

    private static Lead.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw refused("cursor", "give the cursor of the answer before, unchanged", cursor);
        }
        return new Lead.Place(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3).replace('~', ' '));
    }

    private static ClewException refused(String parameter, String expected, String value) {
        Problem problem = new Problem(parameter, expected, value);
        return new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
    }
}
