create schema files;

create table files.content (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint not null,
    bytes bytea not null,
    stored_at timestamptz not null default clock_timestamp()
);
alter table files.content alter column bytes set storage external;

create table files.file (
    id uuid primary key,
    sha256 text not null references files.content,
    name text not null,
    type text not null,
    size bigint not null,
    uploaded_at timestamptz not null default clock_timestamp()
);

create index file_content on files.file (sha256);
