-- When somebody first asked the engine for a proposal; the board shows one from then on.
alter table selection.board add column proposed_at timestamptz;

-- Whether the engine made it.
alter table selection.scenario add column engine boolean not null default false;

-- What was published at the release, and the auditor's file that it commits to. A row never changes.
create table selection.publication (
    call uuid primary key references selection.board,
    -- totals and what was excepted, as the call's page shows them
    published jsonb not null,
    -- SHA-256 of salt, people, rules and cohort one after the other
    commitment text not null,
    salt bytea not null,
    people bytea not null,
    rules bytea not null,
    cohort bytea not null,
    at timestamptz not null default clock_timestamp()
);

-- Classes for which somebody other than the chair was told whether the sealed rules are met.
create table selection.sealed_answer (
    id uuid primary key,
    call uuid not null references selection.board,
    members uuid[] not null,
    at timestamptz not null default clock_timestamp()
);
create index sealed_answer_call on selection.sealed_answer (call);

-- Minority opinions, with their reasons; a row never changes.
create table selection.opinion (
    id uuid primary key,
    call uuid not null references selection.board,
    author uuid not null,
    text text not null,
    at timestamptz not null default clock_timestamp()
);
create index opinion_call on selection.opinion (call, at);
