-- What talking cost by day, person and project, so that a turn of talk costs the same in the evening
-- as in the morning: to add up every talk of the day before each one takes longer with each one.
create table spend_of_day (
  day     text    not null,
  person  text    not null,
  project text    not null,
  tokens  integer not null,
  primary key (day, person, project)
) without rowid;
create index spend_of_day_project on spend_of_day (project, tokens);
insert into spend_of_day (day, person, project, tokens)
  select day, person, project, sum(tokens) from spend where tokens > 0 group by day, person, project;

-- Of the talks themselves only those under way are still added up.
drop index spend_day;
create index spend_reserved on spend (day, person, project, talk, reserved) where reserved > 0;
