-- Most tasks have no parent and most records hang on nothing: their rows need no place in these.
drop index task.task_parent;
create index task_parent on task.task (parent_id, status)
  where deleted_at is null and parent_id is not null;
drop index journal.head_about;
create index head_about on journal.head (about) where about is not null;
