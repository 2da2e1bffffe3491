create schema subscriptions;

-- Somebody asked to follow a search by mail. Nothing is sent but the question whether they meant it. The token
-- is made when the letter leaves; only its hash is kept.
create table subscriptions.wish (
    id uuid primary key,
    address text not null check (address = lower(address)),
    person uuid references accounts.person on delete cascade,
    list text not null,
    query text not null,
    rhythm text not null check (rhythm in ('daily', 'weekly')),
    language text not null,
    zone text not null,
    token_hash text unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index wish_expires on subscriptions.wish (expires_at);

-- A confirmed one. person: whose rights the search is asked with; null for what everybody sees.
-- seen: what matched and how it stood when the reader was told last, by hashes; null until it is known.
create table subscriptions.subscription (
    id uuid primary key,
    address text not null check (address = lower(address)),
    person uuid references accounts.person on delete cascade,
    list text not null,
    query text not null,
    rhythm text not null check (rhythm in ('daily', 'weekly')),
    language text not null,
    zone text not null,
    confirmed_at timestamptz not null,
    told_at timestamptz not null,
    seen bytea,
    due_at timestamptz not null,
    retry_at timestamptz
);
create unique index subscription_once on subscriptions.subscription (address, list, query);
create index subscription_due on subscriptions.subscription (due_at);
create index subscription_person on subscriptions.subscription (person);

-- Secrets in letters that lead to a subscription, as hashes.
create table subscriptions.link (
    token_hash text primary key,
    subscription uuid not null references subscriptions.subscription on delete cascade,
    made_at timestamptz not null
);
create index link_subscription on subscriptions.link (subscription);
create index link_made on subscriptions.link (made_at);

-- One row per subscription and period, also when there was nothing to tell: no period is told twice.
create table subscriptions.digest (
    subscription uuid not null references subscriptions.subscription on delete cascade,
    period date not null,
    records int not null,
    made_at timestamptz not null,
    primary key (subscription, period)
);
create index digest_made on subscriptions.digest (made_at);

-- A change of a session that does not wait for the digest, with how the session stood before.
create table subscriptions.session_news (
    session uuid not null,
    sequence int not null,
    status text not null,
    status_before text not null,
    country_before text,
    date_before text,
    at timestamptz not null,
    retry_at timestamptz,
    spread_at timestamptz,
    primary key (session, sequence)
);
create index session_news_waiting on subscriptions.session_news (at) where spread_at is null;

-- Whether a subscription has been held against such a change; told: it matched and a letter left.
create table subscriptions.notice (
    session uuid not null,
    sequence int not null,
    subscription uuid not null references subscriptions.subscription on delete cascade,
    made_at timestamptz not null,
    retry_at timestamptz,
    done_at timestamptz,
    told boolean not null default false,
    primary key (session, sequence, subscription)
);
create index notice_waiting on subscriptions.notice (made_at) where done_at is null;
create index notice_subscription on subscriptions.notice (subscription);

-- How long each kind of data is kept, in days; read by the job that forgets and by the privacy page.
create table subscriptions.retention (
    what text primary key check (what in ('wish', 'sent', 'link')),
    days int not null check (days between 1 and 3650)
);
insert into subscriptions.retention (what, days) values ('wish', 3), ('sent', 90), ('link', 400);
