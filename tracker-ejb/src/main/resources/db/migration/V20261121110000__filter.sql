-- Queries that people keep under a name, and who has which at hand.
create schema filter;

create table filter.filter (
  id uuid primary key,
  name text not null,
  query text not null,
  shared boolean not null,
  -- its owner
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null default 1
);
create unique index filter_name on filter.filter (created_by, lower(name collate "default"))
  where deleted_at is null;
create index filter_shared on filter.filter (lower(name collate "default"), id)
  where shared and deleted_at is null;

create table filter.pin (
  account_id uuid not null,
  filter_id uuid not null references filter.filter on delete cascade,
  primary key (account_id, filter_id)
);
