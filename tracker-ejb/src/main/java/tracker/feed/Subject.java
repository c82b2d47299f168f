package tracker.feed;

import java.util.List;
import java.util.Set;
import tracker.booking.BookingsSeen;
import tracker.identity.Caller;
import tracker.project.ProjectsSeen;
import tracker.work.Seen;

/**
 * What entries are about, and who sees that. A capability whose entity is new to the feed gets its
 * line here; until then its entries are seen by administrators alone, and outside of projects by
 * whoever made them.
 */
public final class Subject {
  /** The words of entities that have their rule here. */
  static final Set<String> WORDS =
      Set.of(
          "account",
          "amenity",
          "attachment",
          "booking",
          "city",
          "comment",
          "country",
          "filter",
          "hotel",
          "image",
          "link",
          "project",
          "room",
          "tag",
          "task",
          "workflow");

  /** The task of an entry {@code c}, or null. */
  public static final String TASK =
      "case c.entity when 'task' then c.entity_id"
          + " when 'comment' then (select m.task_id from comment.comment m where m.id ="
          + " c.entity_id)"
          + " when 'link' then (select l.from_id from link.link l where l.id = c.entity_id)"
          + " when 'attachment' then (select f.holder_id from attachment.attachment f"
          + " where f.id = c.entity_id and f.holder = 'task') end";

  /** Whether the words of an entry {@code c} lie in the trash, where not everybody reads them. */
  static final String TAKEN_BACK =
      "(c.entity = 'comment' and exists (select 1 from comment.comment m"
          + " where m.id = c.entity_id and m.deleted_at is not null))";

  private Subject() {}

  /**
   * The condition for an entry {@code c} with its task {@code t} and project {@code x}, where there
   * are any; adds what its places take.
   */
  static String seen(Caller caller, List<Object> args) {
    if (caller.isAdmin()) {
      return Seen.tasks(caller, args);
    }
    args.add(caller.id());
    args.add(caller.id());
    String booking = BookingsSeen.rows(caller, "b", args);
    String tag = Seen.tags(caller, args);
    String project = ProjectsSeen.rows(caller, args);
    String workflow = ProjectsSeen.rows(caller, args);
    String from = Seen.tasks(caller, args);
    String to = Seen.tasks(caller, args);
    String task = Seen.tasks(caller, args);
    args.add(caller.id());
    return "case c.entity when 'account' then c.entity_id = ?"
        + " when 'filter' then exists (select 1 from filter.filter k where k.id = c.entity_id"
        + " and (k.created_by = ? or k.shared))"
        + " when 'country' then true when 'city' then true when 'amenity' then true"
        + " when 'hotel' then true when 'room' then true when 'image' then true"
        + " when 'booking' then exists (select 1 from booking.booking b where b.id = c.entity_id"
        + " and "
        + booking
        + ") when 'tag' then exists (select 1 from task.tag g where g.id = c.entity_id and "
        + tag
        + ") when 'project' then "
        + project
        + " when 'workflow' then x.id is not null and "
        + workflow
        // who sees one of the two tasks only does not learn of the other
        + " when 'link' then "
        + from
        + " and exists (select 1 from link.link l join task.task t on t.id = l.to_id"
        + " where l.id = c.entity_id and "
        + to
        + ") else coalesce("
        + task
        // a file that is gone for good is not known by its task any more, only by its project
        + ", false) or t.id is null and (c.scope is null and c.actor_id = ?"
        + " or c.entity = 'attachment' and x.deleted_at is null and "
        + ProjectsSeen.rows(caller, args)
        + ") end";
  }
}
