-- What people are told, and who wants to be told of which task.
create schema inbox;

-- Who watches a task, or wants to hear nothing of it.
create table inbox.standing (
  account_id uuid not null,
  task_id uuid not null,
  muted boolean not null,
  since timestamptz not null,
  primary key (account_id, task_id)
);
create index standing_of_task on inbox.standing (task_id);

-- How somebody wants to be told; without a row as the defaults say.
create table inbox.choice (
  account_id uuid primary key,
  -- now, daily, none
  mail text not null default 'now',
  daily_at time not null default '08:00',
  -- reasons that are no reason to this person
  muted text[] not null default '{}',
  -- null: as the operator set it
  reminder_minutes int,
  version bigint not null default 1,
  -- proves links in mails
  link_key bytea not null,
  next_daily timestamptz
);
create index choice_daily on inbox.choice (next_daily) where mail = 'daily';

create table inbox.notice (
  id uuid primary key,
  account_id uuid not null,
  -- what happened; each person is told of it once
  event_id uuid not null,
  event text not null,
  at timestamptz not null,
  reason text not null,
  task_id uuid not null,
  comment_id uuid,
  actor_id uuid,
  operation_id uuid,
  -- [{field, old, new}], long texts without their values
  changes jsonb not null,
  -- how many tasks of this person one operation changed
  tasks int not null,
  read_at timestamptz,
  -- null: none goes out, or it went; now, daily: waits for its mail
  mail text
);
create unique index notice_once on inbox.notice (account_id, event_id);
create index notice_own on inbox.notice (account_id, at desc, id desc);
create index notice_unread on inbox.notice (account_id, at desc, id desc) where read_at is null;
create index notice_mail on inbox.notice (mail, account_id, at) where mail is not null;
create index notice_comment on inbox.notice (comment_id) where comment_id is not null;
create index notice_old on inbox.notice (at);

-- How far the feed was walked, and up to when reminders were looked for.
create table inbox.walk (
  one boolean primary key default true check (one),
  place text not null,
  reminded_until timestamptz not null
);

-- Mails that are more than plain text.
alter table notify.job add column html text;
alter table notify.job add column headers jsonb;
