-- What is searched: the words of tasks, comments and file names, and all words that ever stood in them.
create schema search;
create extension if not exists fuzzystrmatch with schema public;

create table search.document (
  -- the task, comment or file that has these words
  id uuid primary key,
  kind text not null check (kind in ('task', 'comment', 'file')),
  -- the task that it is found under; tasks belong to another capability
  task_id uuid not null,
  -- A: title, B: description, C: file name, D: comment; stems for whole words, words for prefixes
  words tsvector not null
);
create index document_words on search.document using gin (words);

-- Words, so that one with a wrong letter finds its neighbours. Two calls that bring the same new
-- word at once may both keep it; a unique index would make them wait for each other.
create table search.word (
  word text collate "C" not null
);
create index word_word on search.word (word);
-- one wrong letter leaves the first or the last one right
create index word_first on search.word (left(word, 1), length(word));
create index word_last on search.word (right(word, 1), length(word));

-- Letters and digits in small, without dots over them: how words are compared.
create function search.plain(given text) returns text
language sql immutable parallel safe as $$
  select translate(
    lower(regexp_replace(normalize(given, nfc), '[^[:alnum:]]+', ' ', 'g') collate "default"),
    'ё', 'е')
$$;

create function search.vector(given text, weight "char") returns tsvector
language sql immutable parallel safe as $$
  -- the Russian configuration stems words in Latin letters as English ones
  select setweight(to_tsvector('pg_catalog.russian', search.plain(given))
    || to_tsvector('pg_catalog.simple', search.plain(given)), weight)
$$;

-- Reads these tasks, comments and files anew; a rebuild is this with all ids.
create function search.renew(which uuid[]) returns void
language sql as $$
  with fresh as (
    select t.id, 'task' as kind, t.id as task_id,
      search.vector(t.title, 'A') || search.vector(coalesce(t.description, ''), 'B') as words
    from task.task t where t.id = any(which)
    union all
    select c.id, 'comment', c.task_id, search.vector(c.body, 'D')
    from comment.comment c where c.id = any(which)
    union all
    select a.id, 'file', a.holder_id, search.vector(a.name, 'C')
    from attachment.attachment a where a.id = any(which) and a.holder = 'task'
  ),
  kept as (
    insert into search.document as d (id, kind, task_id, words)
    select id, kind, task_id, words from fresh
    on conflict (id) do update set words = excluded.words where d.words <> excluded.words
    returning d.id
  )
  insert into search.word (word)
  select distinct w.lexeme
  from fresh f join kept k on k.id = f.id, lateral unnest(f.words) w
  where w.lexeme ~ '^[[:alpha:]]{3,30}$'
    and not exists (select 1 from search.word o where o.word = w.lexeme collate "C");
$$;

select search.renew(array(
  select id from task.task union all select id from comment.comment
  union all select id from attachment.attachment));
