-- A type is one word of a fixed shape, and tasks are asked for by it.
update task.task
   set type = regexp_replace(lower(type), '[^a-z0-9]+', '_', 'g')
 where type !~ '^[a-z][a-z0-9_]{0,29}$';
update task.task set type = 'task' where type !~ '^[a-z][a-z0-9_]{0,29}$';
alter table task.task add constraint task_type_shape check (type ~ '^[a-z][a-z0-9_]{0,29}$');
create index task_type on task.task (type, created_at, id) where deleted_at is null;
