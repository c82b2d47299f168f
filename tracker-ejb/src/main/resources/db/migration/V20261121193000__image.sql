-- Pictures of hotels and rooms. Their bytes lie where files lie, under the row's id and a word.
create schema image;

create table image.image (
  id uuid primary key,
  -- hotel or room
  holder text not null,
  holder_id uuid not null,
  -- who runs this one looks after the picture
  hotel_id uuid not null,
  name text not null,
  -- the least comes first and is the cover
  place integer not null,
  -- processing, ready, failed
  status text not null,
  -- in pixels, as it stands upright; null until it is ready
  width integer,
  height integer,
  thumb_size bigint,
  medium_size bigint,
  original_size bigint,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create index image_holder on image.image (holder_id, place, id) where deleted_at is null;
create index image_gone on image.image (deleted_at) where deleted_at is not null;
