package tracker.work.view;

import tracker.workflow.Category;

/**
 * A status to choose.
 *
 * @param word as the server takes it
 * @param name in the reader's words
 */
public record StatusChoice(String word, Category category, String name) {}
