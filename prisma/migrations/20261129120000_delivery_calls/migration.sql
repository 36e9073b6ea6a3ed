-- Puts a task into the worker's queue, once under a key. Without the worker's tables (no worker has ever started here)
-- nothing is called: a worker looks by itself every minute.
CREATE FUNCTION call_worker(task text, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'SELECT graphile_worker.add_job($1, job_key => $2)' USING task, key;
EXCEPTION WHEN invalid_schema_name OR undefined_function OR undefined_table THEN
  NULL;
END
$$;

-- A message that becomes due calls a worker in the same transaction: there is no moment at which one is there without
-- the other. A transaction calls each task once, by a key of its own, so that nobody waits for anybody else's.
CREATE FUNCTION call_deliverer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  task text := CASE
    WHEN NEW.channel = 'webhook' THEN 'deliver-webhooks'
    WHEN NEW.purpose IN ('alert', 'correction', 'digest') THEN 'deliver-mail'
    ELSE 'deliver-personal' END;
  called text := 'tracker.' || translate(task, '-', '_');
  this text := pg_current_xact_id()::text;
BEGIN
  IF current_setting(called, true) IS DISTINCT FROM this THEN
    PERFORM set_config(called, this, true);
    PERFORM call_worker(task, task || ':' || this);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER deliverer_hears_of_added AFTER INSERT ON "Delivery"
  FOR EACH ROW WHEN (NEW.state = 'queued') EXECUTE FUNCTION call_deliverer();
CREATE TRIGGER deliverer_hears_of_released AFTER UPDATE OF state ON "Delivery"
  FOR EACH ROW WHEN (OLD.state = 'held' AND NEW.state = 'queued') EXECUTE FUNCTION call_deliverer();
