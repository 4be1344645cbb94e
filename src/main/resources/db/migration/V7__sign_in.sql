-- What somebody signs in with beside a password. Secrets are sealed with the key of bulkhead.access.key-file, codes hashed with it.
create table totp (
    user_id    uuid primary key references users (id) on delete cascade,
    secret     varchar(200)             not null,
    -- Of the code that was used last: neither it nor an earlier one is taken again.
    last_step  bigint                   not null,
    created_at timestamp with time zone not null
);

create table recovery_code (
    user_id uuid        not null references users (id) on delete cascade,
    hash    varchar(64) not null,
    primary key (user_id, hash)
);

create table passkey (
    -- As the browser tells it, in Base64url, which is up to 1023 bytes of anything.
    credential_id varchar(1400) primary key,
    user_id       uuid                     not null references users (id) on delete cascade,
    label         varchar(100)             not null,
    public_key    varchar(4000)            not null,
    counter       bigint                   not null,
    backup_able   boolean                  not null,
    backed_up     boolean                  not null,
    created_at    timestamp with time zone not null,
    used_at       timestamp with time zone not null
);
create index passkey_user on passkey (user_id);
