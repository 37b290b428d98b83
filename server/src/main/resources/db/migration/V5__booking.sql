-- Sold nights. sell_target is floor(total × (100 + overbooking) / 100); sell_limit is never below what
-- was reserved when the target fell, and comes down with cancellations. No sale passes sell_target.
create table room_type_inventory (
    hotel_id        integer not null,
    room_type_id    integer not null,
    date            date    not null,
    total_inventory integer not null check (total_inventory >= 0), -- rooms not out of order
    sell_target     integer not null,
    sell_limit      integer not null,
    total_reserved  integer not null default 0 check (total_reserved >= 0),
    version         bigint  not null default 0,
    stop_sale       boolean not null default false,
    constraint room_type_inventory_pkey primary key (hotel_id, room_type_id, date),
    constraint room_type_inventory_limit check (total_reserved <= sell_limit)
) with (fillfactor = 90);

create table house_inventory (
    hotel_id        integer not null,
    date            date    not null,
    total_inventory integer not null check (total_inventory >= 0),
    sell_target     integer not null,
    sell_limit      integer not null,
    total_reserved  integer not null default 0 check (total_reserved >= 0),
    version         bigint  not null default 0,
    constraint house_inventory_pkey primary key (hotel_id, date),
    constraint house_inventory_limit check (total_reserved <= sell_limit)
) with (fillfactor = 80);

-- Nights before the hotel's yesterday.
create table room_type_inventory_archive (like room_type_inventory including defaults);
alter table room_type_inventory_archive add primary key (hotel_id, room_type_id, date);
create table house_inventory_archive (like house_inventory including defaults);
alter table house_inventory_archive add primary key (hotel_id, date);

create table reservation (
    hotel_id        integer     not null,
    reservation_id  text        not null,
    account_id      bigint,               -- null: booked by staff for a guest without account
    room_type_id    integer     not null,
    start_date      date        not null,
    end_date        date        not null,
    rooms           integer     not null check (rooms > 0),
    status          text        not null check (status in ('pending', 'paid', 'refunded', 'canceled', 'rejected')),
    stay            text        not null default 'booked' check (stay in ('booked', 'checked_in', 'checked_out', 'no_show', 'walked')),
    currency        char(3)     not null,
    nightly_prices  bigint[]    not null, -- minor units for one room, first night first
    total           bigint      not null check (total >= 0), -- all nights, all rooms
    free_until      timestamptz not null, -- cancellation costs nothing until then …
    cancel_fee      bigint      not null, -- … and this afterwards
    fee_charged     bigint,               -- once canceled
    cancel_reason   text,                 -- guest, staff, payment_timeout, …
    request_hash    bytea       not null,
    created_at      timestamptz not null,
    created_version bigint      not null,
    expires_at      timestamptz not null, -- of the pending state
    version         bigint      not null, -- of its last change
    original        jsonb,                -- the first answer's fields, once a change made them differ
    primary key (hotel_id, reservation_id),
    check (start_date < end_date)
) with (fillfactor = 90);
create index reservation_account on reservation (account_id, created_at) where account_id is not null;
create index reservation_arrival on reservation (hotel_id, start_date);
create index reservation_pending on reservation (expires_at) where status = 'pending';

-- Personal data of a stay. No other table of a hotel holds any.
create table guest (
    hotel_id       integer not null,
    reservation_id text    not null,
    name           text    not null,
    phone          text,
    email          text,
    party_size     integer not null,
    note           text,
    primary key (hotel_id, reservation_id)
);

-- Money taken at the desk, in cash or by its card terminal.
create table desk_payment (
    hotel_id       integer     not null,
    reservation_id text        not null,
    n              integer     not null,
    method         text        not null check (method in ('cash', 'card_terminal', 'invoice')),
    amount         bigint      not null, -- negative: given back
    at             timestamptz not null,
    actor          text        not null,
    primary key (hotel_id, reservation_id, n)
);

-- A room for a stay, from check-in to check-out; a guest who moves during the stay has a row for each room. Two stays
-- never share a night in a room. Start equals end where a guest left again on the day of arrival.
create extension if not exists btree_gist;
create table room_assignment (
    hotel_id       integer     not null,
    reservation_id text        not null,
    n              integer     not null, -- the n-th room of the reservation
    room_id        integer     not null,
    start_date     date        not null,
    end_date       date        not null,
    checked_in_at  timestamptz,
    checked_out_at timestamptz,          -- of the room: also when the guest moved to another
    primary key (hotel_id, reservation_id, n, start_date),
    check (start_date <= end_date),
    exclude using gist (hotel_id with =, room_id with =, daterange(start_date, end_date) with &&)
);
create index room_assignment_in_house on room_assignment (hotel_id) where checked_out_at is null;
