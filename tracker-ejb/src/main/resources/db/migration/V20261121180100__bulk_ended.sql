-- Those that ended long ago are forgotten.
create index bulk_ended on bulk.bulk (ended_at);
