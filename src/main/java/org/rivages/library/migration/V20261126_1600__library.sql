create schema library;

create table library.entry (
    id uuid primary key,
    kind text not null,
    slug text not null unique,
    title jsonb not null,
    summary jsonb not null default '{}',
    -- part → language → text
    parts jsonb not null default '{}',
    source jsonb not null default '{}',
    link text not null default '',
    organisation uuid references directory.organisation,
    session uuid references programmes.session,
    date text,
    languages text[] not null default '{}',
    themes text[] not null default '{}',
    sdgs int[] not null default '{}',
    state text not null,
    confirmed_on date,
    published_at timestamptz,
    version int not null,
    changed_at timestamptz not null,
    -- results never stand without their source
    check (not jsonb_exists(parts, 'results') or source <> '{}')
);
create index on library.entry (organisation);
create index on library.entry (session);

create table library.reuse (
    entry uuid not null references library.entry,
    organisation uuid not null references directory.organisation,
    position int not null,
    primary key (entry, organisation)
);
create index on library.reuse (organisation);

-- the review trail: lines are only ever added
create table library.step (
    entry uuid not null references library.entry,
    number int not null,
    kind text not null,
    at timestamptz not null,
    by uuid,
    comment text not null default '',
    day date,
    primary key (entry, number)
);
