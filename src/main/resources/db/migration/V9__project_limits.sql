-- How much a project may hold and for how long; what is not there is not limited.
create table project_quota (
    project_id uuid        not null references project (id) on delete cascade,
    measure    varchar(40) not null,
    most       bigint      not null,
    primary key (project_id, measure)
);
alter table project add column lease_seconds bigint;
alter table project add column lease_end varchar(20);
alter table project add column lease_grace_seconds bigint;

-- Until when each instance of a project with a lease may stay. The two durations count time that no clock's setting can change:
-- how long the end has been announced, and how long the instance has been stopped for good.
create table lease (
    instance          varchar(200)             primary key,
    project_id        uuid                     not null,
    ends_at           timestamp with time zone not null,
    announced_seconds bigint,
    stopped_seconds   bigint
);
