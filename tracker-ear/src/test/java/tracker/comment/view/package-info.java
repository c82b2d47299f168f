/** Tests of comments on the task page. */
@NullMarked
package tracker.comment.view;

import org.jspecify.annotations.NullMarked;
