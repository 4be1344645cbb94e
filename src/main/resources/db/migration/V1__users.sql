-- Who may sign in. Names are kept in lower case, so that "Ada" and "ada" are one person.
create table users (
    id            uuid primary key,
    name          varchar(64)              not null unique,
    password_hash varchar(255)             not null,
    administrator boolean                  not null,
    created_at    timestamp with time zone not null
);
