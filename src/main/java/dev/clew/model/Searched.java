package dev.clew.model;

/**
 * How far a search went.
 *
 * @param maxHops most hops of a path
 * @param expanded how many steps were tried
 * @param truncated whether the work limit cut it, so that better or further paths may exist
 */
public record Searched(int maxHops, long expanded, boolean truncated) {}
