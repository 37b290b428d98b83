-- Events: the journal's entries in one order, numbered when they are published.

-- Versions that are not published yet: written with the outbox's row, taken away by the relay. It is a small table of its own so that
-- the outbox is only ever added to: a mark in each of its rows would write each twice, and make all of its indexes to be cleaned.
create table event_pending (
    version      bigint   primary key,
    partition_id bigint   not null,
    kind         smallint not null,
    entries      integer  not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- The event of a journal row has the number first_event + n. Numbers begin at 1 and have no gaps. Kept as long as the journal.
create table event_batch (
    first_event  bigint   primary key,
    partition_id bigint   not null,
    kind         smallint not null,
    version      bigint   not null,
    entries      integer  not null check (entries > 0)
);

-- What was before there were events is published as it came.
insert into event_batch (first_event, partition_id, kind, version, entries)
select sum(entries) over (order by version) - entries + 1, partition_id, kind, version, entries
  from outbox where entries > 0;

drop index outbox_unpublished;
alter table outbox drop column first_event;

-- How far those have come that read events one after another.
create table event_reader (
    name     text   primary key,
    position bigint not null -- of the last event that was seen to
);
