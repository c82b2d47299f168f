-- Who sleeps where and when. No room is given twice for a night: the database itself refuses that.
create schema booking;
create extension if not exists btree_gist with schema public;

create table booking.booking (
  id uuid primary key,
  -- of the capability hotel; a room stays in its hotel
  room_id uuid not null,
  hotel_id uuid not null,
  check_in date not null,
  -- the first day that is free again
  check_out date not null,
  guests integer not null,
  note text,
  -- what it is for
  task_id uuid,
  status text not null,
  price_total numeric(14, 2) not null,
  price_currency text not null,
  -- whose it is
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null,
  constraint booking_nights check (check_in < check_out),
  constraint booking_overlap exclude using gist
    (room_id public.gist_uuid_ops with =, daterange(check_in, check_out) with &&)
    where (deleted_at is null and status in ('requested', 'confirmed', 'checked_in'))
);
-- what holds a room, in the order of its days: no two of one room overlap, so one look is enough
create index booking_held on booking.booking (room_id, check_out) include (check_in)
  where deleted_at is null and status in ('requested', 'confirmed', 'checked_in');
create index booking_room on booking.booking (room_id, check_in) where deleted_at is null;
create index booking_hotel on booking.booking (hotel_id, check_in, id) where deleted_at is null;
create index booking_own on booking.booking (created_by, check_in, id) where deleted_at is null;
create index booking_all on booking.booking (check_in, id) where deleted_at is null;
create index booking_task on booking.booking (task_id, check_in) where deleted_at is null;

-- Rooms that nobody books while something is done there; a task says so.
create table booking.closure (
  task_id uuid not null,
  room_id uuid not null,
  primary key (task_id, room_id)
);
create index closure_room on booking.closure (room_id);
