-- Commands with their outcome. `command` is made of origin and event id, so a repeated delivery is the same row.
create table inbox (
  id       integer primary key,
  command  text    not null unique,
  digest   text,
  project  text    not null,
  at       integer not null,
  body     text    not null,
  state    text    not null default 'open' check (state in ('open', 'done', 'refused', 'failed')),
  tries    integer not null default 0,
  outcome  text
);
-- Partial, and on nothing but the id: an index by project costs a third of the acknowledgements.
create index inbox_open on inbox (id) where state = 'open';

-- Facts, per project, numbered, never updated.
create table journal (
  project  text    not null,
  number   integer not null,
  by       text    not null,
  at       integer not null,
  command  text    not null,
  fact     text    not null,
  primary key (project, number)
) without rowid;

-- A cache of the folded journal, with what a list of projects shows.
create table project (
  id          text    primary key,
  name        text    not null,
  workflow    text    not null,
  status      text    not null,
  step        text,
  owner       text    not null,
  waiting_for text,
  number      integer not null,
  messages    integer not null,
  seq         integer not null,
  created     integer not null,
  updated     integer not null,
  sidecar     text    not null
);
create index project_updated on project (updated desc);

-- What was said. `seq` rises with every message and every redraw.
create table message (
  project  text    not null,
  number   integer not null,
  key      text    not null,
  seq      integer not null,
  by       text,
  at       integer not null,
  content  text    not null,
  primary key (project, number)
) without rowid;
create unique index message_key on message (project, key);
create unique index message_seq on message (project, seq);

-- Where a message stands: one message in one channel.
create table posting (
  project     text    not null,
  key         text    not null,
  channel     text    not null,
  place       text    not null,
  platform_id text    not null,
  seq         integer not null,
  primary key (project, key, channel)
) without rowid;
create index posting_place on posting (place, platform_id);

-- Effects: lane, basis, expiry, attempts, fate.
create table outbox (
  id         integer primary key,
  lane       text    not null,
  project    text    not null,
  effect     text    not null,
  visit      integer not null,
  number     integer not null,
  coalesces  text,
  stops      integer not null,
  expires    integer,
  state      text    not null default 'open' check (state in ('open', 'taken', 'done', 'dropped', 'given_up')),
  tries      integer not null default 0,
  not_before integer not null default 0,
  error      text
);
create index outbox_waiting on outbox (id) where state in ('open', 'taken');
create unique index outbox_coalesces on outbox (coalesces) where state = 'open' and coalesces is not null;
create index outbox_given_up on outbox (lane, id) where state = 'given_up';

-- What a button id stands for.
create table control (
  id       text primary key,
  project  text not null,
  message  text not null,
  press    text not null
) without rowid;

-- Versions of workflows with their content: a project stays on the one it began with.
create table pack (
  hash     text primary key,
  id       text not null,
  version  text not null,
  content  text not null
) without rowid;
