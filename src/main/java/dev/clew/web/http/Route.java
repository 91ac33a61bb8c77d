package dev.clew.web.http;

import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the route table, from which both the server's routes and {@code openapi.json} are made.
 *
 * @param address method, path and who may call
 * @param summary what it answers, as a sentence
 * @param parameters everything it takes; anything else is refused
 * @param produces what it answers with
 * @param call the work
 */
public record Route(Address address, String summary, List<Parameter> parameters, Produces produces, Call call) {
    /**
     * Where a route is.
     *
     * @param method GET, POST …
     * @param path with {@code {name}} for path parameters
     * @param role who may call it
     */
    public record Address(String method, String path, Role role) {}

    /** Who may call a route. */
    public enum Role {
        /** Everybody, without a token. */
        ANYBODY
    }

    /**
     * What a route answers with.
     *
     * @param mediaTypes the media types on offer, the preferred one first
     * @param schema the name of the JSON answer's schema in {@code openapi.json}; empty when it has none
     */
    public record Produces(List<String> mediaTypes, String schema) {
        /** JSON by the schema of this name. */
        public static Produces json(String schema) {
            return new Produces(List.of(Answer.JSON), schema);
        }

        /** These media types, none of them described by a schema. */
        public static Produces media(List<String> mediaTypes) {
            return new Produces(List.copyOf(mediaTypes), "");
        }
    }

    /** The work behind a route. Called by many threads at once. */
    @FunctionalInterface
    public interface Call {
        /**
         * Answers one request.
         *
         * @throws ClewException when it is refused or fails in a way that the caller can act on
         */
        Answer answer(Asked asked);
    }

    /**
     * One request as a call sees it.
     *
     * @param arguments the checked parameters
     * @param accept the {@code Accept} header; empty when there was none
     */
    public record Asked(Arguments arguments, String accept) {
        /** The same with other parameters. */
        public Asked with(Arguments other) {
            return new Asked(other, accept);
        }
    }

    /** Copies the parameters. */
    public Route {
        parameters = List.copyOf(parameters);
    }

    /** A read that everybody may call, answering JSON by a schema. */
    public static Route read(String path, String summary, List<Parameter> parameters, String schema, Call call) {
        return new Route(new Address("GET", path, Role.ANYBODY), summary, parameters, Produces.json(schema), call);
    }

    /** The same route with one more parameter. */
    public Route and(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Route(address, summary, more, produces, call);
    }
}
