-- What an account has booked, of both kinds, so that its list is one lookup wherever hotels and dates live. Written behind what it tells
-- of, from the journal; never decided upon.
create table account_booking (
    account_id   bigint      not null,
    created_at   timestamptz not null,
    booking_id   text        not null, -- a reservation's or a hold's
    kind         smallint    not null, -- of the partition: 1 hotel, 2 date
    partition_id bigint      not null,
    status       text        not null,
    stay         text,                 -- this and the next two: of stays
    start_date   date,
    end_date     date,
    pieces       integer     not null, -- rooms, or seats
    currency     char(3)     not null,
    total        bigint      not null, -- minor units
    version      bigint      not null, -- of the partition, when the booking last changed
    primary key (account_id, created_at, booking_id)
) with (fillfactor = 80);

-- Up to which version of each partition bookings are in account_booking. One place for all partitions would not do: versions rise within a
-- partition, not over all.
create table account_booking_place (
    partition_id bigint   not null,
    kind         smallint not null,
    version      bigint   not null,
    primary key (partition_id, kind)
) with (fillfactor = 50);

-- Wallets have heads too, and are not looked through. Nothing that changes is in it: raising a version stays cheap.
create index partition_head_booked on partition_head (id, kind) where kind in (1, 2);
