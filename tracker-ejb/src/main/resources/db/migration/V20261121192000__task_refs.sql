-- Tasks are looked for by the things that they are about.
create index task_refs on task.task using gin (refs jsonb_path_ops)
  where deleted_at is null and refs <> '[]';
