-- Projects, their members, tasks and tags.
create schema task;
create extension if not exists pg_trgm with schema public;

create table task.project (
  id uuid primary key,
  key text collate "C" not null constraint project_key unique
    check (key ~ '^[A-Z][A-Z0-9]{1,9}$'),
  name text not null,
  description text,
  visibility text not null check (visibility in ('private', 'internal')),
  -- the number of its newest task; numbers are never given twice
  last_number bigint not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null default 1
);
create index project_name on task.project (lower(name), id);

create table task.member (
  project_id uuid not null references task.project on delete cascade,
  account_id uuid not null,
  role text not null check (role in ('viewer', 'member', 'manager')),
  primary key (project_id, account_id)
);
create index member_account on task.member (account_id, project_id);

-- numbers of tasks without a project: T-1, T-2, …
create sequence task.personal_number;

create table task.task (
  id uuid primary key,
  project_id uuid references task.project,
  -- the first half of its key: its project's key, or T
  space text collate "C" not null,
  number bigint not null,
  key text collate "C" generated always as (space || '-' || number::text) stored,
  title text not null,
  description text,
  status text not null check (status in ('todo', 'in_progress', 'done', 'canceled')),
  -- 0 low, 1 normal, 2 high
  priority smallint not null check (priority between 0 and 2),
  due_at timestamptz,
  -- an account's id; accounts belong to another capability, which its door is asked for
  assignee_id uuid,
  parent_id uuid references task.task,
  type text not null,
  refs jsonb not null default '[]',
  -- its place on the board, see Rank
  rank text collate "C" not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  deleted_at timestamptz,
  version bigint not null default 1,
  constraint task_number unique (space, number),
  check ((project_id is null) = (space = 'T'))
);
create unique index task_key on task.task (key);
create index task_created on task.task (created_at, id) where deleted_at is null;
create index task_updated on task.task (updated_at, id) where deleted_at is null;
create index task_due on task.task (coalesce(due_at, 'infinity'), id) where deleted_at is null;
create index task_priority on task.task (priority, id) where deleted_at is null;
create index task_assignee on task.task (assignee_id, status, created_at, id)
  where deleted_at is null;
create index task_creator on task.task (created_by, created_at, id);
create index task_project on task.task (project_id, created_at, id) where deleted_at is null;
create index task_board on task.task (project_id, status, rank, id) where deleted_at is null;
create index task_parent on task.task (parent_id, status) where deleted_at is null;
create index task_trash on task.task (deleted_at, id) where deleted_at is not null;
create index task_text on task.task using gin
  (lower((key || E'\n' || title || E'\n' || coalesce(description, '')) collate "default")
    public.gin_trgm_ops);

-- keys that tasks had before they moved to another project; they go on naming them
create table task.key_alias (
  key text collate "C" primary key,
  task_id uuid not null references task.task on delete cascade
);
create index key_alias_task on task.key_alias (task_id);

create table task.tag (
  id uuid primary key,
  name text not null,
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  created_by uuid not null,
  version bigint not null default 1
);
create unique index tag_name on task.tag (lower(name));

create table task.task_tag (
  task_id uuid not null references task.task on delete cascade,
  tag_id uuid not null references task.tag on delete cascade,
  primary key (task_id, tag_id)
);
create index task_tag_tag on task.task_tag (tag_id, task_id);
