create schema calls;

create table calls.call (
    id uuid primary key,
    programme uuid not null,
    edition uuid not null references programmes.edition (id),
    slug text not null unique,
    title jsonb not null,
    summary jsonb not null,
    text jsonb not null,
    places int not null check (places between 0 and 100000),
    languages jsonb not null,
    opens timestamptz,
    closes timestamptz,
    closes_on text,
    zone text,
    grace_minutes int not null check (grace_minutes between 0 and 1440),
    retention_months int not null check (retention_months between 0 and 120),
    announced_at timestamptz,
    deciding_at timestamptz,
    decided_at timestamptz,
    archived_at timestamptz,
    demonstration boolean not null default false,
    -- until when the clock's changes of state were told to the search and the page cache
    clock_seen timestamptz not null default clock_timestamp(),
    version int not null default 1,
    changed_at timestamptz not null default clock_timestamp(),
    check (opens is null or closes is null or opens < closes),
    check (announced_at is null or (opens is not null and closes is not null and zone is not null))
);

create index call_edition on calls.call (edition);

-- Form, criteria, selection rule and privacy notice. The row without published_at is the desk's working
-- copy; a published row never changes.
create table calls.terms (
    call uuid not null references calls.call (id),
    version int not null,
    form jsonb not null,
    criteria jsonb not null,
    selection_rule jsonb not null,
    privacy_notice jsonb not null,
    reason jsonb not null default '{}',
    published_at timestamptz,
    edits int not null default 1,
    primary key (call, version)
);

create unique index terms_one_working_copy on calls.terms (call) where published_at is null;

create function calls.refuse_silent_change() returns trigger language plpgsql as $$
begin
    raise exception 'published terms of a call never change';
end $$;

create trigger terms_published_stay before update or delete on calls.terms
    for each row when (old.published_at is not null) execute function calls.refuse_silent_change();

-- What changed in public, with its reason, newest last.
create table calls.change (
    id bigint generated always as identity primary key,
    call uuid not null references calls.call (id),
    kind text not null,
    at timestamptz not null,
    author uuid,
    reason jsonb not null,
    before timestamptz,
    after timestamptz,
    terms int
);

create index change_call on calls.change (call, id);

create table calls.question (
    id uuid primary key,
    call uuid not null references calls.call (id),
    asker uuid not null,
    language text not null,
    question text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('waiting', 'answered', 'declined')),
    public_question jsonb not null default '{}',
    answer jsonb not null default '{}',
    answered_at timestamptz,
    answered_by uuid
);

create index question_call on calls.question (call, asked_at);

create table calls.document (
    id uuid primary key,
    call uuid not null references calls.call (id),
    file uuid not null references files.file (id),
    title jsonb not null,
    added_at timestamptz not null
);
