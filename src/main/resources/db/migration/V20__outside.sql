-- Who is somebody elsewhere: at an OpenID provider (its issuer), or in a directory. Such an account may have no password here.
create table external_identity (
    issuer  varchar(300) not null,
    subject varchar(300) not null,
    user_id uuid         not null references users (id),
    primary key (issuer, subject)
);
create index external_identity_user on external_identity (user_id);
alter table users alter column password_hash drop not null;

-- Who is in a group because they are in one elsewhere; replaced at each sign-in from there.
create table external_member (
    issuer   varchar(300) not null,
    group_id uuid         not null references user_group (id) on delete cascade,
    user_id  uuid         not null references users (id) on delete cascade,
    primary key (issuer, group_id, user_id)
);
