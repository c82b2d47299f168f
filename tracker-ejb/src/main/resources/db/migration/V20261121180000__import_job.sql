-- Files that are too long for one call: their rows lie here until a job has taken them in.
create table exchange.intake (
  id uuid primary key,
  -- who brought it, and in which language
  account_id uuid not null,
  locale text not null,
  -- all of its portions record under it, so that one undo takes all back
  operation_id uuid not null,
  project_id uuid not null,
  head text[] not null,
  -- what each column is read as
  fields text[] not null,
  -- which way its dates are written; only the whole file shows it
  month_first boolean not null default false,
  dry_run boolean not null,
  status text not null check (status in ('queued', 'running', 'ok', 'failed', 'canceled')),
  total integer not null default 0,
  done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  incomplete integer not null default 0,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index intake_ended on exchange.intake (ended_at);

create table exchange.line (
  intake_id uuid not null references exchange.intake on delete cascade,
  -- its place as a spreadsheet shows it
  row integer not null,
  -- as JSON, with letters escaped that PostgreSQL cannot keep; emptied when it is taken
  cells text not null,
  -- its name outside; null where its title has to do
  name text,
  title text,
  nth integer not null default 1,
  twice integer,
  above text,
  -- null while it waits; whether it became, or was, a task
  came boolean,
  task_id uuid,
  -- what is to be said of it, by field
  told jsonb,
  primary key (intake_id, row)
);
create index line_waiting on exchange.line (intake_id, row) where came is null;
create index line_task on exchange.line (intake_id, task_id) where task_id is not null;
create index line_told on exchange.line (intake_id, came, row) where told is not null;

-- which row has a name first, so that a row is found that another one lies below
create table exchange.line_name (
  intake_id uuid not null references exchange.intake on delete cascade,
  name text not null,
  row integer not null,
  primary key (intake_id, name)
);
