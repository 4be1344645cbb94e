-- What was written down of consoles; the bytes are files beside the database, named by the id.
create table recording (
    id            uuid primary key,
    instance      varchar(200)             not null,
    instance_name varchar(300)             not null,
    kind          varchar(20)              not null,
    started_by    varchar(100)             not null,
    started_at    timestamp with time zone not null,
    ended_at      timestamp with time zone,
    bytes         bigint                   not null,
    watchers      varchar(1000)            not null
);
create index recording_started on recording (started_at desc, id);
