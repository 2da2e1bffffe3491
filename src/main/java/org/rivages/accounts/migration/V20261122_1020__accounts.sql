create schema accounts;

create table accounts.person (
    id uuid primary key,
    email text not null check (email = lower(email)),
    name text not null,
    language text not null,
    password_hash text,
    created_at timestamptz not null default clock_timestamp()
);
create unique index person_email on accounts.person (email);

create table accounts.role_grant (
    id uuid primary key,
    person uuid not null references accounts.person on delete cascade,
    role text not null,
    programme uuid,
    granted_at timestamptz not null default clock_timestamp(),
    granted_by uuid
);
create unique index role_grant_once on accounts.role_grant (person, role, programme) nulls not distinct;

-- A wish to sign in. The token is made when the letter leaves; only its hash is kept.
create table accounts.sign_in (
    id uuid primary key,
    email text not null,
    language text not null,
    continue_at text not null,
    token_hash text unique,
    expires_at timestamptz,
    used_at timestamptz,
    created_at timestamptz not null default clock_timestamp()
);

-- What a form carried when its sender turned out not to be signed in.
create table accounts.parked_form (
    token_hash text primary key,
    person uuid,
    path text not null,
    fields jsonb not null,
    created_at timestamptz not null default clock_timestamp()
);

-- Counted attempts, for limits that all copies of the program share.
create table accounts.attempt (
    key text not null,
    at timestamptz not null default clock_timestamp()
);
create index attempt_key on accounts.attempt (key, at);

-- One row once somebody has claimed the house.
create table accounts.claim (
    singleton boolean primary key default true check (singleton),
    at timestamptz not null default clock_timestamp()
);

-- Spring Session's tables, in this room's schema.
create table accounts.web_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create index web_session_expiry on accounts.web_session (expiry_time);
create index web_session_principal on accounts.web_session (principal_name);

create table accounts.web_session_attributes (
    session_primary_id char(36) not null references accounts.web_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
