-- What became of backups and of drills, for figures and health.
create schema backup;

create table backup.run (
  id uuid primary key,
  kind text not null check (kind in ('backup', 'drill')),
  -- of the backup; null where it failed before it had one
  name text,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  -- one sentence; null where it went well
  failure text
);
create index run_kind on backup.run (kind, ended_at desc);
