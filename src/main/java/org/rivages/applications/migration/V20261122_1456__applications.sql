create schema applications;

-- The last number given in each year: R-2026-0042.
create table applications.numbering (
    year int primary key,
    last int not null
);

create table applications.application (
    id uuid primary key,
    call uuid not null references calls.call,
    -- null only for an application on paper from somebody without a mail address
    person uuid references accounts.person,
    number text unique,
    state text not null default 'draft' check (state in (
        'draft', 'submitted', 'pieces-requested', 'eligible', 'not-eligible',
        'selected', 'reserve', 'refused', 'confirmed', 'declined', 'withdrawn')),
    channel text not null default 'online' check (channel in ('online', 'paper', 'import')),
    language text not null,
    -- what is being written; counts up with every save
    answers jsonb not null default '{}',
    version int not null default 0,
    -- what was sent last and counts
    sent_version int not null default 0,
    sent_answers_version int,
    sent_at timestamptz,
    -- for lists, from what counts: the sent answers, before that the draft
    name text not null default '',
    email text not null default '',
    organisation text not null default '',
    organisation_id uuid references directory.organisation,
    country text not null default '',
    place text not null default '',
    profession text not null default '',
    missing int not null default 0,
    criteria text not null default 'open' check (criteria in ('met', 'not-met', 'ask-person', 'open')),
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    check (number is not null or sent_version = 0),
    check (person is not null or channel = 'paper')
);

-- One per person and call, by constraint.
create unique index application_once on applications.application (call, person);
create index application_person on applications.application (person);

-- Every save, so that nothing is ever lost. A save that could not be joined (another window was faster)
-- stands here with no version until its writer has chosen.
create table applications.revision (
    id bigint generated always as identity primary key,
    application uuid not null references applications.application on delete cascade,
    version int,
    -- the version that its writer had before them
    base int not null,
    section text not null,
    answers jsonb not null,
    author uuid,
    tab text not null,
    at timestamptz not null
);
create unique index revision_version on applications.revision (application, version);

-- What was sent: never changed afterwards.
create table applications.submission (
    application uuid not null references applications.application on delete cascade,
    version int not null,
    answers jsonb not null,
    terms int not null,
    outcomes jsonb not null,
    language text not null,
    received_at timestamptz not null,
    entered_by uuid,
    primary key (application, version)
);

create table applications.document (
    file uuid primary key references files.file,
    application uuid not null references applications.application on delete cascade,
    field text not null,
    name text not null,
    type text not null,
    size bigint not null,
    at timestamptz not null
);
create index document_application on applications.document (application);

-- A person's word against that of a rule, always with the reason.
create table applications.overrule (
    id uuid primary key,
    application uuid not null references applications.application on delete cascade,
    criterion text not null,
    outcome text not null check (outcome in ('met', 'not-met')),
    reason text not null check (reason <> ''),
    author uuid not null,
    at timestamptz not null
);
create index overrule_application on applications.overrule (application, at);

-- What screening found, the last one counts.
create table applications.finding (
    id uuid primary key,
    application uuid not null references applications.application on delete cascade,
    eligible boolean not null,
    reason text not null,
    author uuid not null,
    at timestamptz not null,
    check (eligible or reason <> '')
);
create index finding_application on applications.finding (application, at);

create table applications.pieces_request (
    id uuid primary key,
    application uuid not null references applications.application on delete cascade,
    fields jsonb not null,
    note text not null,
    until timestamptz not null,
    author uuid not null,
    at timestamptz not null,
    answered_at timestamptz
);
create index pieces_request_application on applications.pieces_request (application, at);
create unique index pieces_request_open on applications.pieces_request (application) where answered_at is null;

-- A round of reminders to those who have not sent their draft.
create table applications.reminder (
    id uuid primary key,
    call uuid not null references calls.call,
    author uuid not null,
    letters int not null,
    at timestamptz not null
);
create index reminder_call on applications.reminder (call, at);
