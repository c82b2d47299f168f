-- Titles that resemble one that is being typed.
create index task_similar on task.task using gin
  (lower(title collate "default") public.gin_trgm_ops) where deleted_at is null;
