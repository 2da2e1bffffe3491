-- Spring Modulith's registry: an event is stored with the change that caused it
-- and deleted when every listener has done its part.
create schema events;

create table events.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);

create index on events.event_publication using hash (serialized_event);
create index on events.event_publication (completion_date);
