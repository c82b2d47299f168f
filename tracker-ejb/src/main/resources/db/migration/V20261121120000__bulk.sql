-- Changes of many tasks that are jobs.
create schema bulk;

create table bulk.bulk (
  id uuid primary key,
  -- who asked for it, and in which language
  account_id uuid not null,
  locale text not null,
  -- all of its portions record under it, so that one undo takes all back
  operation_id uuid not null,
  wanted jsonb not null,
  status text not null check (status in ('queued', 'running', 'ok', 'failed', 'canceled')),
  total integer not null,
  done integer not null default 0,
  updated integer not null default 0,
  skipped jsonb not null default '[]',
  created_at timestamptz not null,
  ended_at timestamptz
);

-- the tasks that were meant when it was asked for; gone when it is over
create table bulk.task (
  bulk_id uuid not null references bulk.bulk on delete cascade,
  place integer not null,
  -- tasks belong to another capability
  task_id uuid not null,
  primary key (bulk_id, place)
);
