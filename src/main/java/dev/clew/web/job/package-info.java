/** What an admin sees of jobs, and does with them. */
@NullMarked
package dev.clew.web.job;

import org.jspecify.annotations.NullMarked;
