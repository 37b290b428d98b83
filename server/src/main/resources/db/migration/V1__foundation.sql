-- The one clock of every decision. Production is the database's own clock; a demo may put an offset on top (see MovableClock).
create function jari_now() returns timestamptz
    language sql volatile
    as 'select clock_timestamp()';

create table setting (
    name  text primary key,
    value text not null
);
