-- Who has a seat of a date. A seat that nobody has is not here: that there is one claim at most is the primary key.
create table seat_claim (
    date_id integer not null,
    seat    integer not null,
    state   text    not null check (state in ('held', 'sold', 'blocked')),
    hold_id text,   -- null: blocked by staff
    version bigint  not null,
    constraint seat_claim_pkey primary key (date_id, seat),
    check ((state = 'blocked') = (hold_id is null))
) with (fillfactor = 70);

-- Seats set aside for one person, and what became of them. held: until expires_at, and on until somebody takes them over.
create table seat_hold (
    date_id          integer     not null,
    hold_id          text        not null,
    account_id       bigint      not null,
    seats            integer[]   not null,
    prices           bigint[]    not null, -- minor units, of each seat
    currency         char(3)     not null,
    total            bigint      not null,
    status           text        not null check (status in ('held', 'sold', 'released', 'expired', 'refunded')),
    reason           text,                 -- why it ended: guest, staff, time, taken_over, date_canceled
    request_hash     bytea       not null,
    created_at       timestamptz not null,
    first_expires_at timestamptz not null, -- what the first answer said
    expires_at       timestamptz not null,
    extended         boolean     not null default false, -- by its guest
    created_version  bigint      not null,
    version          bigint      not null, -- of its last change
    constraint seat_hold_pkey primary key (date_id, hold_id)
) with (fillfactor = 80);
create index seat_hold_account on seat_hold (account_id, created_at);
create index seat_hold_live on seat_hold (date_id, account_id) where status in ('held', 'sold');
create index seat_hold_expiry on seat_hold (expires_at) where status = 'held';

-- Who came in: once for each ticket.
create table ticket_use (
    date_id integer     not null,
    hold_id text        not null,
    seat    integer     not null,
    used_at timestamptz not null,
    gate    text        not null,
    actor   text        not null,
    constraint ticket_use_pkey primary key (date_id, hold_id, seat)
);

-- outbox.rows of a date: pairs of a seat and how it stands from then on: 0 available, 1 held, 2 sold, 3 blocked. null: read everything again.
