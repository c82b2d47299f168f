-- tracker.identity: accounts, where they are signed in, and who tried to sign in
create schema auth;

create table auth.account (
  id            uuid primary key,
  -- null once the account is removed: history then shows the pseudonym in name
  email         text check (email = lower(email)),
  name          text not null,
  password_hash text,
  role          text not null check (role in ('user', 'admin')),
  active        boolean not null,
  locale        text check (locale in ('ru', 'en')),
  time_zone     text,
  theme         text not null check (theme in ('light', 'dark', 'system')),
  created_at    timestamptz not null,
  removed_at    timestamptz,
  version       bigint not null,
  check (removed_at is not null or (email is not null and password_hash is not null)),
  check (removed_at is null or (email is null and password_hash is null and not active))
);
create unique index account_email on auth.account (email);
create index account_name on auth.account (lower(name), id) where removed_at is null;

-- a place where an account is signed in: tokens (api) or a cookie (page)
create table auth.session (
  id           uuid primary key,
  account_id   uuid not null references auth.account (id),
  kind         text not null check (kind in ('api', 'page')),
  secret_hash  bytea unique check ((kind = 'page') = (secret_hash is not null)),
  ip           text not null,
  user_agent   text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz
);
create index session_account on auth.session (account_id, id);
create index session_expiry on auth.session (expires_at);

-- every refresh token ever given in a session; all of one session are one family
create table auth.refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references auth.session (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index refresh_token_session on auth.refresh_token (session_id);

create table auth.login_audit (
  id         uuid primary key,
  user_id    uuid references auth.account (id),
  ip         text not null,
  user_agent text not null,
  at         timestamptz not null,
  success    boolean not null
);
create index login_audit_user on auth.login_audit (user_id, id);
create index login_audit_at on auth.login_audit (at);

-- the guard against guessing: what was tried lately, under a hash of e-mail, address or both;
-- unlogged, because losing it in a crash costs a guesser's few extra tries and nothing else
create unlogged table auth.login_guard (
  key     bytea primary key,
  -- how full the bucket of tries was at last_at; it leaks since then
  level   double precision not null,
  last_at timestamptz not null
);
create index login_guard_last on auth.login_guard (last_at);
