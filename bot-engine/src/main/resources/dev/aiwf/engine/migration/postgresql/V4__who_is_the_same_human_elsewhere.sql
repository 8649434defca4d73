-- Persons who are one human, each by the name that they share.
create table same_human (
  person text    primary key,
  human  text    not null,
  at     bigint not null
);
create index same_human_by_human on same_human (human);

-- Codes that were given out, and who typed them. A person has one at a time.
create table link_code (
  person     text   primary key,
  name       text   not null,
  code       text   not null unique,
  expires    bigint not null,
  typed_by   text,
  typed_name text
);
