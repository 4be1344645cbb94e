-- When something is an alert. Thresholds are in the unit of the signal: a share of 1, bytes a second, days, or 1 for yes.
create table alert_rule (
    id            uuid             primary key,
    name          varchar(100)     not null,
    signal        varchar(40)      not null,
    place         varchar(20)      not null,
    place_id      varchar(300)     not null,
    above         boolean          not null,
    threshold     double precision not null,
    clearing      double precision not null,
    hold_seconds  bigint           not null,
    clear_seconds bigint           not null,
    enabled       boolean          not null
);

-- What every installation should hear of. They are like all others: who does not want them turns them off or deletes them.
insert into alert_rule values
    ('00000000-0000-4000-8000-000000000001', 'Engine does not answer', 'ENGINE_DOWN', 'ALL', '', true, 1, 1, 120, 30, true),
    ('00000000-0000-4000-8000-000000000002', 'Storage nearly full', 'HOST_STORAGE', 'ALL', '', true, 0.9, 0.88, 60, 120, true),
    ('00000000-0000-4000-8000-000000000003', 'Host out of memory', 'HOST_MEMORY', 'ALL', '', true, 0.95, 0.92, 600, 300, true),
    ('00000000-0000-4000-8000-000000000004', 'Memory at its limit', 'INSTANCE_MEMORY', 'ALL', '', true, 0.98, 0.95, 600, 300, true),
    ('00000000-0000-4000-8000-000000000005', 'Lease ends soon', 'LEASE_DAYS', 'ALL', '', false, 3, 3, 0, 0, true);

-- What fired, with the numbers that made it fire and clear; outlives its rule and its subject.
create table alert (
    id             uuid                     primary key,
    rule_id        uuid                     not null,
    rule_name      varchar(100)             not null,
    signal         varchar(40)              not null,
    above          boolean                  not null,
    threshold      double precision         not null,
    subject_kind   varchar(20)              not null,
    subject_id     varchar(200)             not null,
    host_id        varchar(40)              not null,
    subject_name   varchar(300)             not null,
    fired_at       timestamp with time zone not null,
    fired_value    double precision         not null,
    lasted_seconds bigint                   not null,
    detail         varchar(300)             not null,
    ended_at       timestamp with time zone,
    ended_why      varchar(20),
    ended_value    double precision
);
create index alert_fired on alert (fired_at, id);
create index alert_ended on alert (ended_at);

-- Who is told outside of Bulkhead. The address is sealed with the access key: that of a chat is as good as a password.
create table alert_target (
    id          uuid          primary key,
    name        varchar(100)  not null,
    form        varchar(20)   not null,
    address     varchar(4000) not null,
    enabled     boolean       not null,
    muted_from  varchar(5),
    muted_until varchar(5)
);

-- What each was told already, so that nothing is told twice and what is over is told only to who knew of it.
create table alert_told (
    target_id uuid    not null references alert_target (id) on delete cascade,
    alert_id  uuid    not null references alert (id) on delete cascade,
    of_end    boolean not null,
    primary key (target_id, alert_id)
);
create index alert_told_alert on alert_told (alert_id);
