create index letter_about on mail.letter (about);
