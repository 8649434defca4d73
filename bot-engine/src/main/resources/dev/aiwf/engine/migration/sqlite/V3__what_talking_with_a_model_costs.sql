-- Tokens and money, by turn of talk: reserved before the model is asked, settled when it has answered.
create table spend (
  talk     text    primary key,
  project  text    not null,
  person   text    not null,
  day      text    not null,
  at       integer not null,
  model    text,
  reserved integer not null,
  tokens   integer not null default 0,
  cost     text
) without rowid;
create index spend_day on spend (day);
create index spend_project on spend (project);

-- What a list of projects shows of it.
alter table project add column tokens integer not null default 0;
-- With its number, so that a list is known to be as it was without reading a project.
drop index project_updated;
create index project_updated on project (updated desc, number);
