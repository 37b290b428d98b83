-- Of a date that has just gone on sale the planner's statistics know nothing but that older dates had all the rows. It would expect no row
-- of it, find any index that begins with the date as good as any other, and read a whole line for each who joins. Without statistics of
-- that column it expects some rows of each date. Its type stays; naming it forgets what was known.
alter table queue_ticket alter column date_id type integer, alter column date_id set statistics 0;
alter table queue_entry alter column date_id type integer, alter column date_id set statistics 0;
alter table queue_step alter column date_id type integer, alter column date_id set statistics 0;
alter table seat alter column date_id type integer, alter column date_id set statistics 0;
alter table seat_hold alter column date_id type integer, alter column date_id set statistics 0;
