create schema directory;

create table directory.organisation (
    id uuid primary key,
    slug text not null unique,
    kind text not null,
    name jsonb not null,
    native_name text not null default '',
    native_language text not null default '',
    acronyms text[] not null default '{}',
    former_names text[] not null default '{}',
    description jsonb not null default '{}',
    founded text,
    founded_by jsonb not null default '{}',
    legal_form jsonb not null default '{}',
    place jsonb not null default '{}',
    country text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    precision text,
    links jsonb not null default '[]',
    themes text[] not null default '{}',
    sdgs int[] not null default '{}',
    identifiers jsonb not null default '[]',
    -- every name without accents and case, for suggestions
    spoken text not null default '',
    confirmed_on date,
    version int not null,
    archived_at timestamptz,
    archive_reason text not null default '',
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((latitude is null) = (longitude is null))
);

-- where an organisation stood before it was renamed; old links lead on
create table directory.former_slug (
    slug text primary key,
    organisation uuid not null references directory.organisation
);

-- References between organisations are checked at the commit, so that a group can be stored in any order.
create table directory.membership (
    id uuid primary key,
    organisation uuid not null references directory.organisation,
    network uuid not null references directory.organisation deferrable initially deferred,
    class text not null,
    state text not null,
    since text,
    until text,
    decision text not null default '',
    position int not null,
    check (organisation <> network)
);
create index on directory.membership (organisation);
create index on directory.membership (network);

create table directory.mandate (
    id uuid primary key,
    organisation uuid not null references directory.organisation,
    network uuid not null references directory.organisation deferrable initially deferred,
    office text not null,
    since text,
    until text,
    source text not null default '',
    position int not null
);
create index on directory.mandate (organisation);
create index on directory.mandate (network);

create table directory.relation (
    id uuid primary key,
    organisation uuid not null references directory.organisation,
    kind text not null,
    other uuid not null references directory.organisation deferrable initially deferred,
    since text,
    until text,
    position int not null,
    check (organisation <> other)
);
create index on directory.relation (organisation);
create index on directory.relation (other);

create table directory.claim (
    id uuid primary key,
    organisation uuid not null references directory.organisation,
    value text not null default '',
    text jsonb not null,
    as_of text,
    source text not null,
    source_url text not null default '',
    checked text,
    disputed boolean not null default false,
    dispute jsonb not null default '{}',
    position int not null
);
create index on directory.claim (organisation);

-- every state that a record ever had, the present one included
create table directory.version (
    organisation uuid not null references directory.organisation,
    number int not null,
    record jsonb not null,
    author uuid,
    reason text not null,
    at timestamptz not null,
    primary key (organisation, number)
);
