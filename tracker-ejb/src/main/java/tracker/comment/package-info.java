/**
 * What people say about tasks: comments in Markdown, whom they mention, and their history. A
 * comment is seen by those who see its task, written by those who may change it, changed by its
 * author and by managers. It does not send anything: notify listens.
 */
@NullMarked
package tracker.comment;

import org.jspecify.annotations.NullMarked;
