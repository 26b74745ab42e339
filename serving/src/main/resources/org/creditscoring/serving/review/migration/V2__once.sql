-- What the sender names a review by, so that sending it again adds none; those without one are never the same.
alter table review add column idempotency_key varchar(64);

create unique index review_once on review (analyst, idempotency_key);
