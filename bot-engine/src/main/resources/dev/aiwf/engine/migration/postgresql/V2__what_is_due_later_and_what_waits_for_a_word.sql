-- The same as on SQLite, where the reasons are.
alter table outbox add column at bigint not null default 0;
alter table outbox add column ended bigint;
alter table outbox add column held integer not null default 0;
create index outbox_held on outbox (lane, id) where held = 1;

create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
