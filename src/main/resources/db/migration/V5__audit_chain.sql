-- The record of what was done, chained: each row's mac is made with a key that is not in the database, over the row and the
-- mac before it. The rows of before are moved into the chain at the first start (AuditStart), since only the key's holder can.
alter table audit rename to audit_unchained;
create table audit (
    seq         bigint                      not null primary key,
    at          timestamp(6) with time zone not null,
    actor       varchar(100)                not null,
    proof       varchar(20)                 not null,
    sign_in     varchar(20),
    address     varchar(64),
    verb        varchar(40)                 not null,
    target      varchar(200)                not null,
    target_name varchar(300)                not null,
    outcome     varchar(20)                 not null,
    operation   uuid,
    detail      varchar(500),
    mac         varchar(64)                 not null
);
create index audit_seq_of_at on audit (at);
create index audit_seq_of_actor on audit (actor, seq);
create index audit_seq_of_verb on audit (verb, seq);
create index audit_seq_of_target on audit (target, seq);
-- What the engine said of the target after an operation was interrupted; null until it has answered.
alter table operation add column found_after varchar(200);
