-- Tasks that close rooms. A trigger, so that a change of any other task costs nothing: the condition
-- stands in it, and no statement asks.
create function booking.close_rooms(task_id uuid, type text, status text, refs jsonb,
  project_id uuid, deleted_at timestamptz) returns void language plpgsql as $$
declare
  rooms uuid[] := '{}';
  room uuid;
begin
  if type = 'out_of_service' and status in ('todo', 'in_progress') and deleted_at is null
    and not exists (select 1 from task.project p
      where p.id = close_rooms.project_id and p.deleted_at is not null) then
    select coalesce(array_agg(distinct (r ->> 'id')::uuid order by (r ->> 'id')::uuid), '{}')
      into rooms from jsonb_array_elements(refs) r where r ->> 'type' = 'room';
  end if;
  if rooms = array(select c.room_id from booking.closure c
    where c.task_id = close_rooms.task_id order by c.room_id) then
    return;
  end if;
  -- who books a room and who closes it wait for each other; in one order, not in a circle
  foreach room in array rooms loop
    perform pg_advisory_xact_lock(hashtextextended('booking of ' || room, 0));
  end loop;
  delete from booking.closure c where c.task_id = close_rooms.task_id;
  insert into booking.closure (task_id, room_id) select close_rooms.task_id, unnest(rooms);
end $$;

create function booking.task_closes_rooms() returns trigger language plpgsql as $$
begin
  perform booking.close_rooms(new.id, new.type, new.status, new.refs, new.project_id,
    new.deleted_at);
  return null;
end $$;

create trigger task_made_closes_rooms after insert on task.task for each row
  when (new.type = 'out_of_service') execute function booking.task_closes_rooms();
create trigger task_turned_closes_rooms after update of type, status, refs, project_id, deleted_at
  on task.task for each row
  when (new.type = 'out_of_service' or old.type = 'out_of_service')
  execute function booking.task_closes_rooms();

-- A project goes to the trash or comes back: its tasks close rooms no more, or again.
create function booking.project_closes_rooms() returns trigger language plpgsql as $$
begin
  perform booking.close_rooms(t.id, t.type, t.status, t.refs, t.project_id, t.deleted_at)
    from task.task t where t.project_id = new.id and t.type = 'out_of_service' order by t.id;
  return null;
end $$;

create trigger project_closes_rooms after update of deleted_at on task.project for each row
  when (new.deleted_at is distinct from old.deleted_at)
  execute function booking.project_closes_rooms();
