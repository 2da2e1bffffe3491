create schema reviews;

-- How the applications of a call are read. The grid is fixed once a review has begun.
create table reviews.panel (
    call uuid primary key references calls.call,
    grid jsonb not null,
    per_application int not null default 2 check (per_application between 1 and 9),
    blind boolean not null default false,
    -- others' reviews of the same application are shown after one's own is finished
    others_after_own boolean not null default true,
    due date,
    version int not null default 0,
    changed_at timestamptz not null default clock_timestamp()
);

create table reviews.panel_juror (
    call uuid not null references reviews.panel on delete cascade,
    juror uuid not null references accounts.person,
    most int check (most between 0 and 1000),
    added_at timestamptz not null default clock_timestamp(),
    primary key (call, juror)
);

-- For finding conflicts and matching languages.
create table reviews.juror_profile (
    juror uuid primary key references accounts.person,
    organisation text not null default '',
    organisation_id uuid references directory.organisation,
    city text not null default '',
    languages text[] not null default '{}',
    changed_at timestamptz not null default clock_timestamp()
);

-- What somebody declared; conflicts from organisation or city are found afresh each time.
create table reviews.conflict (
    call uuid not null references reviews.panel on delete cascade,
    juror uuid not null references accounts.person,
    application uuid not null references applications.application on delete cascade,
    reason text not null default '',
    declared_by uuid not null,
    declared_at timestamptz not null default clock_timestamp(),
    primary key (juror, application)
);

create table reviews.review (
    id uuid primary key,
    call uuid not null references reviews.panel on delete cascade,
    application uuid not null references applications.application on delete cascade,
    juror uuid not null references accounts.person,
    state text not null default 'assigned' check (state in ('assigned', 'draft', 'finished')),
    -- criterion → 0 … 5, criterion → words
    scores jsonb not null default '{}',
    comments jsonb not null default '{}',
    overall text not null default '',
    -- thousandths of a point, only when finished
    total int,
    version int not null default 0,
    assigned_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    finished_at timestamptz,
    unique (application, juror),
    check ((state = 'finished') = (total is not null)),
    check ((state = 'finished') = (finished_at is not null))
);
create index review_call on reviews.review (call);
create index review_juror on reviews.review (juror, call);
