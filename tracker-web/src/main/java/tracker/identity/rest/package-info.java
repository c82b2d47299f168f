/**
 * Identity over HTTP: who stands behind a request (bearer token for REST, cookie for pages), and
 * the resources of registration, sign-in, sessions and people.
 */
@NullMarked
package tracker.identity.rest;

import org.jspecify.annotations.NullMarked;
