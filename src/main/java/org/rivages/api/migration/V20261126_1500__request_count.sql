create schema api;

-- How many requests a host made in a minute, shared by all copies of the program. Old minutes are thrown away;
-- a crash may lose it all.
create unlogged table api.request_count (
    host text not null,
    minute bigint not null,
    count integer not null,
    primary key (host, minute)
);
