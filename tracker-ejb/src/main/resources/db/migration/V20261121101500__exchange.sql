-- What came in from files: by which name each task was known outside, and how people read columns.
create schema exchange;

create table exchange.origin (
  project_id uuid not null,
  -- whose names they are: jira, redmine, key (another Gerask, or a file of this one), title
  source text not null,
  external text not null,
  task_id uuid not null,
  primary key (project_id, source, external)
);
comment on table exchange.origin is 'By which name a task was known where it came from.';

create table exchange.reading (
  project_id uuid not null,
  header text not null,
  field text not null,
  primary key (project_id, header)
);
comment on table exchange.reading is 'What a column of a file means in a project, where somebody said so.';
