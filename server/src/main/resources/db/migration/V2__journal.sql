-- Partitions, the journal and the outbox: written in the same transaction as what they tell of.

-- Versions come from one sequence, taken while the partition's head is locked: they rise within a
-- partition, have gaps, and are unique over all partitions.
create sequence partition_version as bigint cache 1;

-- One row per partition. Whoever changes a partition locks its head first.
-- kind: 1 hotel, 2 date, 3 account, 4 queue.
create table partition_head (
    id            bigint   not null,
    kind          smallint not null,
    version       bigint   not null default 0, -- of the last change of anything
    rates_version bigint   not null default 0, -- of the last change of what offers are made from
    primary key (id, kind)
) with (fillfactor = 50);

-- Who did what, when. Never changed, never deleted by the application. Holds opaque ids, no personal data.
create table journal (
    partition_id bigint      not null,
    kind         smallint    not null,
    version      bigint      not null,
    n            integer     not null, -- order within the version
    at           timestamptz not null,
    actor        text        not null, -- account:ID, guest, system, or a job's name
    action       text        not null, -- reservation.created, rate.changed, …
    subject      text        not null, -- the id of what was changed
    body         jsonb,                -- what changed, before and after where it helps
    primary key (partition_id, kind, version, n)
);
-- A creation is found by the version that its subject carries, so it needs no entry here.
create index journal_subject on journal (partition_id, kind, subject) where action <> 'reservation.created';

-- One row per version: what is still to be published as events, and the stock rows as they stand
-- after it, from which other processes follow. first_event is set at publication.
create table outbox (
    partition_id bigint      not null,
    kind         smallint    not null,
    version      bigint      not null,
    at           timestamptz not null,
    entries      integer     not null, -- journal rows of this version
    rows         integer[],            -- hotel: room type (0: house), epoch day, reserved; null: read everything again
    first_event  bigint,
    primary key (partition_id, kind, version)
);
create index outbox_unpublished on outbox (version) where first_event is null;

-- Answers of POSTs that create something without an id of their own (Idempotency-Key).
create table idempotency_key (
    caller       text        not null, -- account:ID
    operation    text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer     not null,
    answer       text        not null,
    at           timestamptz not null,
    primary key (caller, operation, key)
);
create index idempotency_key_at on idempotency_key (at);

-- Background work that one process at a time does: the heartbeat, daily jobs, sweeps.
create table job (
    name    text        primary key,
    done_at timestamptz not null, -- up to when it is done
    note    text
);
