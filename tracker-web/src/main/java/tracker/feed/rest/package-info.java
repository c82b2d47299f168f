/** The feed over HTTP: part by part, and as streams of Server-Sent Events. */
@NullMarked
package tracker.feed.rest;

import org.jspecify.annotations.NullMarked;
