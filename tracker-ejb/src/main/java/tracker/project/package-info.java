/**
 * Places where people work together: a key, a name, members with a role, and who may see it. It
 * decides how far somebody's rights go in a place ({@code Reach}); what is done there is for those
 * who know it, such as tasks.
 */
@NullMarked
package tracker.project;

import org.jspecify.annotations.NullMarked;
