-- Whoever keeps pages ready is told when rows have changed: the table, and the council where there is one.
-- NOTIFY speaks at the commit, in the order of commits, and says the same thing once per transaction.
CREATE FUNCTION tell_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = 'by council' THEN
    PERFORM pg_notify('pages', TG_TABLE_NAME || ':' || coalesce(council, ''))
      FROM (SELECT DISTINCT "dfeCode" AS council FROM changed) AS councils;
  ELSIF EXISTS (SELECT FROM changed) THEN
    PERFORM pg_notify('pages', TG_TABLE_NAME);
  END IF;
  RETURN NULL;
END
$$;

-- Called for every table, those of later migrations too (a test holds that).
CREATE FUNCTION tell_pages_about(told regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  how text := CASE
    WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = told AND attname = 'dfeCode' AND NOT attisdropped)
    THEN 'by council' ELSE 'whole' END;
BEGIN
  EXECUTE format('CREATE TRIGGER pages_hear_of_added AFTER INSERT ON %s REFERENCING NEW TABLE AS changed '
    'FOR EACH STATEMENT EXECUTE FUNCTION tell_pages(%L)', told, how);
  EXECUTE format('CREATE TRIGGER pages_hear_of_changed AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed '
    'FOR EACH STATEMENT EXECUTE FUNCTION tell_pages(%L)', told, how);
  EXECUTE format('CREATE TRIGGER pages_hear_of_removed AFTER DELETE ON %s REFERENCING OLD TABLE AS changed '
    'FOR EACH STATEMENT EXECUTE FUNCTION tell_pages(%L)', told, how);
END
$$;

SELECT tell_pages_about(oid) FROM pg_class
  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations'
  ORDER BY relname;
