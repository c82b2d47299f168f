-- Who wants to be called when something happens.
create schema webhook;

create table webhook.webhook (
  id uuid primary key,
  url text not null,
  -- task.created, task.*, *
  events text[] not null,
  -- only what is in this project; null: all that the owner sees
  project_id uuid,
  active boolean not null,
  -- why it was switched off by itself
  stopped text,
  secret text not null,
  -- signs beside the present one for a while
  old_secret text,
  old_secret_until timestamptz,
  -- the place in the feed up to which it was told
  place text not null,
  -- its owner
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1
);
create index webhook_own on webhook.webhook (created_by, created_at desc, id desc);
create index webhook_all on webhook.webhook (created_at desc, id desc);

create table webhook.delivery (
  webhook_id uuid not null references webhook.webhook on delete cascade,
  event_id uuid not null,
  -- what happened
  type text not null,
  -- the message that tells it
  job_id uuid not null,
  at timestamptz not null,
  primary key (webhook_id, event_id)
);
create index delivery_log on webhook.delivery (webhook_id, at desc, job_id desc);
create index delivery_old on webhook.delivery (at);
