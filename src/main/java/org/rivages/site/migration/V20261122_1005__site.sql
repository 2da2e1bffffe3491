create schema site;

-- one row: what this installation calls itself and where it can be followed
create table site.settings (
    only boolean primary key default true check (only),
    settings jsonb not null,
    updated_at timestamptz not null default clock_timestamp()
);
