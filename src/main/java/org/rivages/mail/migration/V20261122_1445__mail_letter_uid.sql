-- uid: what the desk and the Message-ID call a letter; says nothing about how many there are.
alter table mail.letter add column uid uuid not null default gen_random_uuid();
create unique index letter_uid on mail.letter (uid);
create index letter_state on mail.letter (state, id desc);
