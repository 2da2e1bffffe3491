-- Lines of search.change below this transaction are gone: an index that has not come so far is built anew.
create table search.pruned (
    one boolean primary key default true check (one),
    below xid8 not null
);
insert into search.pruned (below) values ('0');

create index change_transaction on search.change (transaction);
