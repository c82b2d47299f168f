-- Own statuses of projects inside the four categories, and the ways between them.
create schema workflow;

create table workflow.workflow (
  -- projects belong to another capability
  project_id uuid primary key,
  -- its changes are recorded under this one
  id uuid not null unique,
  -- [{name, category, wip_limit}], in the order in which work goes through them
  statuses jsonb not null,
  -- [{from, to, roles, required}]; empty: every way is open
  transitions jsonb not null,
  version bigint not null default 1
);

-- The column status keeps the category. The name is null where a status is called as its category;
-- aside stand those that are not the first of their category.
alter table task.task add column status_name text check (length(status_name) <= 50);
alter table task.task add column status_aside boolean not null default false;
create index task_status_name on task.task (lower(status_name), created_at, id)
  where deleted_at is null and status_name is not null;
