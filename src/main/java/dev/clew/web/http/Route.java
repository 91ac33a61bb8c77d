package dev.clew.web.http;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Role;
import java.util.List;

/**
 * One row of the route table, from which both the server's routes and {@code openapi.json} are made.
 *
 * @param address method, path and who may call
 * @param summary what it answers, as a sentence
 * @param takes everything it takes; anything else is refused
 * @param produces what it answers with
 * @param call the work
 */
public record Route(Address address, String summary, Takes takes, Produces produces, Call call) {
    /**
     * Where a route is.
     *
     * @param method GET, POST …
     * @param path with {@code {name}} for path parameters
     * @param role the least that a caller must be; checked before anything of the request is read
     */
    public record Address(String method, String path, Role role) {}

    /**
     * What a route answers with when all is well.
     *
     * @param mediaTypes the media types on offer, the preferred one first; none for an answer without a body
     * @param schema the name of the JSON answer's schema in {@code openapi.json}; empty when it has none
     * @param status the HTTP status
     */
    public record Produces(List<String> mediaTypes, String schema, int status) {
        /** No body. */
        public static final Produces NOTHING = new Produces(List.of(), "", 204);

        /** JSON by the schema of this name. */
        public static Produces json(String schema) {
            return new Produces(List.of(Answer.JSON), schema, 200);
        }

        /** Something new, told in JSON by the schema of this name. */
        public static Produces created(String schema) {
            return new Produces(List.of(Answer.JSON), schema, 201);
        }

        /** These media types, none of them described by a schema. */
        public static Produces media(List<String> mediaTypes) {
            return new Produces(List.copyOf(mediaTypes), "", 200);
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
     * @param sent its headers
     * @param caller who asks; has the route's role at least
     * @param body what came with it; {@link Body#NONE} where the route takes none
     */
    public record Asked(Arguments arguments, Sent sent, Caller caller, Body body) {
        /** The {@code Accept} header; empty when there was none. */
        public String accept() {
            return sent.accept();
        }

        /** The same with other parameters. */
        public Asked with(Arguments other) {
            return new Asked(other, sent, caller, body);
        }
    }

    /** A route that takes parameters and no body. */
    public Route(Address address, String summary, List<Parameter> parameters, Produces produces, Call call) {
        this(address, summary, Takes.parameters(parameters), produces, call);
    }

    /** A read that everybody may call, answering JSON by a schema. */
    public static Route read(String path, String summary, List<Parameter> parameters, String schema, Call call) {
        return new Route(new Address("GET", path, Role.ANYBODY), summary, parameters, Produces.json(schema), call);
    }

    /** Its parameters. */
    public List<Parameter> parameters() {
        return takes.parameters();
    }

    /** The same route with one more parameter. */
    public Route and(Parameter parameter) {
        return new Route(address, summary, takes.and(parameter), produces, call);
    }
}
