package dev.clew.brief;

import dev.clew.model.ClewException;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathNews;
import dev.clew.model.PathQuery;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what became of what is watched. A path costs two searches for paths, a connection one comparison of its subject's, a
 * search two searches. Safe for any number of threads.
 *
 * @param paths answers questions for paths, at any change
 * @param edges compares states of the library
 * @param search finds claims
 * @param text names things
 */
public record Watches(Function<PathQuery, PathAnswer> paths, Edges edges, SearchIndex search, BriefText text) {
    /** What became of it, with its name and page. */
    ReaderBrief.Told told(Watch watch, long since, Edition edition) {
        return new ReaderBrief.Told(
                watch.written(), text.label(watch), BriefText.page(watch), lines(watch, since, edition));
    }

    /**
     * What became of it, in sentences; empty when nothing did.
     *
     * @param since the change that was known already
     * @param edition what is new, up to its last change
     */
    public List<String> lines(Watch watch, long since, Edition edition) {
        if (since >= edition.change()) {
            return List.of();
        }
        return switch (watch) {
            case Watch.Paths ends ->
                PathNews.between(at(ends, since), at(ends, edition.change())).lines();
            case Watch.Edge of -> edge(of.edge(), since, edition.change());
            case Watch.Search of -> hits(of.text(), since, edition);
        };
    }

    /** The best paths at a change; none before the things themselves are there, or after they are gone. */
    private List<Path> at(Watch.Paths ends, long change) {
        try {
            return paths.apply(PathQuery.between(ends.from(), ends.to()).with(Lens.CLAIMS.at(change)))
                    .paths();
        } catch (ClewException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND) {
                return List.of();
            }
            throw refused;
        }
    }

    private List<String> edge(EdgeName edge, long since, long change) {
        ComparisonQuery query = new ComparisonQuery(
                new ComparisonQuery.Side(Lens.CLAIMS.at(since), 0),
                new ComparisonQuery.Side(Lens.CLAIMS.at(change), 0),
                new ComparisonQuery.Scope(edge.subject(), Set.of(), ComparisonQuery.Scope.LIMIT));
        try {
            return edges.compare(query).differences().stream()
                    .filter(each -> each.name().equals(edge))
                    .map(EdgeDifference::told)
                    .map(told -> text.edge(edge) + " " + told + ".")
                    .toList();
        } catch (ClewException refused) {
            if (refused.code() == ErrorCode.NOT_FOUND) {
                return List.of();
            }
            throw refused;
        }
    }

    /** Of the hundred best hits and the hundred newest those that are new. */
    private List<String> hits(String words, long since, Edition edition) {
        SearchQuery query =
                SearchQuery.of(words).by(SearchQuery.Mode.TEXT).with(SearchField.TYPE, RecordType.INSIGHT.code());
        List<SearchAnswer.Hit> found = Stream.of(SearchQuery.Sort.RELEVANCE, SearchQuery.Sort.NEWEST)
                .map(sort -> search.search(query.page(new SearchQuery.Page(sort, SearchQuery.HITS_LIMIT, null))))
                .flatMap(answer -> answer.hits().stream())
                .filter(hit -> edition.isNew(hit.name().id(), since))
                .distinct()
                .toList();
        Set<String> different = found.stream().map(SearchAnswer.Hit::label).collect(Collectors.toSet());
        if (different.isEmpty()) {
            return List.of();
        }
        String counted = different.size() == 1 ? "a new claim" : different.size() + " new claims";
        return List.of(
                "“" + words + "” finds " + counted + ": " + found.getFirst().label());
    }
}
