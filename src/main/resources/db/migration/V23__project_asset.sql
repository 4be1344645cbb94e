-- Pools, networks and images that projects were given. One can be given to many; what is in no row is for those who see its host.
create table project_asset (
    project_id uuid         not null references project (id),
    engine     varchar(60)  not null,
    kind       varchar(10)  not null,
    name       varchar(400) not null,
    primary key (project_id, engine, kind, name)
);
