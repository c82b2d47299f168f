-- What an entity hangs on, so that the history of a task tells of its files too. It finds entries
-- and is not itself part of the proof.
alter table journal.head add column about uuid;
create index head_about on journal.head (about);

-- The words of an entry that are sealed, for those who verify a copy elsewhere.
create function journal.wording(
  id uuid, entity text, entity_id uuid, scope uuid, seq bigint, actor uuid, operation uuid,
  field text, old jsonb, new jsonb, at timestamptz) returns text
language sql stable parallel safe
as $$
  select jsonb_build_array(
    id, entity, entity_id, scope, seq, actor, operation, field, old, new,
    (extract(epoch from at) * 1000000)::bigint)::text
$$;

create or replace function journal.seal(
  prev bytea, id uuid, entity text, entity_id uuid, scope uuid, seq bigint, actor uuid,
  operation uuid, field text, old jsonb, new jsonb, at timestamptz) returns bytea
language sql stable parallel safe
as $$
  select sha256(prev || convert_to(
    journal.wording(id, entity, entity_id, scope, seq, actor, operation, field, old, new, at),
    'UTF8'))
$$;

-- As before, and what the entity hangs on is kept at its head.
create or replace function journal.record(
  changes jsonb, actor uuid, operation uuid, moment timestamptz) returns integer
language plpgsql
as $$
declare
  c record;
  last journal.head;
  sum bytea;
  written integer := 0;
begin
  for c in
    select (r.row->>'id')::uuid as id, r.row->>'entity' as entity,
           (r.row->>'entity_id')::uuid as entity_id, (r.row->>'scope')::uuid as scope,
           (r.row->>'about')::uuid as about,
           r.row->>'field' as field, nullif(r.row->'old', 'null') as old,
           nullif(r.row->'new', 'null') as new
      from jsonb_array_elements(changes) with ordinality as r(row, place)
     order by 3, 2, r.place
  loop
    insert into journal.head as h (entity, entity_id, seq, hash, about)
    values (c.entity, c.entity_id, 0, '', c.about)
    on conflict (entity_id, entity) do update set seq = h.seq
    returning h.* into last;
    sum := journal.seal(last.hash, c.id, c.entity, c.entity_id, c.scope, last.seq + 1, actor,
      operation, c.field, c.old, c.new, moment);
    insert into journal.change (id, entity, entity_id, scope, seq, actor_id, operation_id, field,
      old, new, at, prev_hash, hash)
    values (c.id, c.entity, c.entity_id, c.scope, last.seq + 1, actor, operation, c.field, c.old,
      c.new, moment, last.hash, sum);
    update journal.head set seq = last.seq + 1, hash = sum
     where entity = c.entity and entity_id = c.entity_id;
    written := written + 1;
  end loop;
  return written;
end
$$;

update journal.head h set about = a.holder_id
  from attachment.attachment a
 where h.entity = 'attachment' and a.id = h.entity_id;

-- How the last proof ended: one row.
create table journal.proof (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null,
  checked bigint not null,
  first_bad uuid
);
