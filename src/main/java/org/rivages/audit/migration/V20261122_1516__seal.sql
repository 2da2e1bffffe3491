-- The chain over the trail: entries in the order of their commits, each hash over the one before it.
create table audit.seal (
    position bigint primary key check (position > 0),
    entry bigint not null unique references audit.entry,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz not null default clock_timestamp()
);

create trigger seal_append_only before update or delete or truncate on audit.seal
    for each statement execute function audit.refuse();

create index entry_transaction on audit.entry (transaction, id);
create index entry_recent on audit.entry (id desc);
