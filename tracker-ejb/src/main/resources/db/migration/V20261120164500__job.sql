-- Jobs: what is to be done later, and what failed each time.
create schema job;

-- as db-scheduler 16 wants it, under our name
create table job.scheduled (
  -- the kind of the job
  task_name text not null,
  -- its id
  task_instance text not null,
  -- what it is about
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index on job.scheduled (execution_time);
create index on job.scheduled (last_heartbeat);

create table job.dead (
  id uuid primary key,
  kind text not null,
  about text not null,
  tries int not null,
  error text not null,
  died_at timestamptz not null
);
