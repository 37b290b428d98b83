-- wanted: somebody waits for what the provider says. leased_until: due_at as whoever took it last set it; null once
-- something came of that.
alter table payment_attempt
    add column wanted       boolean not null default false,
    add column leased_until timestamptz;
create index payment_attempt_wanted on payment_attempt (provider, due_at)
    where due_at is not null and (wanted or closing or state = 'created');

-- round: how often all reservations had their turn, from the second one on those that could not be canceled the time before.
alter table night_closure add column round integer not null default 0;
alter table night_closure_reservation add column left_over boolean not null default false;
