/** What every route shares: the route table, parameters, answers, negotiation, errors, headers, measures. */
@NullMarked
package dev.clew.web.http;

import org.jspecify.annotations.NullMarked;
