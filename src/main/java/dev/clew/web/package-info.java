/** HTTP: one server for REST reads, record addresses, pages, health and what else is mounted beside them. */
@NullMarked
package dev.clew.web;

import org.jspecify.annotations.NullMarked;
