-- Who may do what. What is written here takes effect at once; it is read whole into memory at the start.
alter table users add column enabled boolean default true not null;

create table user_group (
    id   uuid primary key,
    name varchar(64) not null unique
);

create table group_member (
    group_id uuid not null references user_group (id) on delete cascade,
    user_id  uuid not null references users (id) on delete cascade,
    primary key (group_id, user_id)
);

create table project (
    id   uuid primary key,
    name varchar(64) not null unique
);
-- Holds every instance that no row of project_instance puts elsewhere.
insert into project (id, name) values ('00000000-0000-0000-0000-000000000000', 'default');

create table project_instance (
    instance   varchar(200) primary key,
    project_id uuid not null references project (id)
);
create index project_instance_project on project_instance (project_id);

create table custom_role (
    name        varchar(40) primary key,
    permissions varchar(1000) not null
);

create table access_grant (
    id           uuid primary key,
    subject_kind varchar(10)              not null,
    subject      uuid                     not null,
    role         varchar(40)              not null,
    scope_level  varchar(20)              not null,
    scope        varchar(200)             not null,
    given_by     varchar(100)             not null,
    given_at     timestamp with time zone not null,
    unique (subject_kind, subject, role, scope_level, scope)
);

-- Administrators of earlier versions keep what they had.
insert into access_grant (id, subject_kind, subject, role, scope_level, scope, given_by, given_at)
select gen_random_uuid(), 'USER', users.id, roles.name, 'INSTALLATION', '', 'set-up', current_timestamp
from users, (values ('administrator'), ('host-level')) as roles (name)
where users.administrator;

alter table users drop column administrator;
