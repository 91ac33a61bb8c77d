package dev.clew.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.web.Calls;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One who reads claims and sends them back changed: alone by the version that was read, or two as one change under a key. What
 * was told nothing is sent again as it was, once the server is there again.
 */
final class Editor {
    private final int number;
    private final String token;
    private final Random random;
    private final int records;
    private final Findings findings;
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final List<Sending> pending = new ArrayList<>();
    private int sent;
    private volatile boolean goesOn;

    Editor(int number, String token, Random random, int records, Findings findings) {
        this.number = number;
        this.token = token;
        this.random = random;
        this.records = records;
        this.findings = findings;
    }

    /**
     * An edit that was told that it is written.
     *
     * @param id of the claim
     * @param base the version that the editor had read
     * @param version the version that it was told to be
     * @param text what it says
     */
    record Acknowledged(String id, long base, long version, String text) {}

    /** One claim as an editor changed it. */
    private record Changed(String id, long base, ObjectNode body) {
        String text() {
            return body.get("text").asText();
        }
    }

    /** What is sent at once, under a key when there is more than one. */
    private record Sending(List<Changed> edits, String key) {}

    /** The id of a shared claim. */
    static String id(int number) {
        return "shared-" + number;
    }

    Queue<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /** The texts of edits of which nobody told whether they are done. */
    Set<String> unknown() {
        return unknown;
    }

    void goOn() {
        goesOn = true;
    }

    void stop() {
        goesOn = false;
    }

    void editWhileItGoesOn(Calls calls) {
        while (goesOn) {
            try {
                editOnce(calls);
            } catch (RuntimeException gone) {
                findings.count("editors cut off");
                return;
            }
        }
    }

    /** Edits one claim, or two as one change; now and then sends it twice at once. */
    void editOnce(Calls calls) {
        int first = random.nextInt(records);
        boolean alone = random.nextBoolean();
        Changed edit = changed(calls, id(first));
        Sending sending = alone
                ? new Sending(List.of(edit), "")
                : new Sending(List.of(edit, changed(calls, id((first + 1) % records))), "edit-" + number + "-" + sent);
        if (random.nextInt(4) == 0) {
            findings.count("edits sent twice");
            Thread twice = Thread.ofVirtual().start(() -> send(calls, sending));
            send(calls, sending);
            join(twice);
        } else {
            send(calls, sending);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Changed changed(Calls calls, String id) {
        Calls.Told read = calls.get("/api/insights/" + id);
        ObjectNode body = (ObjectNode) read.json();
        body.put("text", "Edit " + sent++ + " of editor " + number + ".");
        return new Changed(id, body.get("version").asLong(), body);
    }

    private void send(Calls calls, Sending sending) {
        try {
            judge(sending, sending.key().isEmpty() ? put(calls, sending.edits().getFirst()) : post(calls, sending));
        } catch (RuntimeException gone) {
            keepForLater(sending);
        }
    }

    private synchronized void keepForLater(Sending sending) {
        if (!pending.contains(sending)) {
            pending.add(sending);
        }
        sending.edits().forEach(each -> unknown.add(each.text()));
    }

    /** Sends what was told nothing once more, as it was. */
    void sendAgain(Calls calls) {
        List<Sending> again = List.copyOf(pending);
        pending.clear();
        findings.add("sent again after a kill", again.size());
        again.forEach(each -> send(calls, each));
    }

    private Calls.Told put(Calls calls, Changed edit) {
        return calls.send(
                "PUT",
                "/api/insights/" + edit.id(),
                BodyPublishers.ofString(edit.body().toString()),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token,
                "If-Match",
                "\"" + edit.base() + "\"");
    }

    private Calls.Told post(Calls calls, Sending sending) {
        StringBuilder edits = new StringBuilder();
        for (Changed each : sending.edits()) {
            edits.append(edits.isEmpty() ? "" : ",")
                    .append("{\"version\":" + each.base() + ",\"record\":" + each.body() + "}");
        }
        return calls.sendAs(
                token, "POST", "/api/edits", "{\"edits\":[" + edits + "]}", "Idempotency-Key", sending.key());
    }

    private void judge(Sending sending, Calls.Told told) {
        switch (told.status()) {
            case 200 -> acknowledge(sending, told.json());
            case 412 -> findings.count("edits told that they are stale");
            case 409 -> findings.count("edits told that the same is under way");
            default -> findings.fault("an edit was told " + told.status() + ": " + told.text());
        }
    }

    /** An edit sent twice may be acknowledged twice, as the same version. */
    private synchronized void acknowledge(Sending sending, JsonNode told) {
        for (int i = 0; i < sending.edits().size(); i++) {
            Changed edit = sending.edits().get(i);
            JsonNode written =
                    sending.key().isEmpty() ? told : told.path("records").path(i);
            Acknowledged one = new Acknowledged(
                    edit.id(), edit.base(), written.path("version").asLong(), edit.text());
            if (!acknowledged.contains(one)) {
                acknowledged.add(one);
            }
        }
    }
}
