-- Where one can sleep: countries, their cities, hotels there, and rooms with what they have.
create schema hotel;

create table hotel.country (
  id uuid primary key,
  name text not null,
  -- as in ISO 3166, in capitals
  code text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create unique index country_code on hotel.country (code) where deleted_at is null;
create index country_list on hotel.country (lower(name), id) where deleted_at is null;

create table hotel.city (
  id uuid primary key,
  name text not null,
  country_id uuid not null references hotel.country,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create unique index city_name on hotel.city (country_id, lower(name)) where deleted_at is null;
create index city_list on hotel.city (lower(name), id) where deleted_at is null;

create table hotel.amenity (
  id uuid primary key,
  name text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create unique index amenity_name on hotel.amenity (lower(name)) where deleted_at is null;

create table hotel.hotel (
  id uuid primary key,
  name text not null,
  city_id uuid not null references hotel.city,
  address text,
  description text,
  amenity_ids uuid[] not null,
  -- its days begin and end there
  time_zone text not null,
  -- in nights; null: a year
  longest_stay integer,
  -- whether somebody of the hotel looks at each booking first
  approval boolean not null,
  -- until so many days before the first night guests change and cancel by themselves
  free_cancel_days integer not null,
  -- accounts that run it
  manager_ids uuid[] not null,
  -- where its work is done
  project_id uuid,
  cleaning boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create index hotel_city on hotel.hotel (city_id) where deleted_at is null;
create index hotel_list on hotel.hotel (lower(name), id) where deleted_at is null;
create index hotel_amenity on hotel.hotel using gin (amenity_ids) where deleted_at is null;
create index hotel_manager on hotel.hotel using gin (manager_ids);

create table hotel.room (
  id uuid primary key,
  hotel_id uuid not null references hotel.hotel,
  number text not null,
  capacity integer not null,
  price_amount numeric(12, 2) not null,
  price_currency text not null,
  amenity_ids uuid[] not null,
  -- nights with another price: [{"from", "to", "amount"}], none of them twice
  prices jsonb not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);
create unique index room_number on hotel.room (hotel_id, lower(number)) where deleted_at is null;
create index room_list on hotel.room (lower(number), id) where deleted_at is null;
create index room_amenity on hotel.room using gin (amenity_ids) where deleted_at is null;
