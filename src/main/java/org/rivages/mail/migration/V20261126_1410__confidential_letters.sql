-- A letter that tells what its reader follows: the desk counts it and does not read it. stop: where one POST
-- ends letters like it (RFC 8058), with the places of late texts.
alter table mail.letter add column confidential boolean not null default false;
alter table mail.letter add column stop text;
