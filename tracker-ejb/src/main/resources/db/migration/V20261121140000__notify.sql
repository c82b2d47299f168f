-- Messages on their way out, and those that nobody took.
create schema notify;

create table notify.job (
  id uuid primary key,
  -- who asked for it
  account_id uuid not null,
  -- email or webhook
  type text not null,
  -- queued, ok, failed, canceled
  status text not null,
  -- what receivers know it by, the same for each try and each replay
  event_id uuid not null,
  -- an e-mail
  recipient text,
  subject text,
  body text,
  -- a webhook
  url text,
  payload text,
  -- each signs it: the present one, and during a change the one before
  secrets text[] not null,
  -- of one lane one is under way at a time: a hanging receiver delays nobody else
  lane text not null,
  -- and of one host some
  host text not null,
  attempts int not null default 0,
  last_error text,
  -- what the receiver said last
  answered int,
  answer text,
  send_at timestamptz not null,
  -- when the next try is due
  next_at timestamptz not null,
  -- which try is under way, and until when it is believed to be
  lease uuid,
  lease_until timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index job_due on notify.job (next_at, id) where status = 'queued';
create index job_lane on notify.job (lane);
-- few: what is under way
create index job_busy on notify.job (lane, lease_until)
  where status = 'queued' and lease_until is not null;
create index job_own on notify.job (account_id, created_at desc, id desc);
create index job_all on notify.job (created_at desc, id desc);
create index job_ended on notify.job (ended_at) where ended_at is not null;

create table notify.failed_notifications (
  -- that of its job
  id uuid primary key references notify.job on delete cascade,
  account_id uuid not null,
  type text not null,
  attempts int not null,
  last_error text not null,
  failed_at timestamptz not null
);
create index failed_own on notify.failed_notifications (account_id, failed_at desc, id desc);
create index failed_all on notify.failed_notifications (failed_at desc, id desc);
