-- The payment of a subject lives in its partition: a hotel's reservation, a date's hold, an account's charge.
create table payment (
    partition_id bigint      not null,
    kind         smallint    not null,
    subject      text        not null, -- the id of what is paid for
    account_id   bigint,               -- whose history it is in
    currency     char(3)     not null,
    begun_at     timestamptz not null,
    version      bigint      not null, -- of the partition at its last change
    primary key (partition_id, kind, subject)
);
create index payment_account on payment (account_id, begun_at) where account_id is not null;

-- One try at one provider, which knows it as subject-n. due_at: when a process is to see to it next; whoever does so
-- first moves it to the end of a lease.
create table payment_attempt (
    partition_id bigint      not null,
    kind         smallint    not null,
    subject      text        not null,
    n            integer     not null,
    method       text        not null check (method in ('card', 'wallet')),
    provider     text        not null,
    amount       bigint      not null check (amount > 0),
    state        text        not null check (state in ('created', 'processing', 'succeeded', 'failed', 'expired', 'surplus')),
    closing      boolean     not null,
    checkout     text,                 -- the provider's name for it
    url          text,                 -- where the guest pays
    reason       text,
    card         text,                 -- last four digits
    created_at   timestamptz not null,
    ended_at     timestamptz,
    tries        integer     not null default 0, -- calls since its last change of state
    due_at       timestamptz,
    primary key (partition_id, kind, subject, n)
) with (fillfactor = 80);
-- At most one attempt may capture for a subject; a capture in vain (surplus) is given back whole.
create unique index payment_attempt_one on payment_attempt (partition_id, kind, subject)
    where state in ('created', 'processing', 'succeeded');
create index payment_attempt_due on payment_attempt (provider, due_at) where due_at is not null;
create index payment_attempt_card on payment_attempt (card) where card is not null;

create table payment_refund (
    partition_id bigint      not null,
    kind         smallint    not null,
    subject      text        not null,
    n            integer     not null,
    attempt      integer     not null, -- whose capture goes back; 0: money from the desk
    provider     text        not null,
    amount       bigint      not null check (amount > 0),
    state        text        not null check (state in ('requested', 'done', 'failed')),
    why          text        not null,
    refusals     integer     not null,
    reason       text,
    asked_at     timestamptz not null,
    done_at      timestamptz,
    tries        integer     not null default 0,
    due_at       timestamptz,
    primary key (partition_id, kind, subject, n)
) with (fillfactor = 80);
create index payment_refund_due on payment_refund (provider, due_at) where due_at is not null;
create index payment_refund_person on payment_refund (asked_at) where state = 'failed' or attempt = 0 and state = 'requested';

-- What providers told us, once for each event.
create table payment_callback (
    provider    text        not null,
    event_id    text        not null,
    reference   text        not null,
    type        text        not null,
    received_at timestamptz not null,
    primary key (provider, event_id)
);
create index payment_callback_reference on payment_callback (reference);
create index payment_callback_received on payment_callback (received_at);

-- The providers' own logs, as far as they have been read.
create table provider_entry (
    provider  text        not null,
    line      bigint      not null,
    kind      text        not null check (kind in ('capture', 'refund')),
    reference text        not null, -- ours
    checkout  text        not null,
    amount    bigint      not null,
    currency  char(3)     not null,
    at        timestamptz not null,
    primary key (provider, line)
);
create index provider_entry_reference on provider_entry (reference);
