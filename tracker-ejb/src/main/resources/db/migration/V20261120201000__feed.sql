-- Tells every node, once per transaction and as it commits, that something was recorded. The payload
-- is the transaction's id, so that whoever listens knows when older ones that still run are over.
create function journal.tell() returns trigger
language plpgsql
as $$
begin
  perform pg_notify('gerask_changes', pg_current_xact_id()::text);
  return null;
end
$$;
create trigger change_is_told after insert on journal.change
  for each statement execute function journal.tell();

-- A dump that is read into another cluster brings numbers of transactions along that are still to
-- come there, and the feed would hold all of it back. Called at start: then everything so far counts
-- as written by one transaction before all others, in the order of its ids, which is that of time.
create function journal.renumber() returns bigint
language plpgsql
as $$
declare
  changed bigint := 0;
begin
  if exists (select 1 from journal.change
              where txid >= pg_snapshot_xmax(pg_current_snapshot())) then
    alter table journal.change disable trigger change_is_append_only;
    update journal.change set txid = '3';
    get diagnostics changed = row_count;
    alter table journal.change enable trigger change_is_append_only;
  end if;
  return changed;
end
$$;

-- Where to go on behind a place of a feed: a place of another cluster, before it was renumbered, is
-- found again by its id alone.
create function journal.place(txid xid8) returns xid8
language sql stable parallel safe
return case when txid > pg_snapshot_xmax(pg_current_snapshot()) then '3'::xid8 else txid end;
