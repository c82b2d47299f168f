-- What ties tasks together: one blocks another, precedes it, repeats it, has to do with it.
create schema link;

create table link.link (
  id uuid primary key,
  type text not null check (type in ('blocks', 'relates', 'duplicates', 'precedes')),
  -- tasks' ids, read as "from blocks to"; tasks belong to another capability, whose door is asked
  from_id uuid not null,
  to_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null default 1,
  constraint link_to_another check (from_id <> to_id)
);
create index link_from on link.link (from_id, type) where deleted_at is null;
create index link_to on link.link (to_id, type) where deleted_at is null;
-- the same only once; what relates does so both ways
create unique index link_once on link.link (
  type,
  (case when type = 'relates' then least(from_id, to_id) else from_id end),
  (case when type = 'relates' then greatest(from_id, to_id) else to_id end)
) where deleted_at is null;
