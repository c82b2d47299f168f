-- The filter that somebody's list opens with. It stays while the filter lies in the trash or is hidden from them, for either may come back.
create table filter.usual (
  account_id uuid primary key,
  filter_id uuid not null references filter.filter on delete cascade
);
create index usual_of_filter on filter.usual (filter_id);
