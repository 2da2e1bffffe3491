create schema participation;

-- How a call's places are offered and its certificates earned. A call without a row has the defaults.
create table participation.terms (
    call uuid primary key references calls.call,
    offer_days int not null check (offer_days between 1 and 60),
    automatic boolean not null,
    least_percent int not null check (least_percent between 0 and 100),
    updated_at timestamptz not null default clock_timestamp()
);

-- A place in a class, offered to one person.
create table participation.place (
    id uuid primary key,
    call uuid not null references calls.call,
    application uuid not null unique references applications.application,
    person uuid,
    reserve_rank int,
    reason jsonb,
    state text not null check (state in ('offered', 'accepted', 'declined', 'expired', 'withdrawn')),
    offered_at timestamptz not null,
    answer_by timestamptz not null,
    answered_at timestamptz,
    answer_reason text,
    version int not null default 1
);
create index place_call on participation.place (call, state);
create index place_person on participation.place (person);
create index place_due on participation.place (answer_by) where state = 'offered';

-- What is asked only after acceptance. Purpose: letters for visa and employer, meals, access.
create table participation.practical (
    place uuid primary key references participation.place on delete cascade,
    passport_name text not null,
    diet text not null,
    access_needs text not null,
    updated_at timestamptz not null default clock_timestamp()
);

-- Every mark of attendance ever made; the one marked last counts.
create table participation.mark (
    id bigint generated always as identity primary key,
    session uuid not null references programmes.session,
    half_day text not null,
    place uuid not null references participation.place,
    present boolean not null,
    marked_at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    marked_by uuid not null,
    reason text,
    unique (session, half_day, place, marked_at, marked_by)
);
create index mark_latest on participation.mark (session, place, half_day, marked_at desc, id desc);

create table participation.certificate (
    id uuid primary key,
    place uuid not null references participation.place,
    code text not null unique,
    name text not null,
    language text not null,
    attended int not null,
    total int not null,
    issued_at timestamptz not null,
    issued_by uuid not null,
    revoked_at timestamptz,
    revoked_reason text
);
-- one valid certificate for a place
create unique index certificate_valid on participation.certificate (place) where revoked_at is null;
