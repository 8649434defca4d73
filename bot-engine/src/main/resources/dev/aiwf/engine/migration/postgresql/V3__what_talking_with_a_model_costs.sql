-- The same as on SQLite, where the reasons are.
create table spend (
  talk     text   primary key,
  project  text   not null,
  person   text   not null,
  day      text   not null,
  at       bigint not null,
  model    text,
  reserved bigint not null,
  tokens   bigint not null default 0,
  cost     text
);
create index spend_day on spend (day);
create index spend_project on spend (project);

-- What a list of projects shows of it.
alter table project add column tokens bigint not null default 0;
-- With its number, so that a list is known to be as it was without reading a project.
drop index project_updated;
create index project_updated on project (updated desc, number);
