-- The same as on SQLite, where the reasons are.
create table spend_of_day (
  day     text   not null,
  person  text   not null,
  project text   not null,
  tokens  bigint not null,
  primary key (day, person, project)
);
create index spend_of_day_project on spend_of_day (project, tokens);
insert into spend_of_day (day, person, project, tokens)
  select day, person, project, sum(tokens) from spend where tokens > 0 group by day, person, project;

-- Of the talks themselves only those under way are still added up.
drop index spend_day;
create index spend_reserved on spend (day, person, project, talk, reserved) where reserved > 0;
