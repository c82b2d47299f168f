/**
 * What people are told of what others do: notices with their reasons, the mails of them, watching,
 * muting and reminders.
 */
@NullMarked
package tracker.inbox;

import org.jspecify.annotations.NullMarked;
