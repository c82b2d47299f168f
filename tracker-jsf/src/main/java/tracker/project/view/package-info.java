/** The pages of projects: all, one with its settings, its members. */
@NullMarked
package tracker.project.view;

import org.jspecify.annotations.NullMarked;
