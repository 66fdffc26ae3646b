-- What the application's role may do. It owns nothing. Run after every migration.
grant usage on schema public to ${application};
grant select, insert, update, delete on all tables in schema public to ${application};
grant usage on all sequences in schema public to ${application};

-- What happened is never unwritten, whatever the application gets wrong.
revoke delete on operation, forked_operation from ${application};
revoke update, delete on ledger, line_entry from ${application};
revoke all on databasechangelog, databasechangeloglock from ${application};
grant select on databasechangelog to ${application};
