-- What is counted for a list of somebody's tasks stands in the index: their rows are not read for it.
drop index task.task_assignee;
create index task_assignee on task.task (assignee_id, status, created_at, id)
  include (project_id, created_by) where deleted_at is null;
