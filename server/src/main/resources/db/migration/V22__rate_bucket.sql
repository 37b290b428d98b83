-- How often an address signs in and an account pays, as counted by all processes together: Bucket4j's state of each. The id is a keyed
-- hash, so that no address is kept. What is lost with a crash was worth no more than a minute: unlogged, it costs no flush.
create unlogged table rate_bucket (
    id bigint primary key,
    state bytea,
    expires_at bigint
);
create index rate_bucket_expires_at on rate_bucket (expires_at);
