-- What a change of a task brings along is planned once for a connection, not with each change: for a
-- list of ids the planner would rather plan each time, which costs more than the work itself.
create or replace function search.renew(which uuid[]) returns void
language sql set plan_cache_mode = force_generic_plan as $$
  with fresh as (
    select t.id, 'task' as kind, t.id as task_id,
      search.vector(t.title, 'A') || search.vector(coalesce(t.description, ''), 'B') as words
    from task.task t where t.id = any(which)
    union all
    select c.id, 'comment', c.task_id, search.vector(c.body, 'D')
    from comment.comment c where c.id = any(which)
    union all
    select a.id, 'file', a.holder_id, search.vector(a.name, 'C')
    from attachment.attachment a where a.id = any(which) and a.holder = 'task'
  ),
  kept as (
    insert into search.document as d (id, kind, task_id, words)
    select id, kind, task_id, words from fresh
    on conflict (id) do update set words = excluded.words where d.words <> excluded.words
    returning d.words
  )
  insert into search.word (word)
  select distinct w.lexeme
  from kept k, lateral unnest(k.words) w
  where w.lexeme ~ '^[[:alpha:]]{3,30}$'
    and not exists (select 1 from search.word o where o.word = w.lexeme collate "C");
$$;

-- Brings the steps of these tasks up to what the tasks are. Those of a whole project are asked for by
-- their ids: one plan cannot find a few tasks and a project's both well.
drop function report.follow(uuid[], uuid, timestamptz);
create function report.follow(tasks uuid[], moment timestamptz) returns void
language sql set plan_cache_mode = force_generic_plan as $$
  with state as (
    select t.id, t.project_id, case when t.deleted_at is null then t.status end as became,
           l.project_id as old_project, l.became as was
      from task.task t
      left join lateral (select s.project_id, s.became from report.step s
        where s.task_id = t.id order by s.id desc limit 1) l on true
     where t.id = any(tasks))
  insert into report.step (task_id, project_id, at, was, became)
  select id, old_project, moment, was, null from state
   where was is not null and old_project is distinct from project_id
  union all
  select id, project_id, moment, case when old_project = project_id then was end, became from state
   where project_id is not null
     and case when old_project = project_id then was end is distinct from became
$$;
