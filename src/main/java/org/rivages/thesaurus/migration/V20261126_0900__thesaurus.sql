create schema thesaurus;

create table thesaurus.concept (
    id uuid primary key,
    code text not null unique,
    -- criterion/value pairs that say the same: theme/water, sdg/6
    means text[] not null,
    -- {"en": ["water", "drinking water"], "fr": […]}: the first is the name
    labels jsonb not null,
    version int not null,
    removed boolean not null default false
);

-- every state that a concept ever had, the present one included
create table thesaurus.version (
    concept uuid not null references thesaurus.concept,
    number int not null,
    means text[] not null,
    labels jsonb not null,
    removed boolean not null,
    author uuid,
    reason text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (concept, number)
);

-- Grows with every change; the row is locked by whoever changes, so that numbers come in the order of commits.
create table thesaurus.state (
    one boolean primary key default true check (one),
    number bigint not null
);
insert into thesaurus.state (number) values (0);
