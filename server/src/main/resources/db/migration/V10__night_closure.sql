-- What staff call a refund they ask for: the same again is the same refund.
alter table payment_refund add column asked_as text;
create unique index payment_refund_once on payment_refund (partition_id, kind, subject, asked_as) where asked_as is not null;
-- Lists of refunds, the longest waiting first.
create index payment_refund_asked on payment_refund (asked_at, subject, n);

-- Nights that a hotel cannot keep. due_at: when a process is to go on canceling, behind the reservation in "after"; whoever does so first
-- moves it to the end of a lease.
create table night_closure (
    hotel_id    integer     not null,
    n           integer     not null,
    start_date  date        not null,
    end_date    date        not null,
    reason      text        not null,
    actor       text        not null,
    begun_at    timestamptz not null,
    after       text        not null default '',
    canceled_at timestamptz,             -- each reservation has had its turn
    due_at      timestamptz,
    primary key (hotel_id, n),
    check (start_date < end_date)
);
create index night_closure_due on night_closure (due_at) where due_at is not null;

-- What slept there when the nights were closed.
create table night_closure_reservation (
    hotel_id       integer not null,
    n              integer not null,
    reservation_id text    not null,
    primary key (hotel_id, n, reservation_id)
);
create index night_closure_reservation_by on night_closure_reservation (hotel_id, reservation_id);
