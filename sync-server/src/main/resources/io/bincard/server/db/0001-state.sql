--liquibase formatted sql

-- Conventions. Times are bigint microseconds since 1970-01-01T00:00Z, quantities bigint millionths of a base unit: both
-- exact, and quick to send in arrays. "changed" is the transaction that last wrote a row which handhelds know; the pull
-- cursor runs over it (docs/protocol.md, "Pull"). Every update of such a row sets it to default. Text keys compare by
-- character code, as Java does. (t, device, epoch, seq, idx) is a place in the canonical order.

--changeset bincard:1-installation
create table installation (
  incarnation uuid not null default gen_random_uuid(),
  only_row    boolean primary key default true check (only_row)
);
insert into installation default values;
--rollback drop table installation;

--changeset bincard:2-site
create table site (
  site                   text collate "C" primary key,
  name                   text    not null,
  zone                   text    not null,
  company_prefix         text    not null default '',
  negative_stock_allowed boolean not null default false,
  count_wait             bigint  not null default 14400000000, -- how long a count waits for silent devices
  lease_time             bigint  not null default 14400000000,
  clock_limit            bigint  not null default 60000000,    -- uncertainty above which a clock is not trusted
  changed                xid8    not null default pg_current_xact_id()
);
create index site_changed on site (changed);
--rollback drop table site;

--changeset bincard:3-catalog
create table item (
  item     text collate "C" primary key,
  name     text    not null,
  unit     text    not null,
  tracking text    not null check (tracking in ('NONE', 'LOT', 'SERIAL')),
  class    text    not null default '',
  cost     numeric not null default 0,
  active   boolean not null default true,
  changed  xid8    not null default pg_current_xact_id()
);
create index item_changed on item (changed);

create table barcode (
  site       text collate "C" not null, -- empty: in every site
  code       text collate "C" not null,
  valid_from bigint           not null,
  item       text collate "C" not null,
  pack       bigint           not null,
  operation  uuid,                      -- the BarcodeAssigned that said so; it also explains earlier scans
  changed    xid8             not null default pg_current_xact_id(),
  primary key (site, code, valid_from)
);
create index barcode_changed on barcode (site, changed);
create index barcode_item on barcode (item);

create table location (
  site     text collate "C" not null,
  location text collate "C" not null,
  kind     text             not null,
  aisle    text             not null default '',
  bay      text             not null default '',
  level    text             not null default '',
  position text             not null default '',
  sequence integer          not null,
  active   boolean          not null default true,
  changed  xid8             not null default pg_current_xact_id(),
  primary key (site, location)
);
create index location_changed on location (site, changed);

create table lot (
  site    text collate "C" not null,
  item    text collate "C" not null,
  lot     text collate "C" not null,
  expiry  date,
  status  text             not null default 'AVAILABLE' check (status in ('AVAILABLE', 'HELD', 'RECALLED')),
  changed xid8             not null default pg_current_xact_id(),
  primary key (site, item, lot)
);
create index lot_changed on lot (site, changed);

-- The most specific row in force wins: location, item, class, site. Empty means any.
create table tolerance (
  site       text collate "C" not null,
  location   text collate "C" not null default '',
  item       text collate "C" not null default '',
  class      text collate "C" not null default '',
  valid_from bigint           not null,
  units      bigint           not null check (units >= 0),
  primary key (site, location, item, class, valid_from)
);

create table delivery_line (
  site     text collate "C" not null,
  delivery text collate "C" not null,
  line     integer          not null,
  supplier text             not null,
  item     text collate "C" not null,
  ordered  bigint           not null,
  received bigint           not null default 0,
  changed  xid8             not null default pg_current_xact_id(),
  primary key (site, delivery, line)
);
create index delivery_line_changed on delivery_line (site, changed);
create index delivery_line_due on delivery_line (site, delivery) where received < ordered;
--rollback drop table delivery_line, tolerance, lot, location, barcode, item;

--changeset bincard:4-people-and-devices
create table person (
  person        text collate "C" primary key,
  name          text    not null,
  role          text    not null,
  badge         text    not null default '',
  pin_hash      text    not null default '',
  password_hash text    not null default '',
  active        boolean not null default true,
  changed       xid8    not null default pg_current_xact_id()
);
create index person_changed on person (changed);

-- Whoever changes the sites of a person touches the person.
create table person_site (
  person text collate "C" not null references person,
  site   text collate "C" not null references site,
  primary key (person, site)
);

-- Who could log in at a site before: its handhelds must hear that it is over.
create table person_left (
  person text collate "C" not null references person,
  site   text collate "C" not null references site,
  primary key (person, site)
);

-- A device's row is also the head of its journal as the state contains it, and where its corrected time continues.
create table device (
  site               text collate "C" not null,
  device             text collate "C" not null,
  name               text             not null,
  kind               text             not null check (kind in ('HANDHELD', 'SERVER', 'BRANCH')),
  secret_hash        text             not null default '',
  revoked            boolean          not null default false,
  enrolled           bigint           not null,
  last_contact       bigint           not null,
  app_version        text             not null default '',
  epoch              integer          not null,
  seq                bigint           not null default 0,
  hash               text             not null default '',
  last_t             bigint,
  anchor_run         text,
  anchor_monotonic   bigint,
  anchor_server_time bigint,
  anchor_uncertainty bigint,
  changed            xid8             not null default pg_current_xact_id(),
  primary key (site, device)
);
create index device_changed on device (site, changed);

create table presence (
  site   text collate "C" not null,
  device text collate "C" not null,
  person text collate "C" not null,
  primary key (site, device, person)
);

create table enrolment (
  code_hash text   primary key,
  site      text collate "C" not null,
  expires   bigint not null,
  device    text collate "C" -- the device it was used for
);

create table token (
  token_hash text   primary key,
  site       text collate "C" not null,
  device     text collate "C" not null,
  expires    bigint not null
);
--rollback drop table token, enrolment, presence, device, person_left, person_site, person;

--changeset bincard:5-journal
create table operation (
  site        text collate "C" not null,
  device      text collate "C" not null,
  epoch       integer          not null,
  seq         bigint           not null,
  id          uuid             not null,
  hash        text             not null,
  prev_hash   text             not null,
  t           bigint           not null,
  uncertainty bigint           not null,
  arrived     bigint           not null,
  person      text             not null,
  type        text             not null,
  outcome     text             not null check (outcome in ('APPLIED', 'REFUSED', 'QUARANTINED')),
  code        text,
  repeated    boolean          not null default false, -- its id was known from another place: no effect of its own
  line        text             not null,               -- the exact text of the journal line
  primary key (site, device, epoch, seq)
);
create unique index operation_id on operation (site, id) where not repeated;
create index operation_order on operation (site, t, device, epoch, seq);

-- Lines of a journal that forked: the same place as an operation above, with other bytes.
create table forked_operation (
  site    text collate "C" not null,
  device  text collate "C" not null,
  epoch   integer          not null,
  seq     bigint           not null,
  hash    text             not null,
  id      uuid             not null,
  arrived bigint           not null,
  line    text             not null,
  primary key (site, device, epoch, seq, hash)
);

create table void (
  site   text collate "C" not null,
  target uuid             not null,
  by     uuid             not null,
  primary key (site, target)
);
--rollback drop table void, forked_operation, operation;

--changeset bincard:6-stock
-- One row for each place stock can be, and each barcode nobody knew. Facts lock the rows they touch, in order, before
-- they read anything about them; decisions lock the whole site.
create table account (
  site    text collate "C" not null,
  account text collate "C" not null,
  primary key (site, account)
);

create table balance (
  site     text collate "C" not null,
  account  text collate "C" not null,
  item     text collate "C" not null,
  lot      text collate "C" not null,
  quantity bigint           not null,
  changed  xid8             not null default pg_current_xact_id(),
  primary key (site, account, item, lot)
);
create index balance_changed on balance (site, changed);
create index balance_item on balance (site, item);

-- Append only. (t, device, epoch, seq, idx) names the effect that caused an entry, also where it was posted later.
create table ledger (
  site    text collate "C" not null,
  account text collate "C" not null,
  item    text collate "C" not null,
  lot     text collate "C" not null,
  t       bigint           not null,
  device  text collate "C" not null,
  epoch   integer          not null,
  seq     bigint           not null,
  idx     integer          not null,
  moved   boolean          not null, -- false: posted by a statement, such as an accepted count
  late    boolean          not null, -- it lies before a settled count that had not seen it
  delta   bigint           not null
);
create index ledger_card on ledger (site, account, item, t);
create index ledger_late on ledger (site, account, item, t) where late; -- with t, or min(t) reads a whole card

-- What was said of a card, with what the last fold found. One row a card and statement.
create table statement (
  site       text collate "C" not null,
  account    text collate "C" not null,
  item       text collate "C" not null,
  t          bigint           not null,
  device     text collate "C" not null,
  epoch      integer          not null,
  seq        bigint           not null,
  idx        integer          not null,
  operation  uuid             not null,
  kind       text             not null check (kind in ('COUNT', 'DRAIN', 'SHORTAGE')),
  coverage   text             not null check (coverage in ('LOT', 'ALL', 'EXCEPT')),
  lots       jsonb            not null, -- the one lot, or those excepted
  task       text             not null,
  person     text             not null,
  stated     bigint           not null,
  contra     text             not null, -- of a drain
  tolerance  bigint           not null,
  decision   text             not null,
  readings   jsonb            not null,
  resting    boolean          not null, -- nothing that arrives can change what is open about it
  primary key (site, account, item, t, device, epoch, seq, idx)
);
create index statement_operation on statement (site, operation);
create index statement_unsettled on statement (site, t) where kind = 'COUNT' and not resting;

-- Statements about everything in an account, also about items heard of only later.
create table account_statement (
  site      text collate "C" not null,
  account   text collate "C" not null,
  t         bigint           not null,
  device    text collate "C" not null,
  epoch     integer          not null,
  seq       bigint           not null,
  idx       integer          not null,
  operation uuid             not null,
  kind      text             not null check (kind in ('COUNT', 'DRAIN')),
  task      text             not null,
  person    text             not null,
  except_keys jsonb          not null,
  contra    text             not null,
  decision  text             not null,
  primary key (site, account, t, device, epoch, seq, idx)
);
create index account_statement_operation on account_statement (site, operation);

create table settlement (
  site      text collate "C" not null,
  operation uuid             not null,
  record    jsonb            not null, -- the CountSettled
  primary key (site, operation)
);

create table unknown_scan (
  site          text collate "C" not null,
  code          text collate "C" not null,
  t             bigint           not null,
  device        text collate "C" not null,
  epoch         integer          not null,
  seq           bigint           not null,
  idx           integer          not null,
  operation     uuid             not null,
  source        text             not null, -- empty: nothing moved
  destination   text             not null,
  packs         bigint           not null,
  resolved_item text             not null default '',
  resolved_pack bigint           not null default 0,
  primary key (site, code, t, device, epoch, seq, idx)
);
--rollback drop table unknown_scan, settlement, account_statement, statement, ledger, balance, account;

--changeset bincard:7-orders-and-work
create table orders (
  site     text collate "C" not null,
  order_id text collate "C" not null,
  customer text             not null,
  priority integer          not null,
  state    text             not null check (state in ('OPEN', 'CANCELLED', 'DISPATCHED')),
  placed   bigint           not null,
  stops    jsonb            not null default '[]', -- the last allocation
  changed  xid8             not null default pg_current_xact_id(),
  primary key (site, order_id)
);
create index orders_changed on orders (site, changed);
create index orders_live on orders (site, changed) where state <> 'DISPATCHED';
create index orders_allocated on orders (site) where state = 'OPEN' and stops <> '[]';

create table order_line (
  site      text collate "C" not null,
  order_id  text collate "C" not null,
  line      integer          not null,
  item      text collate "C" not null,
  ordered   bigint           not null,
  picked    bigint           not null,
  packed    bigint           not null,
  cancelled boolean          not null default false,
  changed   xid8             not null default pg_current_xact_id(),
  primary key (site, order_id, line)
);
create index order_line_changed on order_line (site, changed);

-- Append only: how a line got on, and back.
create table line_entry (
  site      text collate "C" not null,
  order_id  text collate "C" not null,
  line      integer          not null,
  t         bigint           not null,
  device    text collate "C" not null,
  epoch     integer          not null,
  seq       bigint           not null,
  idx       integer          not null,
  operation uuid             not null,
  stage     text             not null check (stage in ('PICKED', 'PACKED')),
  item      text collate "C" not null,
  container text             not null,
  quantity  bigint           not null
);
create index line_entry_line on line_entry (site, order_id, line);

create table carton (
  site       text collate "C" not null,
  carton     text collate "C" not null,
  order_id   text collate "C" not null,
  device     text collate "C" not null,
  operation  uuid             not null,
  primary key (site, carton, operation)
);

-- Cartons that left the house.
create table departure (
  site      text collate "C" not null,
  order_id  text collate "C" not null,
  carton    text collate "C" not null,
  operation uuid             not null,
  primary key (site, order_id, carton, operation)
);

create table work (
  site      text collate "C" not null,
  work      text collate "C" not null,
  kind      text             not null check (kind in ('PICK', 'COUNT', 'RECEIVE')),
  title     text             not null,
  order_id  text collate "C" not null default '',
  locations jsonb            not null default '[]',
  state     text             not null check (state in ('OPEN', 'CLAIMED', 'DONE')),
  device    text collate "C" not null default '',
  person    text collate "C" not null default '',
  fence     bigint           not null default 0,
  expires   bigint           not null default 0,
  changed   xid8             not null default pg_current_xact_id(),
  primary key (site, work)
);
create index work_changed on work (site, changed);
create index work_live on work (site, changed) where state <> 'DONE';
--rollback drop table work, departure, carton, line_entry, order_line, orders;

--changeset bincard:8-discrepancies
create table discrepancy (
  site        text collate "C" not null,
  code        text             not null,
  subject     text collate "C" not null,
  scope       text collate "C" not null, -- the subjects that are looked at again together
  open        boolean          not null,
  holds       boolean          not null, -- false: it closed by itself
  fingerprint text             not null,
  accepted    text[]           not null default '{}', -- the fingerprints that decisions named
  summary     text             not null,
  evidence    uuid[]           not null, -- operations
  opened      bigint           not null,
  closed      bigint,
  changed     xid8             not null default pg_current_xact_id(),
  primary key (site, code, subject)
);
create index discrepancy_changed on discrepancy (site, changed);
create index discrepancy_scope on discrepancy (site, scope);
create index discrepancy_open on discrepancy (site, opened) where open;
--rollback drop table discrepancy;
