-- Waiting rooms: one for each date that has one, a partition of its own.
create table queue (
    date_id          integer     primary key,
    mode             text        not null check (mode in ('off', 'first_come', 'drawn')),
    opens_at         timestamptz not null,
    most_inside      integer     not null check (most_inside between 1 and 1000000),
    admissions       integer     not null check (admissions between 1 and 100000), -- in a second, at most
    pass_seconds     integer     not null check (pass_seconds between 30 and 600),
    entry_seconds    integer     not null check (entry_seconds between 20 and 600), -- to come in, once admitted
    paused           boolean     not null default false,
    settings_version integer     not null default 1,
    tickets          bigint      not null default 0, -- the last ticket given
    admitted         bigint      not null default 0, -- ranks up to this one have been admitted
    stepped_at       timestamptz,                    -- up to when the rate of admissions is used up
    ease             real        not null default 1, -- 0 to 1: the share of the rate that the house could bear last
    inside           integer     not null default 0, -- passes that are good, as they were counted last and changed since
    came             bigint      not null default 0, -- of those whose time to come in is over: who came
    forfeited        bigint      not null default 0, -- and who did not
    sold_out_at      timestamptz,                    -- nothing is available or held; null again when something is
    watched_version  bigint      not null default 0, -- of the date: sales up to it have ended their passes
    -- The draw: those who joined before the opening stand in a drawn order.
    seed             bytea,                          -- 32 bytes, told after the draw
    seed_hash        bytea,
    public_source    text,                           -- where the public value is to be had, named beforehand
    drawn_tickets    bigint,                         -- how many took part: the list is frozen
    root             bytea,                          -- of its Merkle tree
    frozen_at        timestamptz,
    public_value     text,
    drawn_at         timestamptz,                    -- the order stands
    created_at       timestamptz not null,
    check (mode <> 'drawn' or (seed is not null and seed_hash is not null)),
    check (admitted <= tickets)
);

-- A place in the line. The rank is the ticket, or where the draw put it.
create table queue_ticket (
    date_id    integer     not null,
    ticket     bigint      not null, -- from 1
    joiner     bytea       not null, -- 16 bytes: who has the place, device or account, by a secret of the house
    account_id bigint,               -- the one that came in or is to come in with it
    joined_at  timestamptz not null,
    over_at    timestamptz,          -- forfeited or used, and another was taken in its stead
    constraint queue_ticket_pkey primary key (date_id, ticket)
) with (fillfactor = 90);
create unique index queue_ticket_joiner on queue_ticket (date_id, joiner) where over_at is null;
create unique index queue_ticket_account on queue_ticket (date_id, account_id) where account_id is not null and over_at is null;

-- Ranks that were admitted together.
create table queue_step (
    date_id     integer     not null,
    first_rank  bigint      not null,
    last_rank   bigint      not null,
    admitted_at timestamptz not null,
    enter_by    timestamptz not null,
    entered     integer     not null default 0,
    closed_at   timestamptz,                  -- its time is over: whoever did not come in has forfeited
    version     bigint      not null,
    constraint queue_step_pkey primary key (date_id, first_rank),
    check (first_rank <= last_rank)
);
create index queue_step_open on queue_step (date_id) where closed_at is null;
create index queue_step_version on queue_step (date_id, version);
create index queue_step_admitted on queue_step (date_id, admitted_at);

-- Who came in, and until when the pass is good.
create table queue_entry (
    date_id    integer     not null,
    ticket     bigint      not null,
    rank       bigint      not null,
    account_id bigint      not null,
    entered_at timestamptz not null,
    expires_at timestamptz not null,
    leave_by   timestamptz not null, -- the pass is renewed until then
    ended_at   timestamptz,
    end_reason text        check (end_reason in ('paid', 'left', 'expired', 'sold_out', 'staff')),
    constraint queue_entry_pkey primary key (date_id, ticket),
    check ((ended_at is null) = (end_reason is null))
) with (fillfactor = 80);
create index queue_entry_inside on queue_entry (date_id, expires_at) where ended_at is null;
create index queue_entry_entered on queue_entry (date_id, entered_at);

-- Keys by which tokens and passes are signed: each is made of the house's secret and its salt here, so that neither alone is enough.
create table signing_key (
    key_id     integer     primary key check (key_id between 1 and 65535),
    salt       bytea       not null,
    signs_from timestamptz not null, -- a while after it was made, so that all processes know it
    valid_till timestamptz not null
);
