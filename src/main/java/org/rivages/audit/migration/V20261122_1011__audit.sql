create schema audit;

create table audit.entry (
    id bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    actor uuid,
    action text not null,
    subject uuid not null,
    details jsonb not null
);

create index entry_subject on audit.entry (subject, id);

create function audit.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;

create trigger entry_append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse();
