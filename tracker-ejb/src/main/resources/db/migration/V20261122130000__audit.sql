-- Administrators look through the record by time, person, project, and for what is rare: each is
-- answered from the end of an index. Tasks and what hangs on them are nearly all of it, so that they
-- are found by time alone, and cost no entry in the index of the rest.
create index change_at on journal.change (at, id);
create index change_actor on journal.change (actor_id, at, id);
create index change_scope on journal.change (scope, at, id) where scope is not null;
create index change_rare on journal.change (entity, at, id)
  where entity not in ('task', 'comment', 'link', 'attachment');
create index change_gone on journal.change (at, id) where field in ('deleted', 'restored');
