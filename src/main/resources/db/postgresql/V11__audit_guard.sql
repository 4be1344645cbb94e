-- Nobody changes the record by mistake, not even with another program: rows are only ever added. Whoever owns the database can take
-- this guard away; that is what the chain is for. The embedded database needs none, as only Bulkhead has it open.
create function audit_guard() returns trigger language plpgsql as $$
begin
    -- Rows leave when they have been put into a file, which Bulkhead says for the one transaction that deletes them.
    if tg_op = 'DELETE' and current_setting('bulkhead.audit_cut', true) = 'on' then
        return old;
    end if;
    raise exception 'the audit record is only ever added to';
end;
$$;
create trigger audit_guard before update or delete on audit for each row execute function audit_guard();
create trigger audit_truncate_guard before truncate on audit for each statement execute function audit_guard();
