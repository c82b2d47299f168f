-- What the query language asks of the words of comments and files.
create function search.asked(given text) returns tsquery
language sql immutable parallel safe as $$
  -- as whole words by their stem, or as beginnings; a text without letters and digits asks for nothing
  select coalesce(string_agg('(' || (to_tsquery('pg_catalog.russian', w)
    || to_tsquery('pg_catalog.simple', w || ':*'))::text || ')', ' & '), '')::tsquery
  from regexp_split_to_table(search.plain(given), ' ') w where w <> ''
$$;

-- The tasks in one of whose comments or file names all these words stand; those in the trash too.
-- It is taken into the statement that asks, so that the planner sees its index.
create function search.said(given text) returns setof uuid
language sql stable parallel safe as $$
  select d.task_id from search.document d
  -- looked up one by one: the planner takes a beginning of a word for far more frequent than it is
  cross join lateral (
    select 1 from comment.comment c where c.id = d.id and c.deleted_at is null
    union all
    select 1 from attachment.attachment f where f.id = d.id and f.deleted_at is null offset 0) living
  where d.words @@ search.asked(given) and d.kind <> 'task'
$$;
