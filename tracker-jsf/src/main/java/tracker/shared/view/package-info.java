/**
 * What every page stands on: addresses without extensions, who may open them, words and times in
 * the reader's language, refusals as words, toasts, and the tags of {@code META-INF/tags}. Pages
 * are stateless: nothing lives in the session, so none of them expires. See docs/ui.md.
 */
@NullMarked
package tracker.shared.view;

import org.jspecify.annotations.NullMarked;
