-- What operators see of work that is done later.
alter table job.scheduled
  add column added_at timestamptz not null default now(),
  -- since when it is done, where it is
  add column started_at timestamptz,
  -- why the last try failed, where one did
  add column last_error text;

-- how many tries ended how, of all nodes together
create table ops.throughput (
  hour timestamptz not null,
  kind text not null,
  ok bigint not null,
  failed bigint not null,
  primary key (hour, kind)
);
