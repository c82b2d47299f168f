-- Which category tasks were in, and when: what reports count. Written beside the record of changes.
create schema report;

create table report.step (
  id bigint generated always as identity primary key,
  task_id uuid not null,
  project_id uuid not null,
  at timestamptz not null,
  -- categories; null where the task was not there: before it was made, in the trash, elsewhere
  was text,
  became text,
  check (was is distinct from became)
);
create index step_task on report.step (task_id, id);
create index step_project on report.step (project_id, at) include (was, became);
create index step_begun on report.step (task_id, at) where became = 'in_progress';
create index task_closed on task.task (project_id, closed_at)
  where deleted_at is null and closed_at is not null;

-- Brings the steps of tasks up to what they are: of these, or of all of a project.
create function report.follow(tasks uuid[], project uuid, moment timestamptz) returns void
language sql
as $$
  with state as (
    select t.id, t.project_id, case when t.deleted_at is null then t.status end as became,
           l.project_id as old_project, l.became as was
      from task.task t
      left join lateral (select s.project_id, s.became from report.step s
        where s.task_id = t.id order by s.id desc limit 1) l on true
     where t.id = any(tasks) or t.project_id = project)
  insert into report.step (task_id, project_id, at, was, became)
  select id, old_project, moment, was, null from state
   where was is not null and old_project is distinct from project_id
  union all
  select id, project_id, moment, case when old_project = project_id then was end, became from state
   where project_id is not null
     and case when old_project = project_id then was end is distinct from became
$$;

-- What was recorded before. A name that no rules know any more counts as work to do.
insert into report.step (task_id, project_id, at, was, became)
with told as (
  select c.entity_id, c.scope, c.at, c.seq, c.field,
         array_agg(case c.field when 'created' then c.new->>'status' else c.new #>> '{}' end)
           filter (where c.field in ('created', 'status'))
           over (partition by c.entity_id order by c.seq) as words
    from journal.change c
   where c.entity = 'task' and c.field in ('created', 'status', 'deleted', 'restored')
), known as (
  select t.entity_id, t.scope, t.at, t.seq,
         case when t.field = 'deleted' then null
              when w.word in ('todo', 'in_progress', 'done', 'canceled') then w.word
              else coalesce((select s->>'category' from workflow.workflow f,
                jsonb_array_elements(f.statuses) s where f.project_id = t.scope
                and lower(s->>'name') = lower(w.word) limit 1), 'todo') end as became
    from told t cross join lateral (select t.words[cardinality(t.words)] as word) w
), steps as (
  select *, lag(became) over (partition by entity_id order by seq) as was from known
)
select entity_id, scope, at, was, became from steps
 where scope is not null and was is distinct from became
 order by at, entity_id, seq;
