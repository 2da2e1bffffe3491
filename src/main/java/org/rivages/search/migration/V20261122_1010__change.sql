create schema search;

-- One line per changed record, written in the transaction that changes it. The transaction number lets a
-- reader take lines in commit order: it takes those whose transaction is older than every running one.
create table search.change (
    sequence bigint generated always as identity primary key,
    transaction xid8 not null default pg_current_xact_id(),
    kind text not null,
    record uuid not null,
    at timestamptz not null default clock_timestamp()
);
