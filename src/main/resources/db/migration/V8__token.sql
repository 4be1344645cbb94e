-- What programs send instead of a password: of the secret only a hash is kept. What a token may do is its owner's rights within its
-- limit; permissions "*" are all there are and will be.
create table api_token (
    id           varchar(10)              primary key,
    owner        uuid                     not null references users (id),
    name         varchar(64)              not null,
    hash         varchar(64)              not null,
    permissions  varchar(1000)            not null,
    scope_level  varchar(20)              not null,
    scope        varchar(200)             not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null,
    last_used_at timestamp with time zone
);
