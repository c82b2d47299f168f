-- The record of changes: rows are only ever added, and each carries the hash of the one before it
-- for the same entity, so that an altered, removed or slipped-in row shows.
create schema journal;

create table journal.head (
  entity text not null,
  entity_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  primary key (entity_id, entity)
);
comment on table journal.head is 'The end of each entity''s chain; its row lock orders writers.';

create table journal.change (
  id uuid primary key,
  entity text not null,
  entity_id uuid not null,
  scope uuid,
  seq bigint not null,
  actor_id uuid,
  operation_id uuid not null,
  field text not null,
  old jsonb,
  new jsonb,
  at timestamptz not null,
  -- for a feed that must not skip rows of transactions that commit late
  txid xid8 not null default pg_current_xact_id(),
  prev_hash bytea not null,
  hash bytea not null,
  constraint change_seq unique (entity_id, entity, seq)
);
create index change_operation on journal.change (operation_id, entity_id);
create index change_feed on journal.change (txid, id);

-- What is hashed: everything but txid, which a restored backup may have to renumber.
create function journal.seal(
  prev bytea, id uuid, entity text, entity_id uuid, scope uuid, seq bigint, actor uuid,
  operation uuid, field text, old jsonb, new jsonb, at timestamptz) returns bytea
language sql stable parallel safe
as $$
  select sha256(prev || convert_to(jsonb_build_array(
    id, entity, entity_id, scope, seq, actor, operation, field, old, new,
    (extract(epoch from at) * 1000000)::bigint)::text, 'UTF8'))
$$;

-- Writes changes in one round trip: [{id, entity, entity_id, scope, field, old, new}, …]. Heads are
-- locked in the order of their ids, so that two bulk changes cannot block each other for ever.
create function journal.record(changes jsonb, actor uuid, operation uuid, moment timestamptz)
returns integer
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
           r.row->>'field' as field, nullif(r.row->'old', 'null') as old,
           nullif(r.row->'new', 'null') as new
      from jsonb_array_elements(changes) with ordinality as r(row, place)
     order by 3, 2, r.place
  loop
    insert into journal.head as h (entity, entity_id, seq, hash)
    values (c.entity, c.entity_id, 0, '')
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

-- Recomputes every hash in one pass over the index of the chains. A row that is gone cannot be
-- named: then the next one of its chain is, or the last that is left, or the entity itself.
create function journal.verify(out checked bigint, out first_bad uuid)
language sql stable
as $$
  with link as (
    select c.id, c.entity, c.entity_id, c.seq, c.hash,
           c.seq = row_number() over chain
             and c.prev_hash = coalesce(lag(c.hash) over chain, '')
             and c.hash = journal.seal(c.prev_hash, c.id, c.entity, c.entity_id, c.scope, c.seq,
               c.actor_id, c.operation_id, c.field, c.old, c.new, c.at) as good
      from journal.change c
    window chain as (partition by c.entity_id, c.entity order by c.seq)
  ), told as (
    select count(*) as checked,
           (array_agg(id order by id) filter (where not good))[1] as bad
      from link
  ), loose as (
    select coalesce(l.id, h.entity_id) as id
      from journal.head h
      left join lateral (
        select c.id, c.seq, c.hash from journal.change c
         where c.entity_id = h.entity_id and c.entity = h.entity
         order by c.seq desc limit 1) l on true
     where l.seq is distinct from h.seq or l.hash is distinct from h.hash
    union all
    select c.id from journal.change c
     where c.seq = 1 and not exists (
       select 1 from journal.head h where h.entity_id = c.entity_id and h.entity = c.entity)
  )
  select told.checked, coalesce(told.bad, (select min(id::text)::uuid from loose)) from told
$$;

create function journal.refuse() returns trigger
language plpgsql
as $$
begin
  raise exception 'The record of changes is append-only.' using errcode = 'insufficient_privilege';
end
$$;
create trigger change_is_append_only before update or delete on journal.change
  for each row execute function journal.refuse();
create trigger change_is_never_emptied before truncate on journal.change
  for each statement execute function journal.refuse();
create trigger head_is_never_removed before delete on journal.head
  for each row execute function journal.refuse();
create trigger head_is_never_emptied before truncate on journal.head
  for each statement execute function journal.refuse();
