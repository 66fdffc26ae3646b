--liquibase formatted sql

--changeset bincard:11-restored splitStatements:false
-- To be called once after the data came from a dump. In another database transactions have other numbers, so what the
-- rows say of who wrote them last means nothing there; and handhelds must hear that something may be missing.
create function restored() returns void language sql as $$
  update installation set incarnation = default;
  update site set changed = default;
  update item set changed = default;
  update barcode set changed = default;
  update location set changed = default;
  update lot set changed = default;
  update delivery_line set changed = default;
  update person set changed = default;
  update device set changed = default;
  update balance set changed = default;
  update orders set changed = default;
  update order_line set changed = default;
  update work set changed = default;
  update discrepancy set changed = default;
$$;
--rollback drop function restored();
