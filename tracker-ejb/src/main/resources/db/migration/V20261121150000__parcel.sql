-- Projects that come from another instance with their past.

-- Which operation brought an entry from elsewhere; null for what happened here. It finds entries and
-- is not itself part of the proof.
alter table journal.change add column came_with uuid;

-- Those below may come before those above, so what lies below what is proved at the end.
alter table task.task alter constraint task_parent_id_fkey deferrable initially immediate;

-- Such entries as rows, each chain in the order in which its entries come.
create function journal.told(changes jsonb)
returns table (place bigint, id uuid, entity text, entity_id uuid, scope uuid, about uuid,
  at timestamptz, actor uuid, operation uuid, field text, old jsonb, new jsonb)
language sql stable parallel safe
as $$
  select row_number() over (order by (r.row->>'entity_id')::uuid, r.row->>'entity', r.place),
         (r.row->>'id')::uuid, r.row->>'entity', (r.row->>'entity_id')::uuid,
         (r.row->>'scope')::uuid, (r.row->>'about')::uuid, (r.row->>'at')::timestamptz,
         (r.row->>'actor')::uuid, (r.row->>'operation_id')::uuid, r.row->>'field',
         nullif(r.row->'old', 'null'), nullif(r.row->'new', 'null')
    from jsonb_array_elements(changes) with ordinality as r(row, place)
$$;

-- Writes entries that were made elsewhere, with their times, actors and operations:
-- [{id, entity, entity_id, scope, about, at, actor, operation_id, field, old, new}, …], each chain in
-- its order. They are chained and sealed anew, for the accounts in them are those of this instance.
create function journal.bring(changes jsonb, brought_by uuid) returns integer
language plpgsql
as $$
declare
  c record;
  chain text := '';
  place bigint;
  last bytea;
  seqs bigint[] := '{}';
  befores bytea[] := '{}';
  sums bytea[] := '{}';
begin
  insert into journal.head (entity, entity_id, seq, hash, about)
  select distinct on (r.entity_id, r.entity) r.entity, r.entity_id, 0, '', r.about
    from jsonb_to_recordset(changes) as r (entity text, entity_id uuid, about uuid)
  on conflict do nothing;
  for c in
    select r.*, h.seq, h.hash
      from journal.told(changes) r
      join journal.head h on h.entity_id = r.entity_id and h.entity = r.entity
     order by r.place
  loop
    if chain <> c.entity || c.entity_id then
      chain := c.entity || c.entity_id;
      place := c.seq;
      last := c.hash;
    end if;
    place := place + 1;
    seqs := seqs || place;
    befores := befores || last;
    last := journal.seal(last, c.id, c.entity, c.entity_id, c.scope, place, c.actor, c.operation,
      c.field, c.old, c.new, c.at);
    sums := sums || last;
  end loop;
  insert into journal.change (id, entity, entity_id, scope, seq, actor_id, operation_id, field,
    old, new, at, prev_hash, hash, came_with)
  select r.id, r.entity, r.entity_id, r.scope, s.seq, r.actor, r.operation, r.field, r.old, r.new,
         r.at, s.before, s.sum, brought_by
    from journal.told(changes) r
    join unnest(seqs, befores, sums) with ordinality as s (seq, before, sum, place)
      on s.place = r.place;
  update journal.head h set seq = e.seq, hash = e.sum
    from (select distinct on (r.entity_id, r.entity) r.entity_id, r.entity, s.seq, s.sum
            from journal.told(changes) r
            join unnest(seqs, sums) with ordinality as s (seq, sum, place) on s.place = r.place
           order by r.entity_id, r.entity, r.place desc) e
   where h.entity_id = e.entity_id and h.entity = e.entity;
  return cardinality(sums);
end
$$;
