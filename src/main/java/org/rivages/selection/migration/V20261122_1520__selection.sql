create schema selection;

-- The selection rule of a call: the last version counts, the earlier ones stay. A row never changes.
create table selection.rule_set (
    call uuid not null references calls.call,
    version int not null,
    -- exactly a rules.json
    rules jsonb not null,
    -- rule id → its sentence in the languages
    sentences jsonb not null,
    reason text not null default '',
    author uuid,
    at timestamptz not null default clock_timestamp(),
    primary key (call, version)
);

-- One per call: whoever changes picks, state or letters takes its row first and counts the version up.
create table selection.board (
    call uuid primary key references calls.call,
    state text not null default 'choosing' check (state in ('choosing', 'closed', 'released')),
    version int not null default 0,
    -- why it was closed although a rule is not kept or places are left; '' when neither is so
    exception text not null default '',
    -- whether people on the reserve are told their rank
    tells_rank boolean not null default true,
    -- outcome → subject and body per language; what is missing is said in our own words
    letters jsonb not null default '{}',
    closed_by uuid,
    closed_at timestamptz,
    released_by uuid,
    released_at timestamptz,
    check ((state = 'released') = (released_at is not null))
);

create table selection.pick (
    call uuid not null references selection.board,
    application uuid not null references applications.application on delete cascade,
    state text not null check (state in ('in', 'reserve', 'out')),
    rank int,
    -- in the committee's words; needed when it goes against the order of scores
    reason text not null default '',
    picked_by uuid not null,
    picked_at timestamptz not null default clock_timestamp(),
    primary key (call, application),
    check ((state = 'reserve') = (rank is not null))
);

create table selection.scenario (
    id uuid primary key,
    call uuid not null references selection.board,
    name text not null,
    -- application → in, reserve, out; rank of those on the reserve
    picks jsonb not null,
    rules_version int not null,
    author uuid not null,
    at timestamptz not null default clock_timestamp(),
    unique (call, name)
);

-- What was released; never changed afterwards. What becomes of it stands in participation.
create table selection.decision (
    application uuid primary key references applications.application on delete cascade,
    call uuid not null references selection.board,
    outcome text not null check (outcome in ('selected', 'reserve', 'refused')),
    -- among the selected by score, on the reserve as the committee ordered it
    rank int not null,
    score int not null
);
create index decision_call on selection.decision (call, outcome, rank);
