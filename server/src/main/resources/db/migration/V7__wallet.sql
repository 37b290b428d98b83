-- One balance per account and currency; none is ever below zero, and none is converted into another. The account is the partition.
create table wallet (
    account_id bigint  not null,
    currency   char(3) not null,
    balance    bigint  not null, -- minor units
    version    bigint  not null, -- of the last transfer
    constraint wallet_pkey primary key (account_id, currency),
    constraint wallet_balance check (balance >= 0)
) with (fillfactor = 50);

-- The ledger. Each transfer has two postings that sum to zero: n = 1 on the wallet, n = 2 on the other side's clearing ledger,
-- in the same partition, so that money moves without a second one:
--   provider:NAME  money from outside, and back    hotel:ID  what was bought with it    house:NAME  what the house gave
-- What a hotel is owed for wallet payments is the sum of its clearing postings over all accounts: a query, not a hot row.
create table posting (
    account_id    bigint      not null,
    version       bigint      not null, -- of the partition; with seq the place of the journal entry that tells of it
    amount        bigint      not null, -- minor units; of n = 1 positive into the wallet
    balance_after bigint,               -- of the wallet, on n = 1 alone
    at            timestamptz not null,
    seq           integer     not null, -- order within the version
    n             smallint    not null check (n in (1, 2)),
    currency      char(3)     not null,
    transfer_id   text        not null,
    ledger        text        not null,
    kind          text        not null check (kind in ('charge', 'credit', 'payment', 'refund', 'reversal')),
    subject       text        not null, -- what it is for
    constraint posting_pkey primary key (account_id, transfer_id, n),
    check ((n = 1) = (balance_after is not null))
);
-- History, newest first: a page is one walk backwards.
create index posting_history on posting (account_id, version, seq) where n = 1;

-- Postings are final. A mistake is undone by another transfer.
create function posting_is_final() returns trigger
    language plpgsql
    as $$ begin raise exception 'postings are never changed or deleted'; end $$;
create trigger posting_final before update or delete or truncate on posting
    for each statement execute function posting_is_final();
