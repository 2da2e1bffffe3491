create schema programmes;

create table programmes.programme (
    id uuid primary key,
    slug text not null unique,
    name jsonb not null,
    summary jsonb not null default '{}',
    rationale jsonb not null default '{}',
    objectives jsonb not null default '{}',
    audience jsonb not null default '{}',
    source jsonb not null default '{}',
    languages text[] not null default '{}',
    themes text[] not null default '{}',
    published boolean not null,
    version int not null,
    changed_at timestamptz not null
);

create table programmes.programme_partner (
    programme uuid not null references programmes.programme,
    organisation uuid not null references directory.organisation,
    role text not null,
    position int not null,
    primary key (programme, organisation, role)
);
create index on programmes.programme_partner (organisation);

create table programmes.edition (
    id uuid primary key,
    programme uuid not null references programmes.programme,
    slug text not null,
    year int not null,
    title jsonb not null,
    summary jsonb not null default '{}',
    about jsonb not null default '{}',
    source jsonb not null default '{}',
    published boolean not null,
    version int not null,
    changed_at timestamptz not null,
    unique (programme, slug)
);

create table programmes.edition_partner (
    edition uuid not null references programmes.edition,
    organisation uuid not null references directory.organisation,
    role text not null,
    position int not null,
    primary key (edition, organisation, role)
);
create index on programmes.edition_partner (organisation);

create table programmes.session (
    id uuid primary key,
    edition uuid not null references programmes.edition,
    slug text not null,
    title jsonb not null,
    about jsonb not null default '{}',
    host uuid references directory.organisation,
    zone text not null,
    place jsonb not null default '{}',
    country text,
    date text,
    status text not null,
    sequence int not null default 0,
    version int not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (edition, slug),
    -- a tentative session may lack either; every other one knows where and when
    check (status in ('TENTATIVE', 'CANCELLED', 'MOVED') or (date is not null and place <> '{}'))
);
create index on programmes.session (host);

-- every change of date, place or status; never changed itself
create table programmes.session_change (
    session uuid not null references programmes.session,
    sequence int not null,
    before jsonb not null,
    after jsonb not null,
    reason jsonb not null,
    author uuid,
    at timestamptz not null,
    -- false: made while the edition was a draft, so nobody was told
    announced boolean not null,
    primary key (session, sequence)
);
create index on programmes.session_change (at);
