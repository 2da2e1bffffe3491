-- of the city or territory that an organisation speaks for
alter table directory.organisation add column inhabitants int check (inhabitants > 0);
