-- Whose personal data was erased. Opaque ids alone. Kept in a file beside the database too: what a restored backup brings back is erased again.
create table erasure (
    subject  text        not null, -- account:ID, or reservation:ID of a guest without an account
    since    timestamptz not null, -- when that was made: an id that comes again after a restore is somebody else's
    asked_at timestamptz not null,
    actor    text        not null,
    done_at  timestamptz,          -- once nothing was left that was written meanwhile
    constraint erasure_pkey primary key (subject, since)
);
create index erasure_open on erasure (asked_at) where done_at is null;
create index erasure_asked on erasure (asked_at);
