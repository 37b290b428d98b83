-- How far everything has been compared again, a part at a time, since whole_at was due.
alter table provider_log add column compared_again bigint not null default 0;
