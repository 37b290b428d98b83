-- Money that a guest puts into the wallet through a provider: what a payment in the account's own partition pays for.
create table wallet_charge (
    account_id bigint      not null,
    charge_id  text        not null,
    amount     bigint      not null check (amount > 0),
    currency   char(3)     not null,
    paid       boolean     not null default false,
    created_at timestamptz not null,
    version    bigint      not null,
    primary key (account_id, charge_id)
);
