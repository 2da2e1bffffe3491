create schema site;

-- one row: what this installation calls itself and where it can be followed
create table site.settings (
    singleton boolean primary key default true check (singleton),
    settings jsonb not null,
    updated_at timestamptz not null default clock_timestamp()
);
