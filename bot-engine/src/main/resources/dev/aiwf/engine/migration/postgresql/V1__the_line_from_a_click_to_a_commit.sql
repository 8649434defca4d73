-- The same tables as on SQLite, where their meaning is written down.
create table inbox (
  id       bigint  generated always as identity primary key,
  command  text    not null unique,
  digest   text,
  project  text    not null,
  at       bigint  not null,
  body     text    not null,
  state    text    not null default 'open' check (state in ('open', 'done', 'refused', 'failed')),
  tries    integer not null default 0,
  outcome  text
);
create index inbox_open on inbox (id) where state = 'open';

create table journal (
  project  text    not null,
  number   bigint  not null,
  by       text    not null,
  at       bigint  not null,
  command  text    not null,
  fact     text    not null,
  primary key (project, number)
);

create table project (
  id          text    primary key,
  name        text    not null,
  workflow    text    not null,
  status      text    not null,
  step        text,
  owner       text    not null,
  waiting_for text,
  number      bigint  not null,
  messages    bigint  not null,
  seq         bigint  not null,
  created     bigint  not null,
  updated     bigint  not null,
  sidecar     text    not null
);
create index project_updated on project (updated desc);

create table message (
  project  text    not null,
  number   bigint  not null,
  key      text    not null,
  seq      bigint  not null,
  by       text,
  at       bigint  not null,
  content  text    not null,
  primary key (project, number)
);
create unique index message_key on message (project, key);
create unique index message_seq on message (project, seq);

create table posting (
  project     text    not null,
  key         text    not null,
  channel     text    not null,
  place       text    not null,
  platform_id text    not null,
  seq         bigint  not null,
  primary key (project, key, channel)
);
create index posting_place on posting (place, platform_id);

create table outbox (
  id         bigint  generated always as identity primary key,
  lane       text    not null,
  project    text    not null,
  effect     text    not null,
  visit      integer not null,
  number     bigint  not null,
  coalesces  text,
  stops      integer not null,
  expires    bigint,
  state      text    not null default 'open' check (state in ('open', 'taken', 'done', 'dropped', 'given_up')),
  tries      integer not null default 0,
  not_before bigint  not null default 0,
  error      text
);
create index outbox_waiting on outbox (id) where state in ('open', 'taken');
create unique index outbox_coalesces on outbox (coalesces) where state = 'open' and coalesces is not null;
create index outbox_given_up on outbox (lane, id) where state = 'given_up';

create table control (
  id       text primary key,
  project  text not null,
  message  text not null,
  press    text not null
);

create table pack (
  hash     text primary key,
  id       text not null,
  version  text not null,
  content  text not null
);
