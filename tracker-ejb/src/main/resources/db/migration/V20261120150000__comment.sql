-- Comments on tasks and whom they speak to.
create schema comment;

create table comment.comment (
  id uuid primary key,
  -- a task's id; tasks belong to another capability, which its door is asked for
  task_id uuid not null,
  -- its author
  created_by uuid not null,
  body text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- when its words were changed; null while they are the first ones
  edited_at timestamptz,
  deleted_at timestamptz,
  version bigint not null default 1
);
create index comment_task on comment.comment (task_id, created_at, id) where deleted_at is null;

create table comment.mention (
  comment_id uuid not null references comment.comment on delete cascade,
  account_id uuid not null,
  primary key (comment_id, account_id)
);
create index mention_account on comment.mention (account_id, comment_id);
