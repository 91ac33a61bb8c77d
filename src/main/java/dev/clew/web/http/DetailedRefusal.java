package dev.clew.web.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;

/** A refusal whose answer carries more than its problems, such as the version that an edit should have built on. */
public final class DetailedRefusal extends RuntimeException {
    private final transient ClewException refusal;
    private final transient ObjectNode details;

    /** Tells the refusal together with these fields. */
    public DetailedRefusal(ClewException refusal, ObjectNode details) {
        super(refusal.getMessage(), refusal);
        this.refusal = refusal;
        this.details = details;
    }

    ClewException refusal() {
        return refusal;
    }

    ObjectNode details() {
        return details;
    }
}
