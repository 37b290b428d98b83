-- How far each provider's log has been read, and compared with what is written here.
create table provider_log (
    provider    text        not null primary key,
    last_line   bigint      not null default 0, -- read so far
    compared    bigint      not null default 0, -- compared so far
    read_at     timestamptz,                    -- when its end was last reached: all that had happened by then is in provider_entry
    compared_at timestamptz,                    -- when that was last compared
    whole_at    timestamptz                     -- when everything was last compared, old lines and payments too
);

-- Where a provider's log and we do not agree, or what has not ended in its time. What is explained later closes by itself.
-- looking: seen a moment ago, and likely to be explained by what is under way; open: for a person.
create table payment_difference (
    provider      text        not null,
    reference     text        not null, -- as the provider knows it
    what          text        not null,
    difference_id bigint      generated always as identity unique,
    subject       text        not null, -- what it is about; the reference itself where we know of no such thing
    partition_id  bigint,               -- of the subject
    kind          smallint,
    state         text        not null check (state in ('looking', 'open', 'explained', 'settled')),
    ours          text        not null, -- in words
    theirs        text        not null,
    first_seen_at timestamptz not null,
    ended_at      timestamptz,
    settled_by    text,
    how           text,
    told          boolean     not null default false, -- to those who read the log of the server
    primary key (provider, reference, what)
);
create index payment_difference_subject on payment_difference (provider, subject);
create index payment_difference_open on payment_difference (provider) where state in ('looking', 'open');

-- Nothing is ever to be found by these two: what has not ended is always due.
create index payment_attempt_lost on payment_attempt (created_at) where state in ('created', 'processing') and due_at is null;
create index payment_refund_lost on payment_refund (asked_at) where state = 'requested' and attempt > 0 and due_at is null;

-- What is recent lies together: these cost next to nothing and find it.
create index payment_attempt_recent on payment_attempt using brin (created_at);
create index payment_refund_recent on payment_refund using brin (asked_at);

-- Staff ask by the name that a provider gave.
create index payment_attempt_checkout on payment_attempt using hash (checkout) where checkout is not null;

-- By all that is compared, so that no plan walks through a provider's whole log for each payment, whatever is known of its size.
drop index provider_entry_reference;
create index provider_entry_reference on provider_entry (provider, reference, kind);
