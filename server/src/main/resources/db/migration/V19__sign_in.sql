-- Signing in: sessions with limits, second factors, one-time links, tries that are counted, invitations.

alter table session
    add column session_id    bigint      generated always as identity, -- named where the token must not be
    add column internal      boolean     not null default false,       -- begun on the internal listener: only those carry rights
    add column second_factor boolean     not null default false,       -- a code was told, or enrolled with
    add column idle_seconds  integer     not null default 1209600,     -- it ends when not used for so long
    add column seen_at       timestamptz not null default jari_now();  -- kept coarsely

-- What makes the codes that are told beside a password.
create table second_factor (
    account_id   bigint      primary key references account on delete cascade,
    secret       bytea       not null, -- AES-GCM by a key of the house's secret: nonce, then text
    confirmed_at timestamptz,          -- null: shown, and no code of it told yet
    last_step    bigint      not null default 0 -- of the last code accepted: none is accepted twice
);

-- In place of a code, each once. Only the SHA-256 of each is kept.
create table recovery_code (
    account_id bigint      not null references account on delete cascade,
    code_hash  bytea       not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Links sent by mail that let somebody set a password; one of a purpose at a time. Only their tokens' SHA-256 is kept.
create table account_link (
    account_id bigint      not null references account on delete cascade,
    purpose    text        not null check (purpose in ('reset', 'invitation')),
    token_hash bytea       not null unique,
    expires_at timestamptz not null,
    primary key (account_id, purpose)
);

-- Tries that failed, by what is tried: an account, an address, a code. Names are hashes by a key of the house's secret.
create table sign_in_try (
    name    bytea       primary key,
    failed  integer     not null, -- in a row; begun ones count until they succeed
    at      timestamptz not null, -- the last
    free_at timestamptz not null  -- the next may come
) with (fillfactor = 70);
create index sign_in_try_at on sign_in_try (at);

-- Staff who were invited and have not set a password yet.
create table staff_invitation (
    account_id bigint      primary key references account on delete cascade,
    invited_by bigint      not null,
    invited_at timestamptz not null
);
