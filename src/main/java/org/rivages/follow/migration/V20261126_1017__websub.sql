create schema follow;

-- Feeds that are announced as topics of the WebSub hub. A topic whose "version" is ahead of "pinged" waits:
-- this is the outbox. "state" is a hash of what the feed said when it was last looked at, "checked_at" how
-- young the content was then.
create table follow.topic (
    path text primary key,
    asked_at timestamptz not null default clock_timestamp(),
    checked_at timestamptz not null default '1970-01-01Z',
    state text not null default '',
    version int not null default 0,
    pinged int not null default 0,
    attempts int not null default 0,
    next_attempt_at timestamptz not null default clock_timestamp(),
    last_error text
);

create index topic_due on follow.topic (next_attempt_at) where version > pinged;
