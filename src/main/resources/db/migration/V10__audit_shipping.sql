-- How far the record was sent to each receiver, and how many rows it never got.
create table audit_shipping (
    receiver varchar(300) primary key,
    shipped  bigint       not null,
    dropped  bigint       not null
);
