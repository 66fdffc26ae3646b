--liquibase formatted sql

--changeset bincard:9-admin-key
-- Made at the first start, unless one is configured.
create table admin_key (
  key_hash text    not null,
  only_row boolean primary key default true check (only_row)
);
--rollback drop table admin_key;

--changeset bincard:10-devices-by-name
-- A device names itself, not its site, when it asks for a token; so its name is unique among handhelds of all sites.
create unique index device_handheld on device (device) where kind = 'HANDHELD';
create index token_expires on token (expires);
--rollback drop index device_handheld, token_expires;
