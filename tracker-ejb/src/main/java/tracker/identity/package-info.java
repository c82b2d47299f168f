/**
 * Who is there and what they may do: accounts, roles, sign-in with rotating tokens, sessions, the
 * audit of logins, and the {@link tracker.identity.Caller} of the running request. Every door of
 * every capability declares its {@link tracker.identity.Right} with {@link
 * tracker.identity.Allowed}. Rights inside a project belong to {@code tracker.work}.
 */
@NullMarked
package tracker.identity;

import org.jspecify.annotations.NullMarked;
