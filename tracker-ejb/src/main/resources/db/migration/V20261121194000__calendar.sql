-- Secret links under which calendars of people and rooms can be read by other programs.
create schema calendar;

create table calendar.link (
  id uuid primary key,
  -- the secret is told once and not kept
  secret_hash text not null unique,
  -- of which room; null: what its owner has to do
  room_id uuid,
  created_by uuid not null,
  created_at timestamptz not null
);
create index link_own on calendar.link (created_by, created_at, id);
