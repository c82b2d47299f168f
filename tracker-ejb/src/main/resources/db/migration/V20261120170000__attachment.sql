-- Files that people hang on things. Their bytes lie in a folder or a bucket, under the row's id.
create schema attachment;

create table attachment.attachment (
  id uuid primary key,
  -- what kind of thing it hangs on, and the id of that; it belongs to another capability
  holder text not null,
  holder_id uuid not null,
  name text not null,
  size bigint not null,
  content_type text not null,
  sha256 text not null,
  -- bytes of its small picture; null while there is none
  preview_size bigint,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version bigint not null
);

-- those of a thing, in order
create index on attachment.attachment (holder_id, created_at, id) where deleted_at is null;
-- how much an account keeps
create index on attachment.attachment (created_by) include (size);
-- what is thrown away for good
create index on attachment.attachment (deleted_at) where deleted_at is not null;
