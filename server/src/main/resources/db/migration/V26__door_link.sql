-- Links by which somebody without an account checks tickets in, at one gate of one date. Of its token only the SHA-256 is kept.
create table door_link (
    date_id    integer     not null,
    link       integer     not null, -- counts from 1 at each date
    gate       text        not null,
    token_hash bytea       not null,
    made_by    text        not null, -- as the journal names who did it
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint door_link_pkey primary key (date_id, link),
    constraint door_link_token unique (date_id, token_hash),
    check (expires_at > made_at)
);
