-- What was done and refused, one row each, never changed.
create table audit (
    id          bigint generated always as identity primary key,
    at          timestamp with time zone not null,
    actor       varchar(100)             not null,
    address     varchar(64),
    verb        varchar(40)              not null,
    target      varchar(200)             not null,
    outcome     varchar(20)              not null,
    detail      varchar(500)
);
create index audit_at on audit (at desc, id desc);
create index audit_target on audit (target, at desc);
