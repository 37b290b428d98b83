-- Payments that a wallet could not bear. A payment is decided once: two processes that ask for the same one, the first before money
-- came in and the second after, must hear the same, or one would take what the other has called failed.
create table wallet_refusal (
    account_id  bigint  not null,
    transfer_id text    not null,
    needed      bigint  not null check (needed > 0),   -- minor units
    balance     bigint  not null check (balance >= 0), -- what there was
    version     bigint  not null,
    currency    char(3) not null,
    constraint wallet_refusal_pkey primary key (account_id, transfer_id)
);
