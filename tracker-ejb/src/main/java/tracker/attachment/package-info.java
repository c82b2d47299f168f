/**
 * Files that people hang on things such as tasks: received as a stream, checked by what is in them,
 * kept in a folder or an S3 bucket under names of our own, given out as a download. What a file may
 * hang on, and who may see that, says a {@link tracker.attachment.Holder} of another capability.
 */
@NullMarked
package tracker.attachment;

import org.jspecify.annotations.NullMarked;
