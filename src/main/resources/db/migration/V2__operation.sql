-- One row an operation: written before the engine is asked (the intent), completed after (the outcome).
create table operation (
    id           uuid primary key,
    verb         varchar(40)  not null,
    target       varchar(200) not null,
    target_name  varchar(300) not null,
    actor        varchar(100) not null,
    state        varchar(20)  not null,
    requested_at timestamp with time zone not null,
    started_at   timestamp with time zone,
    ended_at     timestamp with time zone,
    error_kind   varchar(40),
    message      varchar(2000)
);
create index operation_requested on operation (requested_at desc, id);
create index operation_target on operation (target, requested_at desc);
create index operation_state on operation (state, requested_at desc);
