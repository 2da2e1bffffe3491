create schema mail;

create table mail.letter (
    id bigint generated always as identity primary key,
    kind text not null,
    about uuid,
    recipient uuid,
    address text not null,
    language text not null,
    subject text not null,
    body text not null,
    key text not null unique,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts int not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    last_error text,
    created_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz
);

create index letter_due on mail.letter (next_attempt_at) where state = 'waiting';
create index letter_recent on mail.letter (created_at desc);
