/**
 * The language in which lists, boards, saved filters and integrators ask for tasks: its words, its
 * grammar and what its times mean. It knows no tables; who owns the tasks makes statements of it.
 */
@NullMarked
package tracker.query;

import org.jspecify.annotations.NullMarked;
