/**
 * What ties tasks together: one blocks, precedes or duplicates another, or has to do with it. A
 * link is seen by those who see both tasks, made and removed from either side by those who may
 * change that side and see the other. What blocks or precedes never runs in a circle.
 */
@NullMarked
package tracker.link;

import org.jspecify.annotations.NullMarked;
