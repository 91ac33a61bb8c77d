package dev.clew.model;

/**
 * How far a search went.
 *
 * @param maxHops most hops of a path
 * @param expanded how many steps were tried
 * @param limit most steps that are tried, whatever is found by then
 * @param truncated whether that limit cut the search, so that better or further paths may exist
 * @param further whether the bounds left room for paths beyond those given
 */
public record Searched(int maxHops, long expanded, long limit, boolean truncated, boolean further) {}
