-- For H2 and PostgreSQL alike. A migration that was released is never changed: add the next one.
create table review (
  review_id bigint generated always as identity primary key,
  client_id integer not null,
  verdict varchar(10) not null,
  -- Up to 2,000 characters; H2 counts UTF-16 units.
  reason varchar(4000) not null,
  decision varchar(8) not null,
  probability real not null,
  analyst varchar(400) not null,
  reviewed_at timestamp(3) with time zone not null,
  snapshot_id varchar(40) not null,
  model_id varchar(40) not null
);

create index review_of_client on review (client_id, review_id);
