-- Limits: what each bucket took within its window. A crash may forget it, so no WAL is spent on it.
create unlogged table ops.rate_window (
  bucket text primary key,
  taken timestamptz[] not null,
  units integer[] not null,
  changed_at timestamptz not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

create index rate_window_changed_at on ops.rate_window (changed_at);

-- Takes units out of several buckets, or out of none. A true sliding window: a unit counts for
-- exactly spans[i] seconds. Buckets are locked in one order, so that two requests never wait for
-- each other in a circle. One row per bucket comes back, in the order given:
--   granted  between needs[i] and wants[i]; 0 everywhere if one bucket could not give its need
--   free     what is left afterwards
--   wait_ms  how long until the need fits (0: it fits now)
--   reset_ms how long until the oldest unit is free again
create function ops.take(
  buckets text[], limits integer[], needs integer[], wants integer[], spans integer[])
returns table (granted integer, free integer, wait_ms bigint, reset_ms bigint)
language plpgsql as $$
declare
  moment timestamptz;
  many integer := cardinality(buckets);
  frees integer[] := array_fill(0, array[many]);
  waits bigint[] := array_fill(0, array[many]);
  resets bigint[] := array_fill(0, array[many]);
  fits boolean := true;
  used integer;
  first_at timestamptz;
  freeing timestamptz;
  part interval;
begin
  perform pg_advisory_xact_lock(hashtextextended(b, 7)) from unnest(buckets) b order by hashtextextended(b, 7);
  moment := clock_timestamp();
  for i in 1..many loop
    part := make_interval(secs => spans[i]);
    select coalesce(sum(e.u), 0), min(e.t) into used, first_at
      from ops.rate_window w, unnest(w.taken, w.units) e(t, u)
      where w.bucket = buckets[i] and e.t > moment - part;
    frees[i] := limits[i] - used;
    resets[i] := ceil(extract(epoch from coalesce(first_at, moment) + part - moment) * 1000);
    if frees[i] < needs[i] then
      fits := false;
      select run.t into freeing from (
        select e.t, sum(e.u) over (order by e.o) as until_here
          from ops.rate_window w, unnest(w.taken, w.units) with ordinality e(t, u, o)
          where w.bucket = buckets[i] and e.t > moment - part) run
        where run.until_here >= needs[i] - frees[i] order by run.until_here limit 1;
      waits[i] := ceil(extract(epoch from coalesce(freeing, moment) + part - moment) * 1000);
    end if;
  end loop;
  for i in 1..many loop
    part := make_interval(secs => spans[i]);
    granted := 0;
    if fits then
      granted := least(wants[i], frees[i]);
      insert into ops.rate_window as w (bucket, taken, units, changed_at)
        values (buckets[i], array[moment], array[granted], moment)
        on conflict (bucket) do update set changed_at = moment, (taken, units) = (
          select coalesce(array_agg(e.t order by e.o), '{}') || moment,
                 coalesce(array_agg(e.u order by e.o), '{}') || granted
            from unnest(w.taken, w.units) with ordinality e(t, u, o) where e.t > moment - part);
    end if;
    free := greatest(frees[i] - granted, 0);
    wait_ms := waits[i];
    reset_ms := resets[i];
    return next;
  end loop;
end $$;

-- Answers to calls with an Idempotency-Key, written in the transaction of the call itself.
create table ops.idempotency (
  caller text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  headers text,
  body bytea,
  created_at timestamptz not null,
  primary key (caller, key)
);

create index idempotency_created_at on ops.idempotency (created_at);

-- Claims a key for this transaction (claimed), or finds the answer that is kept under it. While
-- another transaction holds the key this waits, 10 s at most (then SQLSTATE 55P03).
create function ops.claim(
  the_caller text, the_key text, the_fingerprint bytea, the_time timestamptz, kept_from timestamptz)
returns table (claimed boolean, fingerprint bytea, status integer, headers text, body bytea)
language plpgsql set lock_timeout = '10s' as $$
#variable_conflict use_column
begin
  insert into ops.idempotency as i (caller, key, fingerprint, created_at)
    values (the_caller, the_key, the_fingerprint, the_time)
    on conflict (caller, key) do update
      set fingerprint = excluded.fingerprint, status = null, headers = null, body = null,
          created_at = excluded.created_at
      where i.created_at < kept_from;
  if found then
    return query select true, null::bytea, null::integer, null::text, null::bytea;
  else
    return query select false, i.fingerprint, i.status, i.headers, i.body
      from ops.idempotency i where i.caller = the_caller and i.key = the_key;
  end if;
end $$;
