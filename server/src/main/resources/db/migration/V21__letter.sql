-- Letters by e-mail, each made once from an event. No address is kept here: it is looked up when a letter is sent.
create table letter (
    event        bigint      not null, -- its number in the feed
    kind         text        not null, -- confirmation, tickets, …
    partition_id bigint      not null, -- of the event
    partition    smallint    not null, -- its kind
    subject      text        not null, -- what the letter is about: a reservation's id, a hold's, account:ID
    n            integer,              -- which refund
    at           timestamptz not null, -- of the event
    state        text        not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'skipped')),
    reason       text,                 -- why not, or why not yet; holds no address
    tries        integer     not null default 0, -- since it was last asked for
    resent       integer     not null default 0, -- how often staff asked for it again
    due_at       timestamptz,          -- when to try next, or when whoever is sending has died; null: it has ended
    until        timestamptz not null, -- not sent any later
    sent_at      timestamptz,
    constraint letter_pkey primary key (event, kind),
    check ((due_at is null) = (state in ('sent', 'failed', 'skipped'))),
    check (state <> 'sent' or sent_at is not null)
) with (fillfactor = 80);
create index letter_due on letter (due_at) where due_at is not null;
create index letter_subject on letter (subject, event);
create index letter_at on letter (at);
