-- When an effect came to be and when it ended: lanes show their age, and what is done is kept for a while only.
alter table outbox add column at integer not null default 0;
alter table outbox add column ended integer;
-- After a restore nothing is done again before somebody says so.
alter table outbox add column held integer not null default 0;
create index outbox_held on outbox (lane, id) where held = 1;

-- db-scheduler's own table: what is due later.
create table scheduled_tasks (
  task_name            text    not null,
  task_instance        text    not null,
  task_data            blob,
  execution_time       timestamp not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamp,
  last_failure         timestamp,
  consecutive_failures integer,
  last_heartbeat       timestamp,
  version              integer not null,
  priority             integer,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
