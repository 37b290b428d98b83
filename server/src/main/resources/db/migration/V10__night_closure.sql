-- What staff call a refund they ask for: the same again is the same refund.
alter table payment_refund add column asked_as text;
create unique index payment_refund_once on payment_refund (partition_id, kind, subject, asked_as) where asked_as is not null;
-- Lists of refunds, the longest waiting first.
create index payment_refund_asked on payment_refund (asked_at, subject, n);
