-- Recomputes the hashes of the chains of entities after one id and up to another; null is open. A
-- long record is proved in parts, so that no statement runs for minutes. A row that is gone cannot be
-- named: then the next one of its chain is, or the last that is left, or the entity itself.
create function journal.verify(
  after uuid, until uuid, out checked bigint, out first_bad uuid)
language sql stable
as $$
  with link as (
    select c.id, c.entity, c.entity_id, c.seq, c.hash,
           c.seq = row_number() over chain
             and c.prev_hash = coalesce(lag(c.hash) over chain, '')
             and c.hash = journal.seal(c.prev_hash, c.id, c.entity, c.entity_id, c.scope, c.seq,
               c.actor_id, c.operation_id, c.field, c.old, c.new, c.at) as good
      from journal.change c
     where (verify.after is null or c.entity_id > verify.after)
       and (verify.until is null or c.entity_id <= verify.until)
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
     where (l.seq is distinct from h.seq or l.hash is distinct from h.hash)
       and (verify.after is null or h.entity_id > verify.after)
       and (verify.until is null or h.entity_id <= verify.until)
    union all
    select c.id from journal.change c
     where c.seq = 1
       and (verify.after is null or c.entity_id > verify.after)
       and (verify.until is null or c.entity_id <= verify.until)
       and not exists (
       select 1 from journal.head h where h.entity_id = c.entity_id and h.entity = c.entity)
  )
  select told.checked, coalesce(told.bad, (select min(id::text)::uuid from loose)) from told
$$;

-- The last entity of the next part of so many entries; null at the end.
create function journal.part_end(after uuid, entries integer) returns uuid
language sql stable
as $$
  select c.entity_id from journal.change c
   where part_end.after is null or c.entity_id > part_end.after
   order by c.entity_id offset entries limit 1
$$;

create or replace function journal.verify(out checked bigint, out first_bad uuid)
language sql stable
as $$
  select checked, first_bad from journal.verify(null, null)
$$;
