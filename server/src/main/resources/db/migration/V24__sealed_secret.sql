-- In production all keys come from a secret made at the first start and sealed by JARI_SECRET. Where that is past, they go on to come from
-- JARI_SECRET itself, sealed by whatever it is changed to.
insert into setting (name, value)
select 'secret-itself', 'JARI_SECRET'
where exists (select 1 from account) and not exists (select 1 from setting where name = 'secret');
