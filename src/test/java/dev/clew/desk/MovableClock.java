package dev.clew.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class MovableClock extends Clock {
    private volatile Instant now;

    /** Stands at a noon until it is moved. */
    public MovableClock() {
        this(Instant.parse("2026-11-25T12:00:00Z"));
    }

    /** Stands there until it is moved. */
    public MovableClock(Instant begin) {
        now = begin;
    }

    /** Lets time pass. */
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
