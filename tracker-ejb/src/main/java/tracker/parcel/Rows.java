package tracker.parcel;

/**
 * The rows of a project as statements give them, each as the JSON of its record in {@link Packed}.
 */
final class Rows {
  static final String PROJECT =
      json(
          "select p.id, p.key, p.name, p.description, p.visibility, p.last_number, p.created_by,"
              + " p.created_at, p.updated_at, p.version from task.project p where p.id = ?");

  static final String MEMBERS =
      json("select m.account_id as person, m.role from task.member m where m.project_id = ?");

  static final String RULES =
      json(
          "select w.id, w.statuses, w.transitions, w.version from workflow.workflow w"
              + " where w.project_id = ?");

  static final String TAGS =
      json(
          "select g.name, g.colour from task.tag g where exists (select 1 from task.task_tag x"
              + " join task.task t on t.id = x.task_id where x.tag_id = g.id and t.project_id = ?)"
              + " order by lower(g.name)");

  static final String TASKS =
      json(
          "select t.id, t.number, t.title, t.description,"
              + " case when t.status_aside then t.status_name else t.status end as status,"
              + " (array['low', 'normal', 'high'])[t.priority + 1] as priority, t.due_at,"
              + " t.assignee_id as assignee, above.id as parent_id, t.type, t.refs, t.rank,"
              + " array(select g.name from task.task_tag x join task.tag g on g.id = x.tag_id"
              + " where x.task_id = t.id order by lower(g.name)) as tags,"
              + " coalesce((select jsonb_agg(jsonb_build_object('at', s.at, 'was', s.was,"
              + " 'became', s.became) order by s.id) from report.step s where s.task_id = t.id"
              + " and s.project_id = t.project_id), '[]') as steps,"
              + " t.created_by, t.created_at, t.updated_at, t.closed_at, t.deleted_at, t.version"
              + " from task.task t left join task.task above on above.id = t.parent_id"
              + " and above.project_id = t.project_id where t.project_id = ? order by t.number");

  static final String COMMENTS =
      json(
          "select c.id, c.task_id, c.body, array(select m.account_id from comment.mention m"
              + " where m.comment_id = c.id) as mentions, c.created_by, c.created_at, c.updated_at,"
              + " c.edited_at, c.deleted_at, c.version from comment.comment c"
              + " join task.task t on t.id = c.task_id where t.project_id = ?"
              + " order by t.number, c.created_at, c.id");

  static final String LINKS =
      json(
          "select l.id, l.type, l.from_id, l.to_id, l.created_by, l.created_at, l.updated_at,"
              + " l.deleted_at, l.version from link.link l join task.task a on a.id = l.from_id"
              + " join task.task b on b.id = l.to_id and b.project_id = a.project_id"
              + " where a.project_id = ? order by l.created_at, l.id");

  static final String FILES =
      json(
          "select f.id, f.holder_id as task_id, f.name, f.size, f.content_type, f.sha256,"
              + " f.created_by, f.created_at, f.updated_at, f.deleted_at, f.version"
              + " from attachment.attachment f join task.task t on t.id = f.holder_id"
              + " where f.holder = 'task' and t.project_id = ?"
              + " order by t.number, f.created_at, f.id");

  /** What has a past in the project, once for each place of the project's id. */
  private static final String TOLD =
      "with home as (select ?::uuid as id), mine as materialized (select t.* from task.task t"
          + " join home on t.project_id = home.id), subject (entity, id) as ("
          + "select 'project', id from home union all select 'task', id from mine"
          + " union all select 'workflow', w.id from workflow.workflow w"
          + " join home on w.project_id = home.id"
          + " union all select 'comment', c.id from comment.comment c join mine t on t.id = c.task_id"
          + " union all select 'link', l.id from link.link l join mine a on a.id = l.from_id"
          + " join mine b on b.id = l.to_id"
          + " union all select 'attachment', f.id from attachment.attachment f"
          + " join mine t on t.id = f.holder_id where f.holder = 'task'),"
          // that a project was brought here belongs to this instance
          + " told as (select c.* from journal.change c join subject s on s.entity = c.entity"
          + " and s.id = c.entity_id where not (c.entity = 'project' and c.field = 'imported'))";

  static final String HISTORY =
      TOLD
          + ", r as (select c.id, c.entity, c.entity_id, c.scope, h.about, c.at,"
          + " c.actor_id as actor, c.operation_id, c.field, c.old, c.new from told c"
          + " join journal.head h on h.entity = c.entity and h.entity_id = c.entity_id"
          + " order by c.entity, c.entity_id, c.seq) select to_jsonb(r)::text from r";

  /**
   * All accounts that the document names. Their order, and so their references, comes from the ids
   * of what they did, which are the same everywhere.
   */
  static final String PEOPLE =
      TOLD
          + ", spot (who, place) as ("
          + "select actor_id::text, 'a' || id from told where actor_id is not null"
          + " union all select substr(field, 9), 'b' || id from told"
          + " where entity = 'project' and field like 'members.%'"
          + " union all select old #>> '{}', 'c' || id from told"
          + " where entity = 'task' and field = 'assignee_id'"
          + " union all select new #>> '{}', 'd' || id from told"
          + " where entity = 'task' and field = 'assignee_id'"
          + " union all select new ->> 'assignee_id', 'e' || id from told"
          + " where entity = 'task' and field = 'created'"
          + " union all select p.created_by::text, 'f' from task.project p"
          + " join home on p.id = home.id"
          + " union all select m.account_id::text, 'g' from task.member m"
          + " join home on m.project_id = home.id"
          + " union all select created_by::text, 'h' || id from mine"
          + " union all select assignee_id::text, 'i' || id from mine"
          + " union all select c.created_by::text, 'j' || c.id from comment.comment c"
          + " join mine t on t.id = c.task_id"
          + " union all select m.account_id::text, 'k' || c.id from comment.mention m"
          + " join comment.comment c on c.id = m.comment_id join mine t on t.id = c.task_id"
          + " union all select l.created_by::text, 'l' || l.id from link.link l"
          + " join mine t on t.id = l.from_id"
          + " union all select f.created_by::text, 'm' || f.id from attachment.attachment f"
          + " join mine t on t.id = f.holder_id where f.holder = 'task')"
          + " select a.id, a.name, a.email, a.removed_at is not null as removed from auth.account a"
          + " join (select who, min(place) as place from spot group by who) s"
          + " on s.who = a.id::text order by s.place, a.name, a.email, a.id";

  /** What ties its tasks to those of other projects: links, and tasks below. */
  static final String LEFT_OUT =
      "select (select count(*) from link.link l join task.task a on a.id = l.from_id"
          + " join task.task b on b.id = l.to_id where l.deleted_at is null"
          + " and a.project_id is distinct from b.project_id and p.id in (a.project_id,"
          + " b.project_id)) as links, (select count(*) from task.task t join task.task above"
          + " on above.id = t.parent_id where t.project_id = p.id"
          + " and above.project_id is distinct from p.id) as parents from task.project p"
          + " where p.id = ?";

  private Rows() {}

  private static String json(String select) {
    return "select to_jsonb(r)::text from (" + select + ") r";
  }
}
