-- Concerts, and the plans of the halls they are given in.
create table concert (
    concert_id    integer     generated always as identity primary key,
    title_ko      text        not null,
    title_en      text        not null,
    text_ko       text        not null default '',
    text_en       text        not null default '',
    hall_ko       text        not null,
    hall_en       text        not null,
    address_ko    text        not null default '',
    address_en    text        not null default '',
    time_zone     text        not null,
    currency      char(3)     not null,
    pictures      text[]      not null default '{}', -- addresses
    sale_opens_at timestamptz not null,              -- this and the next two: of dates that do not say otherwise
    hold_minutes  integer     not null check (hold_minutes between 3 and 5),
    most_seats    integer     not null check (most_seats between 1 and 20),
    closed        boolean     not null default false,
    last_plan_id  integer     not null default 0,
    dated         boolean     not null default false, -- it has dates, or one was begun: it is closed rather than deleted
    version       integer     not null default 1,
    created_at    timestamptz not null
);

-- A hall as pretix's seating-plan JSON draws it, kept as it came. Never changed.
create table seat_plan (
    concert_id integer     not null,
    plan_id    integer     not null,
    name       text        not null,
    seats      integer     not null,
    plan       text        not null,
    created_at timestamptz not null,
    primary key (concert_id, plan_id)
);

-- One performance: a partition. It carries its own terms of sale, so that no sale needs a second partition.
create table concert_date (
    date_id        integer     generated always as identity primary key,
    concert_id     integer     not null,
    plan_id        integer     not null,
    starts_at      timestamptz,             -- null: postponed, and nobody knows yet until when
    status         text        not null default 'on_sale' check (status in ('on_sale', 'paused', 'canceled')),
    sale_opens_at  timestamptz not null,
    sale_closes_at timestamptz not null,
    refunds_until  timestamptz,             -- until then guests may give tickets back, for all they paid
    hold_minutes   integer     not null check (hold_minutes between 3 and 5),
    most_seats     integer     not null check (most_seats between 1 and 20), -- for one person
    most_ever      integer     not null,    -- the most that one person was ever allowed
    currency       char(3)     not null,
    time_zone      text        not null,
    seats          integer     not null,
    plan_hash      text        not null,    -- of what GET …/plan answers
    postponed_at   timestamptz,
    canceled_at    timestamptz,
    canceled_by    text,
    cancel_reason  text,
    cleared_at     timestamptz,             -- canceled, and each hold has had its turn
    due_at         timestamptz,             -- when a process is to go on clearing; whoever does so first moves it to the end of a lease
    version        integer     not null default 1,
    created_at     timestamptz not null,
    check ((status = 'canceled') = (canceled_at is not null))
);
create index concert_date_concert on concert_date (concert_id, starts_at);
create index concert_date_due on concert_date (due_at) where due_at is not null;

-- Price levels of a date, in the order of the plan.
create table seat_category (
    date_id  integer not null,
    category integer not null, -- from 0
    name     text    not null,
    color    text    not null,
    price    bigint  not null check (price > 0), -- minor units
    primary key (date_id, category)
);

-- The seats of a date, numbered in the order of the plan: zones, rows, seats. What is known of a seat before anybody wants it.
create table seat (
    date_id  integer not null,
    seat     integer not null, -- from 0
    guid     text    not null,
    zone     text    not null,
    row      text    not null,
    number   text    not null,
    category integer not null,
    mark     text    check (mark in ('wheelchair', 'companion', 'restricted_view')),
    version  bigint  not null default 0, -- of the strategy "optimistic"
    constraint seat_pkey primary key (date_id, seat)
) with (fillfactor = 80);
create unique index seat_guid on seat (date_id, guid);
