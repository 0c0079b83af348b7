-- +goose Up
-- A decided disposal is carried out here, and nowhere else (R55, R56): samplan_disposal calls app_carry_out_disposal, and can do nothing
-- with a list that two people have not decided on. What goes is the holder's own copy. What other holders keep stays as it is: their own
-- items, dispatched versions, what was sent to them or they sent, and the family's words; once the last holder is gone, so is that.
SET ROLE samplan_owner;
-- +goose StatementBegin
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'attachment_content', 'call', 'call_addressee', 'care_block', 'care_block_reason', 'case_file', 'case_file_folded',
    'case_worker', 'concern_handling', 'concern_report', 'confirmation', 'consent', 'consent_exclusion', 'consent_giver', 'consent_scope', 'consent_signature',
    'custody_decision', 'custody_measure', 'decision', 'decision_answer', 'deviation_child', 'deviation_suggestion', 'disclosure', 'emergency_access',
    'emergency_inquiry', 'emergency_review', 'emergency_review_note', 'evaluation', 'event', 'hand_over', 'information_ground', 'information_handling',
    'information_request', 'intervention_offer', 'item', 'item_named', 'item_subject', 'known_question', 'known_question_reason', 'known_question_unit',
    'lead_offer', 'link_review', 'maturity_assessment', 'meeting', 'meeting_attendance', 'meeting_family_attendance', 'meeting_leader', 'meeting_link',
    'meeting_place', 'meeting_reply', 'minute', 'minute_correction', 'objection', 'objection_decision', 'objection_keeping', 'party', 'person', 'person_identifier', 'plan', 'plan_deadline_reason',
    'plan_follow_up', 'plan_lead_term', 'plan_origin', 'plan_reading', 'plan_request', 'plan_request_handling', 'plan_request_plan', 'plan_status_change',
    'plan_status_reason', 'plan_version', 'plan_version_item', 'protection_record', 'register_import', 'register_import_row', 'register_message', 'relation',
    'retention_mark', 'role_holder', 'role_offer', 'survey_taken', 'whereabouts', 'whereabouts_block', 'whereabouts_reader', 'withholding'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO samplan_fence USING (app_disposing())', t || '_dispose', t);
    EXECUTE format('GRANT SELECT, DELETE ON %I TO samplan_fence', t);
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t::regclass AND polcmd IN ('r', '*') AND 'samplan_fence'::regrole = ANY (polroles) AND pg_get_expr(polqual, polrelid) = 'true') THEN
      EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO samplan_fence USING (app_disposing())', t || '_dispose_see', t);
    END IF;
  END LOOP;
END $$;
REVOKE DELETE ON register_import FROM samplan_fence;
DROP POLICY register_import_dispose ON register_import;

-- Settled minutes are not changed, but for their holder's copy that is weeded.
CREATE OR REPLACE FUNCTION app_keep_minute() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT app_disposing() AND EXISTS (SELECT FROM minute n WHERE n.item_id = OLD.id AND n.settled_on IS NOT NULL) THEN
    RAISE EXCEPTION 'minutes that are settled are not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A plan that nobody holds any more goes with all that is in it. Gives how many files that were.
CREATE FUNCTION app_dispose_plan(p_plan uuid) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_items uuid[]; v_meetings uuid[]; v_files int;
BEGIN
  SELECT coalesce(array_agg(i.id), '{}') INTO v_items FROM item i WHERE i.plan_id = p_plan;
  SELECT coalesce(array_agg(m.id), '{}') INTO v_meetings FROM meeting m WHERE m.plan_id = p_plan;
  v_files := app_dispose_files(v_items);
  DELETE FROM decision_answer a USING decision d WHERE d.item_id = a.item_id AND d.plan_id = p_plan;
  DELETE FROM decision WHERE plan_id = p_plan;
  DELETE FROM minute_correction WHERE item_id = ANY (v_items);
  DELETE FROM minute WHERE item_id = ANY (v_items);
  DELETE FROM objection_keeping k USING objection o WHERE o.id = k.objection_id AND o.item_id = ANY (v_items);
  DELETE FROM objection_decision d USING objection o WHERE o.id = d.objection_id AND o.item_id = ANY (v_items);
  DELETE FROM objection WHERE item_id = ANY (v_items);
  DELETE FROM evaluation WHERE plan_id = p_plan;
  DELETE FROM item_named WHERE item_id = ANY (v_items);
  DELETE FROM item_subject WHERE item_id = ANY (v_items);
  DELETE FROM link_review WHERE item_id = ANY (v_items);
  DELETE FROM withholding WHERE item_id = ANY (v_items);
  DELETE FROM disclosure WHERE plan_id = p_plan;
  DELETE FROM intervention_offer WHERE plan_id = p_plan;
  DELETE FROM consent_exclusion WHERE item_id = ANY (v_items);
  DELETE FROM plan_version_item WHERE item_id = ANY (v_items);
  DELETE FROM plan_version WHERE plan_id = p_plan;
  DELETE FROM item WHERE plan_id = p_plan;
  DELETE FROM deviation_suggestion WHERE meeting_id = ANY (v_meetings);
  DELETE FROM meeting_attendance WHERE meeting_id = ANY (v_meetings);
  DELETE FROM meeting_family_attendance WHERE meeting_id = ANY (v_meetings);
  DELETE FROM meeting_leader WHERE plan_id = p_plan;
  DELETE FROM meeting_link WHERE plan_id = p_plan;
  DELETE FROM meeting_place WHERE plan_id = p_plan;
  DELETE FROM meeting_reply WHERE meeting_id = ANY (v_meetings);
  DELETE FROM survey_taken WHERE meeting_id = ANY (v_meetings);
  DELETE FROM meeting WHERE plan_id = p_plan;
  DELETE FROM call_addressee a USING call c WHERE c.id = a.call_id AND c.plan_id = p_plan;
  DELETE FROM call WHERE plan_id = p_plan;
  DELETE FROM confirmation WHERE plan_id = p_plan;
  DELETE FROM role_offer WHERE plan_id = p_plan;
  DELETE FROM role_holder WHERE plan_id = p_plan;
  DELETE FROM plan_lead_term WHERE plan_id = p_plan;
  DELETE FROM lead_offer WHERE plan_id = p_plan;
  DELETE FROM hand_over WHERE plan_id = p_plan;
  DELETE FROM plan_deadline_reason WHERE plan_id = p_plan;
  DELETE FROM plan_follow_up WHERE plan_id = p_plan;
  DELETE FROM plan_origin WHERE plan_id = p_plan OR follows_id = p_plan;
  DELETE FROM plan_reading WHERE plan_id = p_plan;
  DELETE FROM plan_request_plan WHERE plan_id = p_plan;
  DELETE FROM plan_status_reason r USING plan_status_change c WHERE c.id = r.change_id AND c.plan_id = p_plan;
  DELETE FROM plan_status_change WHERE plan_id = p_plan;
  DELETE FROM party WHERE plan_id = p_plan;
  DELETE FROM plan WHERE id = p_plan;
  RETURN v_files;
END $$;

-- The files of items go: here, and for those in the bucket by a job that throws them away after the commit.
CREATE FUNCTION app_dispose_files(p_items uuid[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_files int;
BEGIN
  INSERT INTO job.river_job (kind, args, max_attempts)
    SELECT 'discard', jsonb_build_object('itemId', a.item_id), 25 FROM attachment a WHERE a.item_id = ANY (p_items) AND a.kept_in = 'bucket';
  DELETE FROM attachment_content WHERE item_id = ANY (p_items);
  DELETE FROM attachment WHERE item_id = ANY (p_items);
  GET DIAGNOSTICS v_files = ROW_COUNT;
  RETURN v_files;
END $$;

-- What a unit alone holds about a child, beside plans.
CREATE FUNCTION app_dispose_records(p_unit uuid, p_child uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM care_block_reason s USING care_block b WHERE b.id = s.block_id AND b.child_id = p_child AND b.unit_id = p_unit;
  DELETE FROM care_block WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM whereabouts_reader WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM whereabouts_block WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM whereabouts WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM register_message WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM register_import_row r USING register_import m WHERE m.id = r.import_id AND m.unit_id = p_unit AND r.child_id = p_child;
  DELETE FROM protection_record WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM maturity_assessment WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM custody_measure m USING custody_decision d WHERE d.id = m.decision_id AND d.child_id = p_child AND d.unit_id = p_unit;
  DELETE FROM custody_decision WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM known_question_reason r USING known_question q WHERE q.id = r.question_id AND q.child_id = p_child AND r.unit_id = p_unit;
  DELETE FROM concern_handling h USING concern_report r WHERE r.id = h.report_id AND r.child_id = p_child AND h.unit_id = p_unit;
  DELETE FROM information_ground g USING information_request r WHERE r.id = g.request_id AND r.child_id = p_child AND g.unit_id = p_unit;
  DELETE FROM information_handling h USING information_request r WHERE r.id = h.request_id AND r.child_id = p_child AND h.unit_id = p_unit;
  DELETE FROM plan_request_handling h USING plan_request q WHERE q.id = h.request_id AND q.child_id = p_child AND h.unit_id = p_unit;
  DELETE FROM plan_request_plan l USING plan_request q WHERE q.id = l.request_id AND q.child_id = p_child AND l.unit_id = p_unit;
  DELETE FROM emergency_review_note n USING emergency_review v, emergency_access a
   WHERE v.id = n.review_id AND a.id = v.access_id AND a.child_id = p_child AND n.unit_id = p_unit;
  DELETE FROM deviation_child WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM retention_mark WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM relation WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM case_worker WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM case_file_folded WHERE child_id = p_child AND unit_id = p_unit;
  DELETE FROM case_file WHERE child_id = p_child AND unit_id = p_unit;
  UPDATE consent SET disposed_on = app_today() WHERE child_id = p_child AND unit_id = p_unit AND disposed_on IS NULL;
END $$;

-- What a unit holds in the plans of a child. Items that staff wrote lose their words and files; the row stays for dispatched versions
-- and for what others refer to. The family's items stay.
CREATE FUNCTION app_dispose_items(p_unit uuid, p_child uuid, OUT items int, OUT files int)
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_items uuid[]; v_plans uuid[]; v_alone uuid[];
BEGIN
  SELECT coalesce(array_agg(p.id), '{}') INTO v_plans FROM plan p WHERE p.child_id = p_child;
  SELECT coalesce(array_agg(i.id), '{}') INTO v_items FROM item i
   WHERE i.plan_id = ANY (v_plans) AND i.owner_unit_id = p_unit AND i.author_kind = 'staff' AND i.disposed_on IS NULL;
  items := cardinality(v_items);
  files := app_dispose_files(v_items);
  -- What the family said of an item follows every copy of it (R60), and so dispatched versions.
  SELECT coalesce(array_agg(o.id), '{}') INTO v_alone FROM objection o
   WHERE o.item_id = ANY (v_items) AND NOT EXISTS (SELECT FROM plan_version_item z WHERE z.item_id = o.item_id);
  DELETE FROM objection_keeping k USING objection o WHERE o.id = k.objection_id AND o.item_id = ANY (v_items);
  DELETE FROM objection_decision WHERE objection_id = ANY (v_alone);
  DELETE FROM objection WHERE id = ANY (v_alone);
  DELETE FROM evaluation WHERE item_id = ANY (v_items);
  DELETE FROM minute_correction WHERE item_id = ANY (v_items);
  DELETE FROM item_named WHERE item_id = ANY (v_items);
  DELETE FROM item_subject WHERE item_id = ANY (v_items);
  DELETE FROM withholding WHERE item_id = ANY (v_items);
  DELETE FROM disclosure WHERE plan_id = ANY (v_plans) AND from_unit_id = p_unit;
  UPDATE item SET title = NULL, body = NULL, outside_actor = NULL, contact_name = NULL, spoken_by = NULL, area = NULL, catalogue_id = NULL,
         starts_on = NULL, ends_on = NULL, disposed_on = app_today(), version = version + 1
   WHERE id = ANY (v_items);
  DELETE FROM plan_deadline_reason WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;
  DELETE FROM plan_status_reason r USING plan_status_change c
   WHERE c.id = r.change_id AND c.plan_id = ANY (v_plans) AND r.unit_id = p_unit AND r.declined_by IS DISTINCT FROM 'principal';
  DELETE FROM call_addressee a USING call c WHERE c.id = a.call_id AND c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  UPDATE meeting m SET call_id = NULL FROM call c WHERE c.id = m.call_id AND c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  DELETE FROM call c WHERE c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  UPDATE party SET disposed_on = app_today(), version = version + 1 WHERE plan_id = ANY (v_plans) AND unit_id = p_unit AND disposed_on IS NULL;
END $$;

-- What nobody holds any more of what is about a child: p_holders are the units that still do.
CREATE FUNCTION app_dispose_rest(p_child uuid, p_holders uuid[], OUT files int, OUT plans int)
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE v_id uuid;
BEGIN
  files := 0; plans := 0;
  FOR v_id IN SELECT p.id FROM plan p WHERE p.child_id = p_child AND EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.disposed_on IS NOT NULL)
      AND NOT EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.disposed_on IS NULL AND y.state IN ('called', 'invited', 'accepted', 'left') AND y.unit_id = ANY (p_holders))
      AND NOT EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.disposed_on IS NULL AND i.author_kind = 'staff' AND i.owner_unit_id = ANY (p_holders)) LOOP
    files := files + app_dispose_plan(v_id);
    plans := plans + 1;
  END LOOP;
  DELETE FROM intervention_offer o USING plan p WHERE p.id = o.plan_id AND p.child_id = p_child AND NOT ARRAY[o.from_unit_id, o.to_unit_id] && p_holders;
  DELETE FROM role_offer o USING plan p WHERE p.id = o.plan_id AND p.child_id = p_child AND NOT ARRAY[o.from_unit_id, o.to_unit_id] && p_holders;
  DELETE FROM hand_over o USING plan p WHERE p.id = o.plan_id AND p.child_id = p_child AND NOT ARRAY[o.from_unit_id, o.to_unit_id] && p_holders;
  DELETE FROM lead_offer o USING plan p WHERE p.id = o.plan_id AND p.child_id = p_child AND NOT ARRAY[o.from_unit_id, o.to_unit_id] && p_holders
     AND NOT EXISTS (SELECT FROM plan_lead_term l WHERE l.offer_id = o.id);
  DELETE FROM decision_answer a USING decision d, item i, plan p WHERE d.item_id = a.item_id AND i.id = d.item_id AND p.id = d.plan_id AND p.child_id = p_child
     AND NOT i.owner_unit_id = ANY (p_holders) AND NOT coalesce(d.unit_id = ANY (p_holders), false);
  DELETE FROM concern_handling h USING concern_report r WHERE r.id = h.report_id AND r.child_id = p_child AND NOT ARRAY[r.from_unit_id, r.to_unit_id] && p_holders;
  DELETE FROM concern_report WHERE child_id = p_child AND NOT ARRAY[from_unit_id, to_unit_id] && p_holders;
  DELETE FROM information_ground g USING information_request r WHERE r.id = g.request_id AND r.child_id = p_child AND NOT ARRAY[r.from_unit_id, r.to_unit_id] && p_holders;
  DELETE FROM information_handling h USING information_request r WHERE r.id = h.request_id AND r.child_id = p_child AND NOT ARRAY[r.from_unit_id, r.to_unit_id] && p_holders;
  DELETE FROM information_request WHERE child_id = p_child AND NOT ARRAY[from_unit_id, to_unit_id] && p_holders;
  DELETE FROM emergency_review_note n USING emergency_review v, emergency_access a WHERE v.id = n.review_id AND a.id = v.access_id AND a.child_id = p_child
     AND NOT ARRAY[a.unit_id, a.holder_unit_id] && p_holders;
  DELETE FROM emergency_review v USING emergency_access a WHERE a.id = v.access_id AND a.child_id = p_child AND NOT ARRAY[a.unit_id, a.holder_unit_id] && p_holders;
  DELETE FROM emergency_access WHERE child_id = p_child AND NOT ARRAY[unit_id, holder_unit_id] && p_holders;
  DELETE FROM emergency_inquiry q WHERE q.child_id = p_child AND NOT q.unit_id = ANY (p_holders) AND NOT EXISTS (SELECT FROM emergency_access a WHERE a.inquiry_id = q.id);
  FOR v_id IN SELECT q.id FROM known_question q WHERE q.child_id = p_child AND NOT q.unit_id = ANY (p_holders)
      AND NOT EXISTS (SELECT FROM known_question_unit u WHERE u.question_id = q.id AND u.unit_id = ANY (p_holders)) LOOP
    DELETE FROM known_question_reason WHERE question_id = v_id;
    DELETE FROM known_question_unit WHERE question_id = v_id;
    DELETE FROM known_question WHERE id = v_id;
  END LOOP;
  FOR v_id IN SELECT c.id FROM consent c WHERE c.child_id = p_child AND c.disposed_on IS NOT NULL
      AND NOT EXISTS (SELECT FROM information_ground g WHERE g.consent_id = c.id) AND NOT EXISTS (SELECT FROM consent n WHERE n.limits = c.id AND n.disposed_on IS NULL)
      AND NOT EXISTS (SELECT FROM consent_scope s JOIN unit_place q ON q.branch_id IN (s.from_branch_id, s.to_branch_id) AND q.valid @> app_today()
                       WHERE s.consent_id = c.id AND q.unit_id = ANY (p_holders))
      ORDER BY c.limits IS NULL, c.created_at DESC LOOP
    DELETE FROM consent_signature WHERE consent_id = v_id;
    DELETE FROM consent_exclusion WHERE consent_id = v_id;
    DELETE FROM consent_scope WHERE consent_id = v_id;
    DELETE FROM consent_giver WHERE consent_id = v_id;
    BEGIN
      DELETE FROM consent WHERE id = v_id;
    EXCEPTION WHEN foreign_key_violation THEN NULL; -- one that limits it is kept by its receiver
    END;
  END LOOP;
  IF cardinality(p_holders) = 0 THEN -- the family's own requests go with the last holder
    DELETE FROM plan_request_handling h USING plan_request q WHERE q.id = h.request_id AND q.child_id = p_child;
    DELETE FROM plan_request_plan l USING plan_request q WHERE q.id = l.request_id AND q.child_id = p_child;
    DELETE FROM plan_request WHERE child_id = p_child;
  END IF;
END $$;

-- People that nothing refers to any more are forgotten. Whoever works here, or is anybody's relation, child or family elsewhere, is not.
CREATE FUNCTION app_dispose_people(p_people uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v_person uuid;
BEGIN
  FOREACH v_person IN ARRAY p_people LOOP
    BEGIN
      DELETE FROM person_identifier WHERE person_id = v_person;
      DELETE FROM person WHERE id = v_person AND staff_name IS NULL;
    EXCEPTION WHEN foreign_key_violation THEN NULL;
    END;
  END LOOP;
END $$;

-- One holder's copy about a child: its own, then what nobody holds any more, then people that nobody names any more.
CREATE FUNCTION app_dispose_case(p_case uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE v disposal_case%ROWTYPE; v_people uuid[]; v_holders uuid[]; own record; rest record;
BEGIN
  SELECT * INTO v FROM disposal_case WHERE id = p_case;
  SELECT array_agg(DISTINCT r.person_id) || v.child_id INTO v_people FROM relation r WHERE r.child_id = v.child_id;
  SELECT * INTO own FROM app_dispose_items(v.unit_id, v.child_id);
  PERFORM app_dispose_records(v.unit_id, v.child_id);
  SELECT coalesce(array_agg(DISTINCT e.unit_id), '{}') INTO v_holders FROM app_case_entries(NULL, v.child_id) e WHERE e.unit_id <> v.unit_id;
  SELECT * INTO rest FROM app_dispose_rest(v.child_id, v_holders);
  PERFORM app_dispose_people(v_people);
  UPDATE disposal_case SET outcome = 'disposed', disposed_on = app_today(), items = own.items, files = own.files + rest.files, plans = rest.plans WHERE id = p_case;
END $$;

-- Lists that two people decided on more than a day ago: by then every answer that was kept for a retry is gone.
CREATE FUNCTION app_decided_disposals(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id FROM disposal_run r
   WHERE r.state = 'decided' AND (SELECT count(DISTINCT d.person_id) >= 2 AND max(d.decided_at) <= p_now - interval '24 hours' FROM disposal_decision d WHERE d.run_id = r.id)
   ORDER BY r.created_at, r.id $$;

-- Carries one out. A case in which something is new, open, marked or held since the list was drawn up, or that has moved, drops off.
CREATE FUNCTION app_carry_out_disposal(p_run uuid, p_now timestamptz, OUT disposed int, OUT dropped int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE r disposal_run%ROWTYPE; d record; h record; v_units uuid[]; v_why text;
BEGIN
  disposed := 0; dropped := 0;
  PERFORM set_config('app.today', (p_now AT TIME ZONE 'Europe/Stockholm')::date::text, true), set_config('app.disposing', 'on', true);
  PERFORM app_weed_keys(1000000);
  SELECT * INTO r FROM disposal_run WHERE id = p_run FOR UPDATE;
  IF NOT FOUND OR NOT p_run IN (SELECT app_decided_disposals(p_now)) THEN RETURN; END IF;
  SELECT array_agg(q.unit_id) INTO v_units FROM unit_place q WHERE q.branch_id = r.branch_id AND q.valid @> app_today();
  FOR d IN SELECT c.* FROM disposal_case c WHERE c.run_id = p_run AND c.outcome = 'listed' ORDER BY c.due_on, c.id LOOP
    SELECT * INTO h FROM app_holdings(v_units, d.child_id) x WHERE x.unit_id = d.unit_id;
    v_why := CASE WHEN h.unit_id IS NULL THEN 'moved'
                  WHEN h.is_held OR h.marked_at >= r.created_at THEN 'marked'
                  WHEN h.is_open OR h.last_entry_on > d.last_entry_on OR d.due_on > app_today() THEN 'new-entry' END;
    IF v_why IS NULL THEN
      PERFORM app_dispose_case(d.id);
      disposed := disposed + 1;
    ELSE
      UPDATE disposal_case SET outcome = 'dropped', dropped_because = v_why WHERE id = d.id;
      dropped := dropped + 1;
    END IF;
  END LOOP;
  UPDATE disposal_run SET state = 'carried-out', carried_out_on = app_today(), version = version + 1 WHERE id = p_run;
  PERFORM set_config('app.disposing', '', true);
END $$;

-- These look past the fence of items and calls, so they say themselves that what was disposed of is gone.
CREATE OR REPLACE FUNCTION app_emergency_items(p_access uuid, p_assignment uuid, p_now timestamp with time zone)
 RETURNS SETOF item
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $$
  SELECT i.*
    FROM emergency_access e
    JOIN plan p ON p.child_id = e.child_id
    JOIN item i ON i.plan_id = p.id AND i.owner_unit_id = e.holder_unit_id AND i.visibility IN ('unit', 'parties', 'family')
      AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL
   WHERE e.id = p_access AND e.person_id = app_person() AND e.unit_id = app_unit() AND e.assignment_id = p_assignment
     AND p_now >= e.opened_at AND p_now < e.opens_until AND app_gives_emergency_care() AND app_is_care_giver(e.holder_unit_id) $$;
CREATE OR REPLACE FUNCTION app_emergency_holders(p_inquiry uuid)
 RETURNS TABLE(unit_id uuid, secrecy_class text, is_blocked boolean, review_days integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $$
  SELECT n.id, n.secrecy_class, EXISTS (SELECT FROM block_in_force k WHERE k.child_id = q.child_id AND k.unit_id = n.id), app_review_days(n.id)
    FROM emergency_inquiry q
    JOIN unit n ON app_is_care_giver(n.id) AND EXISTS (SELECT FROM plan p JOIN item i ON i.plan_id = p.id
           WHERE p.child_id = q.child_id AND i.owner_unit_id = n.id AND i.visibility IN ('unit', 'parties', 'family') AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL)
   WHERE q.id = p_inquiry AND q.person_id = app_person() AND q.unit_id = app_unit() AND app_gives_emergency_care()
   ORDER BY n.name, n.id $$;
CREATE OR REPLACE FUNCTION app_received_calls()
 RETURNS TABLE(id uuid, call_id uuid, unit_id uuid, summons text, contribution text, state text, seen_on date, contact_id uuid, reason text, answered_on date, passed_from uuid, version integer, purpose text, questions text[], long_term_goal text, way text, sent_on date, answer_by date, plan_id uuid, party_id uuid, kind text, child_id uuid, given_name text, family_name text, protection text, from_unit_id uuid, passed_to uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $$
  SELECT a.id, a.call_id, a.unit_id, a.summons, a.contribution, a.state, a.seen_on, a.contact_id, a.reason, a.answered_on, a.passed_from, a.version,
         c.purpose, c.questions, c.long_term_goal, c.way, c.sent_on, c.answer_by, p.id, y.id, p.kind, p.child_id, f.given_name, f.family_name,
         ch.protection, c.unit_id,
         (SELECT n.unit_id FROM call_addressee n WHERE n.passed_from = a.id ORDER BY n.id DESC LIMIT 1)
    FROM call_addressee a JOIN call c ON c.id = a.call_id JOIN plan p ON p.id = c.plan_id JOIN person ch ON ch.id = p.child_id
    LEFT JOIN party y ON y.plan_id = p.id AND y.unit_id = a.unit_id AND y.state IN ('called', 'invited', 'accepted')
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = c.unit_id AND f.valid @> app_today()
   WHERE a.unit_id = app_unit() AND a.state NOT IN ('drafted', 'dropped') AND NOT app_is_disposed(p.child_id, c.sent_on) $$;
-- +goose StatementEnd
-- +goose StatementBegin
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app_dispose_plan(uuid)', 'app_dispose_files(uuid[])', 'app_dispose_records(uuid, uuid)', 'app_dispose_items(uuid, uuid)', 'app_dispose_rest(uuid, uuid[])', 'app_dispose_people(uuid[])', 'app_dispose_case(uuid)', 'app_decided_disposals(timestamptz)', 'app_carry_out_disposal(uuid, timestamptz)'] LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO samplan_fence', f);
  END LOOP;
END $$;
-- +goose StatementEnd
GRANT UPDATE (title, body, outside_actor, contact_name, spoken_by, area, catalogue_id, starts_on, ends_on, disposed_on, version) ON item TO samplan_fence;
GRANT UPDATE (disposed_on, version) ON party TO samplan_fence;
GRANT UPDATE (call_id) ON meeting TO samplan_fence;
GRANT UPDATE (disposed_on) ON consent TO samplan_fence;
GRANT USAGE ON SCHEMA job TO samplan_fence;
GRANT INSERT ON job.river_job TO samplan_fence;
GRANT USAGE ON SEQUENCE job.river_job_id_seq TO samplan_fence;
CREATE POLICY river_job_dispose ON job.river_job FOR INSERT TO samplan_fence WITH CHECK (kind = 'discard' AND app_disposing());
-- These two tell samplan_disposal ids of lists and two numbers, and nothing that a list is about.
GRANT EXECUTE ON FUNCTION app_decided_disposals(timestamptz), app_carry_out_disposal(uuid, timestamptz) TO samplan_disposal;
DROP POLICY audit_entry_weeding ON audit_entry;
CREATE POLICY audit_entry_weeding ON audit_entry FOR INSERT TO samplan_disposal WITH CHECK (
  operation IN ('WeedLog', 'CarryOutDisposal') AND actor_kind = 'system'
  AND num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0 AND objects = '{}');
COMMENT ON FUNCTION app_dispose_plan(uuid) IS 'Removes a plan that nobody holds any more';
COMMENT ON FUNCTION app_dispose_files(uuid[]) IS 'Removes files of items';
COMMENT ON FUNCTION app_dispose_records(uuid, uuid) IS 'Removes what a unit alone holds about a child';
COMMENT ON FUNCTION app_dispose_items(uuid, uuid) IS 'Removes what a unit holds in the plans of a child';
COMMENT ON FUNCTION app_dispose_rest(uuid, uuid[]) IS 'Removes what nobody holds any more about a child';
COMMENT ON FUNCTION app_dispose_people(uuid[]) IS 'Forgets people that nothing refers to';
COMMENT ON FUNCTION app_dispose_case(uuid) IS 'Removes one holder''s copy about a child';
COMMENT ON FUNCTION app_decided_disposals(timestamptz) IS 'Lists that two people decided on more than a day ago';
COMMENT ON FUNCTION app_carry_out_disposal(uuid, timestamptz) IS 'Carries out a decided list of disposal';
RESET ROLE;
