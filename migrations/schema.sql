-- The whole schema as the migrations make it. Written by the tests of internal/store with -update; never edited.

-- Domains
CREATE DOMAIN free_text AS text CHECK (((length(VALUE) >= 1) AND (length(VALUE) <= 4000)));
CREATE DOMAIN reason_text AS text CHECK (((length(VALUE) >= 1) AND (length(VALUE) <= 1000)));
CREATE DOMAIN sha256_hash AS bytea CHECK ((length(VALUE) = 32));
CREATE DOMAIN short_text AS text CHECK (((length(VALUE) >= 1) AND (length(VALUE) <= 200)));

-- Tables

CREATE TABLE absence (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  substitute_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  back_on date,
  entered_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Who is away from a unit, and who stands in; without a reason (R41)

CREATE TABLE assignment (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  role text NOT NULL,
  valid daterange NOT NULL
);
-- Medarbetaruppdrag: a person in a role at a unit, by day (R41)

CREATE TABLE attachment (
  item_id uuid NOT NULL,
  media_type text NOT NULL,
  meant_for text NOT NULL,
  state text NOT NULL,
  size bigint NOT NULL DEFAULT 0,
  key_id text,
  reason reason_text,
  kept_in text NOT NULL DEFAULT 'database'::text
);
-- What the file of an item of kind attachment is; who may read the item may read this

CREATE TABLE attachment_content (
  item_id uuid NOT NULL,
  position integer NOT NULL,
  bytes bytea NOT NULL
);
-- The file, encrypted, in pieces

CREATE TABLE audit_entry (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  request_id uuid NOT NULL,
  operation text NOT NULL,
  outcome text NOT NULL,
  actor_kind text NOT NULL,
  person_id uuid,
  assignment_id uuid,
  role text,
  unit_id uuid,
  child_id uuid,
  plan_id uuid,
  purpose text,
  objects uuid[] NOT NULL DEFAULT '{}'::uuid[],
  reaches text[] NOT NULL DEFAULT '{}'::text[],
  grounds uuid[] NOT NULL DEFAULT '{}'::uuid[],
  client_id uuid
);
-- Who did what, when, as what, on which ground; no content

CREATE TABLE authority (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name short_text NOT NULL
);
-- Myndighet, nämnd: a board of a principal (OSL 8:1)

CREATE TABLE branch (
  id uuid NOT NULL,
  authority_id uuid NOT NULL,
  name short_text NOT NULL
);
-- Självständig verksamhetsgren: a secrecy domain (OSL 8:2)

CREATE TABLE call (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  purpose free_text NOT NULL,
  questions text[] NOT NULL,
  long_term_goal free_text NOT NULL,
  way text NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  sent_on date,
  answer_by date,
  version integer NOT NULL DEFAULT 1,
  unit_id uuid NOT NULL
);
-- A call to a meeting of a plan (kallelse), the leading unit's own text; there for it alone until it is sent (R43)

CREATE TABLE call_addressee (
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  summons text NOT NULL,
  contribution free_text NOT NULL,
  state text NOT NULL,
  seen_on date,
  contact_id uuid,
  reason reason_text,
  answered_on date,
  passed_from uuid,
  version integer NOT NULL DEFAULT 1
);
-- A unit that a call names, with what just it is asked and what it has answered (R44)

CREATE TABLE care_block (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  recorded_by uuid NOT NULL,
  set_on date NOT NULL,
  lifted_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Spärr: the child as patient closes a care unit's items to all other units (PDL 4:4, R39)

CREATE TABLE care_block_reason (
  block_id uuid NOT NULL,
  act text NOT NULL,
  unit_id uuid NOT NULL,
  reason reason_text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What the child said of a block to the blocked unit, for that unit alone

CREATE TABLE case_file (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  interpreter_language text,
  reason reason_text NOT NULL,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Ärende: a unit's case about a child, with the child's name as that unit knows it

CREATE TABLE case_file_folded (
  id uuid NOT NULL,
  into_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  reason reason_text NOT NULL,
  valid daterange NOT NULL
);
-- A case as it was before it was folded into another about the same child; never changed

CREATE TABLE case_worker (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Who at the unit works with the child's case: the need relation of inner secrecy

CREATE TABLE checkpoint (
  number bigint NOT NULL,
  seal_number bigint NOT NULL,
  origin text NOT NULL,
  epoch bigint NOT NULL,
  size bigint NOT NULL,
  chain sha256_hash NOT NULL,
  previous sha256_hash NOT NULL,
  key_id text NOT NULL,
  at timestamp with time zone NOT NULL,
  signature bytea NOT NULL
);
-- Signed note of how far the log had come

CREATE TABLE client (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name short_text NOT NULL,
  contact short_text NOT NULL,
  scopes text[] NOT NULL,
  rate_class text NOT NULL,
  valid daterange NOT NULL,
  ended_at timestamp with time zone,
  registered_by uuid,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  sign_in_ids text[] NOT NULL DEFAULT '{}'::text[],
  event_unit_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  cursor_key uuid NOT NULL DEFAULT gen_random_uuid()
);
-- A system of others that a principal lets in (registered client)

CREATE TABLE client_key (
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  kid short_text NOT NULL,
  jwk jsonb NOT NULL,
  added_at timestamp with time zone NOT NULL,
  removed_at timestamp with time zone
);
-- A public key of a client; what it has removed stays, so that its name is not used again

CREATE TABLE client_token (
  hash sha256_hash NOT NULL,
  client_id uuid NOT NULL,
  key_id uuid NOT NULL,
  scopes text[] NOT NULL,
  kind text NOT NULL,
  issuer text,
  subject text,
  identifier_type text,
  identifier text,
  thumbprint text,
  expires_at timestamp with time zone NOT NULL
);
-- An access token of a client, for minutes: alone, or for the person whom an issuer vouched for

CREATE TABLE collaboration_group (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  name short_text NOT NULL,
  level text NOT NULL,
  above_id uuid,
  created_by uuid,
  kind text NOT NULL DEFAULT 'local'::text,
  text_days integer NOT NULL DEFAULT 180
);
-- Samverkansgrupp: services that meet about how they work together, never about a child

CREATE TABLE concern_handling (
  report_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  assessed_on date,
  version integer NOT NULL DEFAULT 1
);
-- What the receiver does with a report: its own information

CREATE TABLE concern_report (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body free_text NOT NULL,
  reported_on date NOT NULL,
  sent_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  received_on date,
  decision text,
  decided_on date,
  message reason_text,
  feedback_on date,
  version integer NOT NULL DEFAULT 1
);
-- Orosanmälan (SoL 19:1) in its own compartment (OSL 40:7 g, R26)

CREATE TABLE confirmation (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  party_id uuid NOT NULL,
  person_id uuid NOT NULL,
  confirmed_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- A party's confirmation of the plan as it is; removed when what it touches changes

CREATE TABLE consent (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  purpose reason_text NOT NULL,
  form text NOT NULL,
  evidence reason_text,
  recorder_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawal_reason reason_text,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  limits uuid,
  disposed_on date
);
-- Samtycke to a plan or to sharing information (OSL 10:1, 12:2)

CREATE TABLE consent_exclusion (
  consent_id uuid NOT NULL,
  item_id uuid NOT NULL
);
-- An item that the consent does not cover

CREATE TABLE consent_giver (
  consent_id uuid NOT NULL,
  person_id uuid NOT NULL,
  capacity text NOT NULL,
  answer text NOT NULL,
  answered_on date,
  reason reason_text
);
-- Who is asked to consent, and the answer

CREATE TABLE consent_scope (
  consent_id uuid NOT NULL,
  from_branch_id uuid NOT NULL,
  to_branch_id uuid NOT NULL,
  category text NOT NULL
);
-- From which domain, to which, for which category

CREATE TABLE consent_signature (
  consent_id uuid NOT NULL,
  person_id uuid NOT NULL,
  client_id uuid NOT NULL,
  client_name short_text NOT NULL,
  issuer short_text,
  assurance short_text,
  signed_at timestamp with time zone,
  reference short_text
);
-- Through which e-service an answer to a consent came, and how it was signed there

CREATE TABLE contact_address (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  capacity text NOT NULL,
  email text,
  changed_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Where somebody wants to be told that there is something new; the person's own to see and change

CREATE TABLE contact_card (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  number integer NOT NULL,
  purpose reason_text NOT NULL,
  phone text NOT NULL,
  hours short_text NOT NULL,
  languages text[] NOT NULL,
  owner_id uuid NOT NULL,
  published_by uuid NOT NULL,
  published_on date NOT NULL,
  confirmed_by uuid NOT NULL,
  confirmed_on date NOT NULL,
  remind_from date NOT NULL,
  valid_until date NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Kontaktkort: how one reaches a unit; of a unit's cards the one with the highest number counts

CREATE TABLE custody_decision (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  decided_on date NOT NULL,
  appeal text NOT NULL,
  reason reason_text NOT NULL,
  recorder_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ends_on date,
  end_reason reason_text,
  version integer NOT NULL DEFAULT 1
);
-- That measures may go ahead with the consent of one guardian (FB 6:13 a); opens nothing by itself (R15)

CREATE TABLE custody_measure (
  decision_id uuid NOT NULL,
  measure text NOT NULL
);
-- Which measures a decision is about; the list is that of FB 6:13 a

CREATE TABLE data_extract (
  request_id uuid NOT NULL,
  child_id uuid NOT NULL,
  person_id uuid NOT NULL,
  answer_by date NOT NULL
);
-- Registerutdrag (art. 15): whom a request is about, of somebody who asks for what is kept about him or a child of his

CREATE TABLE data_extract_extension (
  request_id uuid NOT NULL,
  answer_by date NOT NULL,
  reason reason_text NOT NULL,
  extended_on date NOT NULL,
  extended_by uuid NOT NULL
);
-- Registerutdrag whose time was extended (art. 12.3), once

CREATE TABLE decision (
  item_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  outcome text NOT NULL,
  unit_id uuid,
  person_id uuid,
  due_on date,
  state text NOT NULL,
  decided_on date NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- The life of what a settled point decided: for its readers, and the unit that is asked, which thereby does not learn what it says

CREATE TABLE decision_answer (
  item_id uuid NOT NULL,
  text reason_text,
  intervention_id uuid,
  person_id uuid NOT NULL,
  answered_on date NOT NULL
);
-- How a decision was answered or cancelled: for the unit that was asked and the one that wrote. Never changed

CREATE TABLE deviation (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  concerns_unit_id uuid NOT NULL,
  kind text NOT NULL,
  routine_version_id uuid NOT NULL,
  category short_text NOT NULL,
  happened_on date NOT NULL,
  entered_on date NOT NULL,
  body free_text NOT NULL,
  withdrawn_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Avvikelse i samverkan (R52): a party did not do its part; about no child

CREATE TABLE deviation_case (
  id uuid NOT NULL,
  deviation_id uuid NOT NULL,
  group_id uuid NOT NULL,
  origin text NOT NULL,
  state text NOT NULL,
  received_on date NOT NULL,
  due_on date NOT NULL,
  accepted_on date,
  returned_on date,
  reason reason_text,
  version integer NOT NULL DEFAULT 1,
  level text NOT NULL DEFAULT 'local'::text,
  from_group_id uuid,
  lifted_because reason_text,
  answer free_text,
  answered_on date,
  closed_on date
);
-- A deviation as one group has it

CREATE TABLE deviation_child (
  deviation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  child_id uuid NOT NULL
);
-- Which child made the unit enter it: for those of the unit who work with the child, and nobody else ever

CREATE TABLE deviation_contact (
  deviation_id uuid NOT NULL,
  contacted_on date NOT NULL,
  manager_id uuid NOT NULL,
  other_manager short_text NOT NULL,
  cause reason_text NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- What the managers of both units found when they spoke; a group takes nothing up without

CREATE TABLE deviation_measure (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  group_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  body reason_text NOT NULL,
  decided_on date NOT NULL,
  due_on date NOT NULL,
  outcome text,
  effect reason_text,
  followed_up_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- What a group has decided to be done, by which unit, until when, and what came of it

CREATE TABLE deviation_reporter (
  deviation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL
);
-- Who entered a deviation: the unit's own

CREATE TABLE deviation_suggestion (
  meeting_id uuid NOT NULL,
  about_unit_id uuid NOT NULL,
  noted_on date NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  ended_on date,
  ended_by uuid,
  reason reason_text
);
-- The bare fact that a unit that was called stayed away without notice, from which a deviation may begin (R44)

CREATE TABLE disclosure (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  item_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  ground text NOT NULL,
  paragraph short_text NOT NULL,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL,
  recorded_by uuid NOT NULL,
  decided_on date NOT NULL,
  valid_to date NOT NULL,
  ended_on date,
  ended_by uuid,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  consent_tried text NOT NULL,
  end_reason reason_text
);
-- Utlämnande: one item opened to one unit on a legal ground, without consent (R24)

CREATE TABLE disposal_case (
  id uuid NOT NULL,
  run_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  child_id uuid NOT NULL,
  clock text NOT NULL,
  paragraph short_text NOT NULL,
  last_entry_on date NOT NULL,
  due_on date NOT NULL,
  finish_by date NOT NULL,
  outcome text NOT NULL,
  dropped_because text,
  disposed_on date,
  items integer,
  files integer,
  plans integer
);
-- A case on a list; once disposed of, the register of what is gone. No content, and no reference that would keep the childs person

CREATE TABLE disposal_certificate (
  run_id uuid NOT NULL,
  number integer NOT NULL,
  hash text NOT NULL,
  written_at timestamp with time zone NOT NULL
);
-- Which certificates of disposal, kept outside of the database, this one has carried out; it refers to nothing, since a backup may not know the list

CREATE TABLE disposal_decision (
  run_id uuid NOT NULL,
  person_id uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL
);
-- Who decided on a list; it takes two

CREATE TABLE disposal_run (
  id uuid NOT NULL,
  branch_id uuid NOT NULL,
  profile integer NOT NULL,
  state text NOT NULL,
  drawn_up_by uuid NOT NULL,
  drawn_up_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  carried_out_on date,
  cancelled_on date,
  version integer NOT NULL DEFAULT 1
);
-- A list of disposal: drawn up, decided by two, carried out; then it is the certificate and stays

CREATE TABLE disposal_setting (
  id uuid NOT NULL,
  branch_id uuid NOT NULL,
  secrecy_class text NOT NULL,
  number integer NOT NULL,
  years integer,
  sample text,
  born_on integer[],
  decision reason_text NOT NULL,
  set_by uuid NOT NULL,
  set_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What a secrecy domain has decided on disposal, of each secrecy class; the highest number counts, and nothing is listed before there is one

CREATE TABLE emergency_access (
  id uuid NOT NULL,
  inquiry_id uuid NOT NULL,
  child_id uuid NOT NULL,
  person_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  holder_unit_id uuid NOT NULL,
  danger text NOT NULL,
  reason reason_text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  opens_until timestamp with time zone NOT NULL,
  review_due_on date NOT NULL
);
-- Nödöppning, the second step: what one holder holds about one child, open to one person for 15 minutes (R38)

CREATE TABLE emergency_inquiry (
  id uuid NOT NULL,
  child_id uuid,
  person_id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  danger text NOT NULL,
  reason reason_text NOT NULL,
  asked_at timestamp with time zone NOT NULL
);
-- First step of emergency access: somebody asked which care givers hold something about a child (R38)

CREATE TABLE emergency_review (
  id uuid NOT NULL,
  access_id uuid NOT NULL,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  verdict text NOT NULL,
  reviewed_at timestamp with time zone NOT NULL
);
-- What somebody else than the one who opened found

CREATE TABLE emergency_review_note (
  review_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  note reason_text NOT NULL
);
-- What the reviewer wrote, for the reviewer's own unit alone

CREATE TABLE evaluation (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  item_id uuid NOT NULL,
  outcome text NOT NULL,
  effect free_text,
  change free_text,
  evaluated_on date NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What became of a goal or an intervention; who may read that may read this. Never changed: a later one counts instead

CREATE TABLE event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  about_id uuid NOT NULL,
  plan_id uuid,
  through_id uuid,
  at timestamp with time zone NOT NULL DEFAULT app_now(),
  kept_at timestamp with time zone NOT NULL DEFAULT now(),
  written bigint NOT NULL,
  position bigint
);
-- What has happened: what kind of thing, to what. Who is told is asked when it is delivered

CREATE TABLE formulation_review (
  id uuid NOT NULL,
  branch_id uuid NOT NULL,
  term date NOT NULL,
  texts integer NOT NULL,
  evaluable integer NOT NULL,
  says_who integer NOT NULL,
  says_when integer NOT NULL,
  childs_words integer NOT NULL,
  reviewed_by uuid NOT NULL,
  reviewed_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What was found in the sample of a half-year, as numbers; of which text is kept nowhere

CREATE TABLE formulation_sample (
  branch_id uuid NOT NULL,
  term date NOT NULL,
  number integer NOT NULL,
  item_id uuid NOT NULL,
  drawn_on date NOT NULL
);
-- Which texts were drawn of a half-year of a secrecy domain, once; ids and no words

CREATE TABLE forum_case (
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  raised_by uuid NOT NULL,
  basis text NOT NULL,
  category text,
  confirmed text[] NOT NULL DEFAULT '{}'::text[],
  raised_on date NOT NULL,
  take_up_from date NOT NULL,
  expires_on date NOT NULL,
  outcome text,
  decided_on date,
  follow_up_on date,
  responsible_id uuid,
  followed_up_on date,
  withdrawn_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- A case that a unit raised in a group, without the child (R29)

CREATE TABLE forum_case_child (
  case_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  child_id uuid NOT NULL,
  consent_id uuid
);
-- Which child of the raising unit's a case is about: for those who work with the child there, and nobody else ever

CREATE TABLE forum_case_text (
  case_id uuid NOT NULL,
  part text NOT NULL,
  body free_text NOT NULL
);
-- What a case tells in words, for as long as it is kept

CREATE TABLE forum_contribution (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  written_by uuid NOT NULL,
  spoken_on date NOT NULL,
  body free_text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Who spoke for which unit, and what was said

CREATE TABLE forum_learning (
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  written_by uuid NOT NULL,
  written_on date NOT NULL,
  confirmed text[] NOT NULL DEFAULT '{}'::text[],
  body free_text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What a group has learnt: of no case, kept when cases are gone

CREATE TABLE forum_link_opening (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason reason_text,
  opened_at timestamp with time zone NOT NULL
);
-- Who of the raising unit looked up which child a case is about, and why

CREATE TABLE forum_session (
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  held_on date NOT NULL,
  starts_at time without time zone NOT NULL,
  ends_at time without time zone NOT NULL,
  mode text NOT NULL,
  planned_by uuid NOT NULL,
  cancelled_on date,
  reason reason_text,
  version integer NOT NULL DEFAULT 1
);
-- A day on which a group meets about cases

CREATE TABLE group_member (
  id uuid NOT NULL,
  group_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  function text NOT NULL,
  title short_text NOT NULL,
  valid daterange NOT NULL,
  added_by uuid,
  version integer NOT NULL DEFAULT 1
);
-- Who holds a seat in a group, for which unit, as what, in which days

CREATE TABLE hand_over (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  state text NOT NULL,
  reason reason_text NOT NULL,
  offered_by uuid NOT NULL,
  offered_on date NOT NULL,
  answered_by uuid,
  answered_on date,
  answer_reason reason_text,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- A plan that is handed over to another unit with the child; known to that unit and to the one who hands over

CREATE TABLE idempotency_key (
  key_hash bytea NOT NULL,
  person_id uuid,
  body_hash bytea NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  answer bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  client_id uuid
);
-- Answers of commands, kept 24 hours for a retry with the same key

CREATE TABLE information_ground (
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  told_by uuid NOT NULL,
  told_on date NOT NULL,
  consent_id uuid,
  ground text,
  paragraph short_text,
  reason reason_text
);
-- By what the wall was open when a side told the other; its own to know

CREATE TABLE information_handling (
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  substitute_id uuid,
  away_from date,
  away_to date,
  assigned_by uuid NOT NULL,
  draft jsonb,
  note free_text,
  version integer NOT NULL DEFAULT 1
);
-- What the receiver does with a request: its own information

CREATE TABLE information_request (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  questionnaire_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body free_text NOT NULL,
  sent_on date NOT NULL,
  remind_from date NOT NULL,
  due_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  ended_on date,
  answers jsonb,
  decline text,
  reason reason_text,
  version integer NOT NULL DEFAULT 1
);
-- Begäran om uppgifter, komplettering (R51): what one unit asks another about a child; no referral

CREATE TABLE information_routine (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  number integer NOT NULL,
  body free_text NOT NULL,
  published_by uuid NOT NULL,
  published_on date NOT NULL
);
-- How a unit goes about what it is asked (R51); of its versions the one with the highest number counts

CREATE TABLE intervention_catalogue (
  id uuid NOT NULL,
  principal_id uuid,
  code text NOT NULL,
  name short_text NOT NULL,
  name_english short_text,
  description free_text,
  age_from integer,
  age_to integer,
  situation short_text,
  evidence reason_text,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- What interventions are called and for whom they are meant; no secret

CREATE TABLE intervention_offer (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  item_id uuid NOT NULL,
  party_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  starts_on date NOT NULL,
  state text NOT NULL,
  offered_by uuid NOT NULL,
  offered_on date NOT NULL,
  answered_by uuid,
  answered_on date,
  reason reason_text,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- An intervention that another party is asked to take over (R6): the holder's, and the other's while it may read it

CREATE TABLE item (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  kind text NOT NULL,
  owner_unit_id uuid NOT NULL,
  category text NOT NULL,
  visibility text NOT NULL,
  title short_text,
  body free_text,
  horizon text,
  goal_id uuid,
  outside_actor short_text,
  contact_name short_text,
  starts_on date,
  ends_on date,
  status text,
  form text,
  author_id uuid NOT NULL,
  author_kind text NOT NULL,
  created_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  taken_over_on date,
  kept_apart_on date,
  catalogue_id uuid,
  area text,
  sort text,
  spoken_by short_text,
  changed_on date,
  disposed_on date
);
-- Goal, intervention, note, observation, the child's words, disagreement, comment, evaluation of the plan, attachment, point of minutes or link to another plan; the unit of secrecy (R21)

CREATE TABLE item_named (
  item_id uuid NOT NULL,
  person_id uuid NOT NULL
);
-- Who is named for an item with visibility named

CREATE TABLE item_subject (
  item_id uuid NOT NULL,
  person_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  ended_on date
);
-- Another person than the child whom an item is about (R19)

CREATE TABLE known_question (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  authority_id uuid NOT NULL,
  branch_id uuid NOT NULL,
  ground short_text NOT NULL,
  is_known boolean NOT NULL,
  asked_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Whether a child is known at another social board of the municipality (SoL 15:8, R25)

CREATE TABLE known_question_reason (
  question_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  reason reason_text NOT NULL
);
-- Why it was asked: the asker's own information

CREATE TABLE known_question_unit (
  question_id uuid NOT NULL,
  unit_id uuid NOT NULL
);
-- The units by whose cases the answer was yes: they may know that it was asked

CREATE TABLE lead_offer (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  party_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  state text NOT NULL,
  offered_by uuid NOT NULL,
  offered_on date NOT NULL,
  answered_by uuid,
  answered_on date,
  reason reason_text,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- The lead of a plan that another party is asked to take over (R48): the lead's, and the other's while it may lead

CREATE TABLE link_review (
  item_id uuid NOT NULL,
  reviewed_on date,
  remind_from date NOT NULL,
  review_by date NOT NULL
);
-- When a linked plan under LSS is to be reviewed (LSS 10 §, R11); the holder's own. It counts while the link is to one

CREATE TABLE log_review (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  unit_id uuid,
  own_unit boolean NOT NULL,
  rule text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  sample_size integer NOT NULL,
  seed bytea NOT NULL,
  found integer NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- A review of the log (R40)

CREATE TABLE log_review_entry (
  review_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  position integer NOT NULL,
  child_number integer
);
-- The sample of a review. An entry may be weeded later, so it is named and not referred to

CREATE TABLE log_setting (
  principal_id uuid NOT NULL,
  names_staff boolean NOT NULL DEFAULT false,
  wide_searches integer NOT NULL DEFAULT 20,
  wide_lists integer NOT NULL DEFAULT 60,
  wide_children integer NOT NULL DEFAULT 15
);
-- What each principal has decided about its log; without a row the usual holds

CREATE TABLE log_verdict (
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  verdict text NOT NULL,
  note reason_text,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What a reviewer found about an entry (R40); a later one is added, never put in its place

CREATE TABLE login (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_id uuid NOT NULL
);
-- Which member of staff an OpenID Connect subject is

CREATE TABLE mail (
  address_id uuid NOT NULL,
  on_day date NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  changed_at timestamp with time zone NOT NULL
);
-- That a mail was sent; all mails say the same

CREATE TABLE mail_told (
  address_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  on_day date NOT NULL
);
-- What a mail has told of, so that the next does not

CREATE TABLE maturity_assessment (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  outcome text NOT NULL,
  assessed_on date NOT NULL,
  assessed_by uuid NOT NULL,
  reason reason_text NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Mognadsbedömning: who must consent, by age and maturity (R16)

CREATE TABLE meeting (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  call_id uuid,
  state text NOT NULL,
  sequence integer NOT NULL DEFAULT 0,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  way text NOT NULL,
  child_participation text,
  next_on date,
  next_unit_id uuid,
  closing text,
  created_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  unit_id uuid NOT NULL
);
-- A meeting of a plan, as far as all who see the plan may know of it

CREATE TABLE meeting_attendance (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  presence text NOT NULL,
  has_mandate boolean NOT NULL,
  noted_on date NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- How one person of a unit took part in a meeting (R46): that unit's information and the leading one's

CREATE TABLE meeting_family_attendance (
  meeting_id uuid NOT NULL,
  person_id uuid NOT NULL,
  presence text NOT NULL,
  noted_on date NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- How the child or a guardian took part in a meeting (R46): for that person, the leading unit and who leads the meeting

CREATE TABLE meeting_leader (
  meeting_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  person_ids uuid[] NOT NULL
);
-- Who leads a meeting: none, one or two, who may be neutral. Where they work can tell where the child is

CREATE TABLE meeting_link (
  meeting_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  link reason_text
);
-- The link to a meeting at a distance: for units that take part, and the family

CREATE TABLE meeting_place (
  meeting_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  place reason_text
);
-- Where a meeting is: a compartment, for those who may know where the child is (R31, R33)

CREATE TABLE meeting_reply (
  meeting_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reply text NOT NULL,
  words reason_text,
  replied_on date NOT NULL
);
-- What somebody of the family has answered to a meeting: for that person and the leading unit

CREATE TABLE minute (
  item_id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  meant_for text NOT NULL,
  outcome text,
  unit_id uuid,
  person_id uuid,
  due_on date,
  settled_on date
);
-- What an item of kind minute is: a point of the minutes of a meeting, and what it decided; who may read the item may read this

CREATE TABLE minute_correction (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  text free_text NOT NULL,
  person_id uuid NOT NULL,
  corrected_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- A correction of a settled point, added beside it; who may read the point may read this. Never changed

CREATE TABLE notification_mark (
  person_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  read_at timestamp with time zone NOT NULL
);
-- What somebody has read of what there was to know

CREATE TABLE objection (
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  speaker text NOT NULL,
  by_staff boolean NOT NULL,
  person_id uuid NOT NULL,
  body free_text NOT NULL,
  made_on date NOT NULL,
  is_kept boolean NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Uppgift felaktig (R60): what a guardian or the child thinks is wrong in an item, in every copy of it

CREATE TABLE objection_decision (
  objection_id uuid NOT NULL,
  outcome text NOT NULL,
  correction free_text,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL,
  decided_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- What the holder of the item decided; never changed

CREATE TABLE objection_keeping (
  id uuid NOT NULL,
  objection_id uuid NOT NULL,
  is_kept boolean NOT NULL,
  reason reason_text NOT NULL,
  decided_by uuid NOT NULL,
  decided_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Why an objection is kept from guardians, or no longer; the last one counts, the holder's domain alone reads it

CREATE TABLE party (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  added_by_unit_id uuid NOT NULL,
  mode text NOT NULL,
  state text NOT NULL,
  contact_id uuid,
  reason reason_text,
  added_on date NOT NULL,
  answered_on date,
  left_on date,
  version integer NOT NULL DEFAULT 1,
  taken_over_on date,
  disposed_on date
);
-- A unit that is called to, invited to or takes part in a plan

CREATE TABLE person (
  id uuid NOT NULL,
  birth_date date,
  protection text NOT NULL DEFAULT 'none'::text,
  staff_name short_text
);
-- A child, a guardian, a close person or a member of staff

CREATE TABLE person_identifier (
  type text NOT NULL,
  value text NOT NULL,
  person_id uuid NOT NULL
);
-- Personnummer and other identity numbers (R58)

CREATE TABLE plan (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  legal_basis text NOT NULL,
  lead_unit_id uuid NOT NULL,
  overall_responsible_id uuid,
  no_other_actors boolean NOT NULL DEFAULT false,
  child_participation text,
  next_follow_up_on date,
  next_follow_up_unit_id uuid,
  informed_on date,
  established_on date,
  created_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1,
  routine_version_id uuid DEFAULT app_own_routine(),
  followed_up_on date,
  led_since date
);
-- A coordinated plan for one child; only what every reader of the plan may know (SoL 10:8, HSL 16:4)

CREATE TABLE plan_deadline_reason (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  deadline text NOT NULL,
  counts_from date NOT NULL,
  reason reason_text NOT NULL,
  person_id uuid NOT NULL,
  given_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Why a deadline of a plan was broken, in the words of the unit that led (R45): that unit's own

CREATE TABLE plan_follow_up (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  held_on date NOT NULL,
  child_participation text NOT NULL,
  next_on date,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  planned_on date
);
-- A follow-up of a plan; only what every reader of the plan may know. Never changed

CREATE TABLE plan_lead_term (
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  offer_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL
);
-- Who led a plan before, from when until when (R48); seen by whoever sees that the unit takes part

CREATE TABLE plan_origin (
  plan_id uuid NOT NULL,
  follows_id uuid NOT NULL,
  unit_id uuid NOT NULL
);
-- Which plan a plan follows: that of a unit it was taken over from, or the Barnets plan that it grew out of; known to the leading unit

CREATE TABLE plan_reading (
  plan_id uuid NOT NULL,
  person_id uuid NOT NULL,
  confirmed_on date NOT NULL,
  number integer NOT NULL
);
-- That somebody of the family has read the plan: for that person and the leading unit

CREATE TABLE plan_request (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  child_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  relation text,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  birth_date date NOT NULL,
  own_given_name short_text,
  own_family_name short_text,
  body free_text NOT NULL,
  help free_text NOT NULL,
  participants free_text,
  received_on date NOT NULL,
  due_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  assessed_on date,
  answered_on date,
  refused_by reason_text,
  reason reason_text,
  version integer NOT NULL DEFAULT 1,
  withdrawn_on date
);
-- Begäran om en plan (R4): asked by a guardian or the child, answered by a plan or a refusal, never by silence, unless it is taken back

CREATE TABLE plan_request_handling (
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  assigned_by uuid NOT NULL,
  custody_checked boolean NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- What the unit does with a request: its own information

CREATE TABLE plan_request_plan (
  request_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  plan_id uuid NOT NULL
);
-- The plan that a request led to: the unit's, and the family's once it sees the plan

CREATE TABLE plan_status_change (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  from_status text NOT NULL,
  to_status text NOT NULL,
  on_day date NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Each step of the process; never changed

CREATE TABLE plan_status_reason (
  change_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  refused_by reason_text,
  reason reason_text NOT NULL,
  declined_by text
);
-- Why a step was taken, in the words of the unit that took it: that domain's own information, but for a principal's refusal, which the family is told (R4)

CREATE TABLE plan_transition (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  starts_on date NOT NULL,
  plan_goes_on boolean NOT NULL,
  for_family boolean NOT NULL,
  reason reason_text NOT NULL,
  planned_by uuid NOT NULL,
  planned_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ended_on date,
  ended_by uuid,
  end_reason reason_text,
  version integer NOT NULL DEFAULT 1
);
-- That a plan goes over to other units on a day (övergång): planned by the unit that leads it, that unit's own

CREATE TABLE plan_transition_receiver (
  transition_id uuid NOT NULL,
  since integer NOT NULL,
  number integer NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid,
  outside_actor short_text
);
-- Who takes over from which unit in a transition

CREATE TABLE plan_version (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  number integer NOT NULL,
  dispatched_on date NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- A dispatched version; never changed (R7)

CREATE TABLE plan_version_item (
  version_id uuid NOT NULL,
  item_id uuid NOT NULL,
  title short_text,
  body free_text,
  horizon text,
  goal_id uuid,
  outside_actor short_text,
  contact_name short_text,
  starts_on date,
  ends_on date,
  status text,
  form text,
  catalogue_id uuid,
  area text,
  sort text,
  spoken_by short_text
);
-- An item as it was when the version was dispatched; who may read the item may read this

CREATE TABLE principal (
  id uuid NOT NULL,
  name short_text NOT NULL,
  kind text NOT NULL,
  org_number text,
  municipality_code text
);
-- Huvudman: municipality, region, both in one, independent provider, or an authority of the state

CREATE TABLE protection_record (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  level text NOT NULL,
  reason reason_text,
  person_id uuid,
  recorded_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Which level of protection a unit has recorded; of each unit the last counts, of all the strictest (R31)

CREATE TABLE public_request (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  body free_text NOT NULL,
  requester short_text,
  received_on date NOT NULL,
  registered_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  refusal_paragraph short_text,
  refusal_reason reason_text,
  decided_on date,
  decided_by uuid,
  version integer NOT NULL DEFAULT 1
);
-- Begäran om allmän handling (R59): what somebody asks a unit to hand out; whoever asks need not say who he is

CREATE TABLE public_request_item (
  request_id uuid NOT NULL,
  item_id uuid NOT NULL,
  listed_by uuid NOT NULL,
  listed_at timestamp with time zone NOT NULL,
  outcome text,
  paragraph short_text,
  reason reason_text,
  reservation reason_text,
  masks text[] NOT NULL DEFAULT '{}'::text[],
  tested_tag text,
  tested_by uuid,
  tested_on date,
  given jsonb
);
-- An item of the unit that is meant, its harm test, and what has left of it

CREATE TABLE questionnaire (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  code text NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  languages text[] NOT NULL,
  category text NOT NULL,
  titles jsonb NOT NULL,
  fields jsonb NOT NULL,
  drafted_by uuid NOT NULL,
  drafted_on date NOT NULL,
  published_on date,
  retired_on date,
  version integer NOT NULL DEFAULT 1
);
-- Frågeformulär: what a principal asks other services, version by version

CREATE TABLE register_import (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  format text NOT NULL,
  encoding text NOT NULL,
  status text NOT NULL,
  started_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  checked_at timestamp with time zone,
  checksum sha256_hash,
  digest sha256_hash,
  unknown_columns integer[],
  counts integer[],
  applied_by uuid,
  applied_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
-- A file of messages of the population register that a unit reads in for its cases. The file is not kept

CREATE TABLE register_import_row (
  import_id uuid NOT NULL,
  position integer NOT NULL,
  number integer NOT NULL,
  outcome text NOT NULL,
  message_id short_text,
  child_id uuid,
  kind text,
  effective_on date,
  custody text,
  level text,
  guardian_key sha256_hash,
  relation_id uuid,
  last_day date,
  record_id uuid,
  guardian_type text,
  guardian_number text,
  given_name short_text,
  family_name short_text,
  fault_column text,
  rule text
);
-- What one message comes to; of one that is not the unit's, or is at fault, nothing that it said is kept

CREATE TABLE register_message (
  unit_id uuid NOT NULL,
  message_id short_text NOT NULL,
  child_id uuid NOT NULL,
  kind text NOT NULL,
  effective_on date NOT NULL,
  guardian_key sha256_hash,
  record_id uuid,
  read_at timestamp with time zone NOT NULL
);
-- A message of the population register that a unit has taken: none is taken twice

CREATE TABLE relation (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  person_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  given_name short_text NOT NULL,
  family_name short_text NOT NULL,
  end_reason reason_text,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Who stands in which relation to a child, as one unit knows it (FB 6 kap)

CREATE TABLE reorganisation (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  title short_text NOT NULL,
  decision short_text NOT NULL,
  takes_effect_on date NOT NULL,
  status text NOT NULL DEFAULT 'drafted'::text,
  drafted_by uuid NOT NULL,
  drafted_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  cancelled_on date,
  cancel_reason reason_text,
  applied_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
-- Omorganisation: units move, merge or close on a day (KL 3:4, 5:1; R17, R23)

CREATE TABLE reorganisation_case (
  reorganisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  child_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  is_open boolean NOT NULL
);
-- What a unit held about a child and handed over, whole; never changed

CREATE TABLE reorganisation_move (
  reorganisation_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL,
  unit_id uuid NOT NULL,
  to_branch_id uuid,
  into_unit_id uuid,
  open_cases_go boolean NOT NULL,
  old_records_go boolean NOT NULL,
  keeper_unit_id uuid
);
-- What happens to one unit

CREATE TABLE reorganisation_part (
  new_unit_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  position integer NOT NULL,
  name short_text NOT NULL,
  secrecy_class text NOT NULL,
  branch_id uuid NOT NULL,
  takes_rest boolean NOT NULL,
  staff integer NOT NULL DEFAULT 0
);
-- A new unit that comes out of one that is divided

CREATE TABLE reorganisation_placement (
  reorganisation_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  new_unit_id uuid NOT NULL
);
-- Who goes to which part, as the manager of the divided unit says (R41)

CREATE TABLE reorganisation_side (
  reorganisation_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  decided_on date,
  decided_by uuid
);
-- A principal whose units are concerned: each must decide

CREATE TABLE request_receiver (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  valid_from date NOT NULL,
  chosen_by uuid,
  chosen_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- Which unit of a principal receives what families ask for, from a day; of choices in force the one made last

CREATE TABLE retention_mark (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  reason reason_text NOT NULL,
  set_by uuid NOT NULL,
  set_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  ended_on date,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason reason_text,
  version integer NOT NULL DEFAULT 1
);
-- What stops or lengthens the clock of a case, as the unit that holds the case recorded it (R55)

CREATE TABLE job.river_job (
  id bigint NOT NULL DEFAULT nextval('job.river_job_id_seq'::regclass),
  state job.river_job_state NOT NULL DEFAULT 'available'::job.river_job_state,
  attempt smallint NOT NULL DEFAULT 0,
  max_attempts smallint NOT NULL DEFAULT 25,
  attempted_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  finalized_at timestamp with time zone,
  scheduled_at timestamp with time zone NOT NULL DEFAULT now(),
  priority smallint NOT NULL DEFAULT 1,
  args jsonb NOT NULL,
  attempted_by text[],
  errors jsonb[],
  kind text NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  queue text NOT NULL DEFAULT 'default'::text,
  tags character varying(255)[] NOT NULL DEFAULT '{}'::character varying[],
  unique_key bytea,
  unique_states bit(8)
);
-- A job: what is to be done, told by ids, and how far it has come

CREATE TABLE job.river_leader (
  elected_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  leader_id text NOT NULL,
  name text NOT NULL DEFAULT 'default'::text
);
-- The worker that looks after the queue

CREATE TABLE job.river_notification (
  id bigint NOT NULL DEFAULT nextval('job.river_notification_id_seq'::regclass),
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  payload text NOT NULL,
  topic text NOT NULL
);
-- What River's workers tell each other

CREATE TABLE job.river_queue (
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  metadata jsonb NOT NULL DEFAULT '{}'::jsonb,
  paused_at timestamp with time zone,
  updated_at timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);
-- Queues that workers take from

CREATE TABLE role_holder (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  party_id uuid NOT NULL,
  role text NOT NULL,
  seat integer NOT NULL,
  person_id uuid NOT NULL,
  stands_in_for_id uuid,
  starts_on date NOT NULL,
  ends_on date,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Who has a role in a plan, from when until when (R48); seen by whoever sees that the unit takes part

CREATE TABLE role_offer (
  id uuid NOT NULL,
  plan_id uuid NOT NULL,
  party_id uuid NOT NULL,
  from_unit_id uuid NOT NULL,
  to_unit_id uuid NOT NULL,
  role text NOT NULL,
  starts_on date NOT NULL,
  state text NOT NULL,
  offered_by uuid NOT NULL,
  offered_on date NOT NULL,
  answered_by uuid,
  answered_on date,
  reason reason_text,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- A role that another party is asked to take over; known to who asks and to that party

CREATE TABLE routine_choice (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  code text NOT NULL,
  valid_from date NOT NULL,
  chosen_by uuid,
  chosen_on date NOT NULL,
  created_at timestamp with time zone NOT NULL
);
-- By which routine profile a principal works, from a day; of those in force the one chosen last

CREATE TABLE routine_version (
  id uuid NOT NULL,
  principal_id uuid,
  code text NOT NULL,
  number integer NOT NULL,
  valid_from date NOT NULL,
  document text NOT NULL,
  whole jsonb NOT NULL,
  loaded_by uuid,
  created_at timestamp with time zone NOT NULL,
  child_sees_from integer NOT NULL DEFAULT ((whole #>> '{ages,childSeesFrom,number}'::text[]))::integer,
  guardian_sees_until integer NOT NULL DEFAULT ((whole #>> '{ages,guardianSeesUntil,number}'::text[]))::integer,
  reminder_days integer NOT NULL DEFAULT ((whole #>> '{consentReminderDays,number}'::text[]))::integer,
  review_working_days integer NOT NULL DEFAULT ((whole #>> '{deadlines,emergency-review,length}'::text[]))::integer,
  fewest_told integer NOT NULL DEFAULT ((whole #>> '{fewestTold,number}'::text[]))::integer,
  consent_ages jsonb NOT NULL DEFAULT (whole -> 'consentAges'::text),
  others_asked_from integer DEFAULT app_asks_others_from((whole -> 'consentAges'::text))
);
-- Rutinprofil: what the law leaves to a county or a principal to decide, in numbered versions that never change

CREATE TABLE seal (
  number bigint NOT NULL,
  epoch bigint NOT NULL,
  begins text NOT NULL,
  cluster text NOT NULL,
  previous sha256_hash NOT NULL,
  root sha256_hash NOT NULL,
  count bigint NOT NULL,
  size bigint NOT NULL,
  first_id uuid,
  last_id uuid,
  before xid8 NOT NULL,
  key_id text NOT NULL,
  sealed_at timestamp with time zone NOT NULL
);
-- A batch of log entries, closed by a hash over them and over the seal before

CREATE TABLE seal_key (
  id text NOT NULL,
  public_key bytea NOT NULL,
  since timestamp with time zone NOT NULL
);
-- Public keys that have signed checkpoints

CREATE TABLE seal_leaf (
  seal_number bigint NOT NULL,
  position bigint NOT NULL,
  entry_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  digest sha256_hash NOT NULL
);
-- What a seal keeps of an entry; all that is left of it after weeding. No entry has two

CREATE TABLE statistics_active (
  plan_id uuid NOT NULL,
  term date NOT NULL
);
-- Half-years in which a plan has been counted as active

CREATE TABLE statistics_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  principal_id uuid NOT NULL,
  term date NOT NULL,
  municipality text,
  service text NOT NULL,
  age text NOT NULL,
  sex text NOT NULL,
  answer text,
  days integer,
  entry text
);
-- What has happened, for statistics (R57): about nobody

CREATE TABLE survey_answer (
  id uuid NOT NULL,
  unit_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  period date NOT NULL,
  respondent text NOT NULL,
  routine_version_id uuid NOT NULL,
  answers jsonb NOT NULL,
  words jsonb NOT NULL
);
-- What somebody has answered after some meeting; read by nobody but as numbers (R50)

CREATE TABLE survey_taken (
  meeting_id uuid NOT NULL,
  person_id uuid NOT NULL
);
-- Who has answered the survey of a meeting, so that each answers once; nothing of what (R50)

CREATE TABLE term_setting (
  authority_id uuid NOT NULL,
  assess_days integer,
  decide_days integer,
  feedback_days integer,
  questions_a_day integer
);
-- Terms of a board; what is not set is as usual (view unit_term)

CREATE TABLE unit (
  id uuid NOT NULL,
  name short_text NOT NULL,
  secrecy_class text NOT NULL
);
-- Enhet: where people work

CREATE TABLE unit_code (
  unit_id uuid NOT NULL,
  principal_id uuid NOT NULL,
  hsa_id text,
  school_unit_code text,
  local_id short_text,
  municipality_code text
);
-- What registers know a unit by (R58)

CREATE TABLE unit_import (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  format text NOT NULL,
  encoding text NOT NULL,
  counts_from date NOT NULL,
  closes_missing boolean NOT NULL,
  branch_id uuid,
  secrecy_class text,
  status text NOT NULL,
  started_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  checked_at timestamp with time zone,
  checksum sha256_hash,
  organisation sha256_hash,
  unknown_columns integer[],
  counts integer[],
  applied_by uuid,
  applied_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
-- A file of units that a principal reads in: tried (dry run), then applied as it was tried. The file is not kept

CREATE TABLE unit_import_row (
  import_id uuid NOT NULL,
  position integer NOT NULL,
  number integer,
  outcome text NOT NULL,
  unit_id uuid,
  name short_text,
  secrecy_class text,
  branch_id uuid,
  hsa_id text,
  school_unit_code text,
  local_id short_text,
  municipality_code text,
  first_day date,
  last_day date,
  fault_column text,
  rule text
);
-- What one row of such a file comes to; of a faulty one nothing that it said is kept

CREATE TABLE unit_place (
  unit_id uuid NOT NULL,
  branch_id uuid NOT NULL,
  valid daterange NOT NULL
);
-- In which secrecy domain a unit lies, by day, without gap or overlap

CREATE TABLE unit_predecessor (
  unit_id uuid NOT NULL,
  predecessor_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL
);
-- Which unit another came out of

CREATE TABLE unit_successor (
  unit_id uuid NOT NULL,
  successor_id uuid NOT NULL,
  reorganisation_id uuid NOT NULL
);
-- Which unit took over from one that has closed

CREATE TABLE used_once (
  hash sha256_hash NOT NULL,
  until timestamp with time zone NOT NULL
);
-- What a client signed to be used once: assertions and proofs, until they expire

CREATE TABLE webhook (
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  address text NOT NULL,
  kinds text[] NOT NULL,
  is_paused boolean NOT NULL,
  generation integer NOT NULL DEFAULT 1,
  secret_since timestamp with time zone NOT NULL,
  old_until timestamp with time zone,
  told_to bigint NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  stopped_at timestamp with time zone,
  ended_at timestamp with time zone,
  version integer NOT NULL DEFAULT 1
);
-- Where a client listens to events (webhook)

CREATE TABLE webhook_delivery (
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid,
  state text NOT NULL,
  next_at timestamp with time zone NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  tried_at timestamp with time zone[] NOT NULL DEFAULT '{}'::timestamp with time zone[],
  outcomes text[] NOT NULL DEFAULT '{}'::text[],
  created_at timestamp with time zone NOT NULL
);
-- An event on its way to where a client listens, and what came of it

CREATE TABLE whereabouts (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  kind text NOT NULL,
  body free_text NOT NULL,
  author_id uuid NOT NULL,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Where a child is or may be reached, as one unit knows it (OSL 21:3, 21:3 a): the compartment

CREATE TABLE whereabouts_block (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  decided_by uuid NOT NULL,
  reason reason_text NOT NULL,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- A guardian from whom it is kept where the child is (OSL 26:2, R35)

CREATE TABLE whereabouts_reader (
  id uuid NOT NULL,
  child_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  person_id uuid NOT NULL,
  granted_by uuid NOT NULL,
  reason reason_text NOT NULL,
  valid daterange NOT NULL,
  version integer NOT NULL DEFAULT 1
);
-- Who of a unit is named to know where a protected child is (R31)

CREATE TABLE withholding (
  item_id uuid NOT NULL,
  person_id uuid,
  decided_by uuid NOT NULL,
  decided_on date NOT NULL,
  reason reason_text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  ended_on date,
  ended_by uuid,
  end_reason reason_text,
  asked boolean NOT NULL DEFAULT false,
  assessed_on date,
  assessed_by uuid,
  assessment reason_text
);
-- An item that is kept from a guardian or the child (OSL 12:3, R27)

-- Constraints
ALTER TABLE absence ADD CHECK (((starts_on <= ends_on) AND ((back_on >= starts_on) AND (back_on <= ends_on)) AND (substitute_id <> person_id)));
ALTER TABLE absence ADD CHECK ((version > 0));
ALTER TABLE absence ADD FOREIGN KEY (entered_by) REFERENCES person(id);
ALTER TABLE absence ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE absence ADD FOREIGN KEY (substitute_id) REFERENCES person(id);
ALTER TABLE absence ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE absence ADD PRIMARY KEY (id);
ALTER TABLE absence ADD EXCLUDE USING gist (uuid_send(person_id) WITH =, uuid_send(unit_id) WITH =, daterange(starts_on, COALESCE(back_on, (ends_on + 1))) WITH &&);
ALTER TABLE assignment ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE assignment ADD CHECK ((role = ANY (ARRAY['caseworker'::text, 'unit-manager'::text, 'administrator'::text, 'meeting-leader'::text, 'data-protection-officer'::text, 'system-administrator'::text, 'analyst'::text, 'archivist'::text])));
ALTER TABLE assignment ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE assignment ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE assignment ADD PRIMARY KEY (id);
ALTER TABLE assignment ADD EXCLUDE USING gist (person_id WITH =, unit_id WITH =, role WITH =, valid WITH &&);
ALTER TABLE attachment ADD CHECK (((state = 'ready'::text) <= ((key_id IS NOT NULL) AND (size > 0))));
ALTER TABLE attachment ADD CHECK (((state = 'withdrawn'::text) = (reason IS NOT NULL)));
ALTER TABLE attachment ADD CHECK ((kept_in = ANY (ARRAY['database'::text, 'bucket'::text])));
ALTER TABLE attachment ADD CHECK ((meant_for = ANY (ARRAY['unit'::text, 'parties'::text, 'family'::text])));
ALTER TABLE attachment ADD CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'text/plain'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.oasis.opendocument.text'::text])));
ALTER TABLE attachment ADD CHECK ((size >= 0));
ALTER TABLE attachment ADD CHECK ((state = ANY (ARRAY['awaiting'::text, 'ready'::text, 'infected'::text, 'withdrawn'::text])));
ALTER TABLE attachment ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE attachment ADD PRIMARY KEY (item_id);
ALTER TABLE attachment_content ADD CHECK (("position" >= 0));
ALTER TABLE attachment_content ADD CHECK (((length(bytes) >= 1) AND (length(bytes) <= 1048576)));
ALTER TABLE attachment_content ADD FOREIGN KEY (item_id) REFERENCES attachment(item_id);
ALTER TABLE attachment_content ADD PRIMARY KEY (item_id, "position");
ALTER TABLE audit_entry ADD CHECK (((cardinality(objects) = cardinality(reaches)) AND (cardinality(objects) = cardinality(grounds))));
ALTER TABLE audit_entry ADD CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'citizen'::text, 'client'::text, 'system'::text, 'unknown'::text])));
ALTER TABLE audit_entry ADD CHECK ((length(operation) <= 60));
ALTER TABLE audit_entry ADD CHECK ((length(outcome) <= 40));
ALTER TABLE audit_entry ADD CHECK ((length(purpose) <= 1000));
ALTER TABLE audit_entry ADD PRIMARY KEY (id);
ALTER TABLE authority ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE authority ADD PRIMARY KEY (id);
ALTER TABLE branch ADD FOREIGN KEY (authority_id) REFERENCES authority(id);
ALTER TABLE branch ADD PRIMARY KEY (id);
ALTER TABLE call ADD CHECK ((((cardinality(questions) >= 1) AND (cardinality(questions) <= 20)) AND (NOT (''::text = ANY (questions)))));
ALTER TABLE call ADD CHECK ((((sent_on IS NULL) = (answer_by IS NULL)) AND (sent_on <= answer_by)));
ALTER TABLE call ADD CHECK ((version > 0));
ALTER TABLE call ADD CHECK ((way = ANY (ARRAY['place'::text, 'digital'::text, 'both'::text])));
ALTER TABLE call ADD FOREIGN KEY (author_id) REFERENCES person(id);
ALTER TABLE call ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE call ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE call ADD PRIMARY KEY (id);
ALTER TABLE call_addressee ADD CHECK (((state <> ALL (ARRAY['drafted'::text, 'dropped'::text])) OR ((seen_on IS NULL) AND (passed_from IS NULL))));
ALTER TABLE call_addressee ADD CHECK (((state = ANY (ARRAY['drafted'::text, 'dropped'::text, 'waiting'::text])) OR ((answered_on IS NOT NULL) AND (seen_on IS NOT NULL))));
ALTER TABLE call_addressee ADD CHECK ((state = ANY (ARRAY['drafted'::text, 'dropped'::text, 'waiting'::text, 'accepted'::text, 'declined'::text, 'passed-on'::text])));
ALTER TABLE call_addressee ADD CHECK ((summons = ANY (ARRAY['called'::text, 'invited'::text])));
ALTER TABLE call_addressee ADD CHECK ((version > 0));
ALTER TABLE call_addressee ADD FOREIGN KEY (call_id) REFERENCES call(id);
ALTER TABLE call_addressee ADD FOREIGN KEY (contact_id) REFERENCES person(id);
ALTER TABLE call_addressee ADD FOREIGN KEY (passed_from) REFERENCES call_addressee(id);
ALTER TABLE call_addressee ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE call_addressee ADD PRIMARY KEY (id);
ALTER TABLE care_block ADD CHECK ((version > 0));
ALTER TABLE care_block ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE care_block ADD FOREIGN KEY (recorded_by) REFERENCES person(id);
ALTER TABLE care_block ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE care_block ADD PRIMARY KEY (id);
ALTER TABLE care_block_reason ADD CHECK ((act = ANY (ARRAY['set'::text, 'lifted'::text])));
ALTER TABLE care_block_reason ADD FOREIGN KEY (block_id) REFERENCES care_block(id);
ALTER TABLE care_block_reason ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE care_block_reason ADD PRIMARY KEY (block_id, act);
ALTER TABLE case_file ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE case_file ADD CHECK ((interpreter_language ~ '^[a-z]{2,3}$'::text));
ALTER TABLE case_file ADD CHECK ((version > 0));
ALTER TABLE case_file ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE case_file ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE case_file ADD PRIMARY KEY (id);
ALTER TABLE case_file ADD EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, valid WITH &&);
ALTER TABLE case_file_folded ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE case_file_folded ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE case_file_folded ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE case_file_folded ADD PRIMARY KEY (id);
ALTER TABLE case_worker ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE case_worker ADD CHECK ((version > 0));
ALTER TABLE case_worker ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE case_worker ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE case_worker ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE case_worker ADD PRIMARY KEY (id);
ALTER TABLE case_worker ADD EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&);
ALTER TABLE checkpoint ADD CHECK ((length(signature) = 64));
ALTER TABLE checkpoint ADD CHECK ((number > 0));
ALTER TABLE checkpoint ADD FOREIGN KEY (key_id) REFERENCES seal_key(id);
ALTER TABLE checkpoint ADD FOREIGN KEY (seal_number) REFERENCES seal(number);
ALTER TABLE checkpoint ADD PRIMARY KEY (number);
ALTER TABLE checkpoint ADD UNIQUE (seal_number);
ALTER TABLE client ADD CHECK ((cardinality(event_unit_ids) <= 20));
ALTER TABLE client ADD CHECK ((cardinality(scopes) <= 20));
ALTER TABLE client ADD CHECK ((cardinality(sign_in_ids) <= 10));
ALTER TABLE client ADD CHECK ((rate_class = ANY (ARRAY['small'::text, 'standard'::text, 'large'::text])));
ALTER TABLE client ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE client ADD FOREIGN KEY (registered_by) REFERENCES person(id);
ALTER TABLE client ADD PRIMARY KEY (id);
ALTER TABLE client_key ADD FOREIGN KEY (client_id) REFERENCES client(id);
ALTER TABLE client_key ADD PRIMARY KEY (id);
ALTER TABLE client_key ADD UNIQUE (client_id, kid);
ALTER TABLE client_token ADD CHECK ((kind = ANY (ARRAY['client'::text, 'staff'::text, 'citizen'::text])));
ALTER TABLE client_token ADD FOREIGN KEY (client_id) REFERENCES client(id);
ALTER TABLE client_token ADD FOREIGN KEY (key_id) REFERENCES client_key(id);
ALTER TABLE client_token ADD PRIMARY KEY (hash);
ALTER TABLE collaboration_group ADD CHECK (((level = 'local'::text) OR (above_id IS NULL)));
ALTER TABLE collaboration_group ADD CHECK (((text_days >= 30) AND (text_days <= 730)));
ALTER TABLE collaboration_group ADD CHECK ((kind = ANY (ARRAY['local'::text, 'steering'::text, 'fossam'::text, 'sspf'::text])));
ALTER TABLE collaboration_group ADD CHECK ((level = ANY (ARRAY['local'::text, 'county'::text])));
ALTER TABLE collaboration_group ADD FOREIGN KEY (above_id) REFERENCES collaboration_group(id);
ALTER TABLE collaboration_group ADD FOREIGN KEY (created_by) REFERENCES person(id);
ALTER TABLE collaboration_group ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE collaboration_group ADD PRIMARY KEY (id);
ALTER TABLE concern_handling ADD CHECK ((version > 0));
ALTER TABLE concern_handling ADD FOREIGN KEY (assigned_by) REFERENCES person(id);
ALTER TABLE concern_handling ADD FOREIGN KEY (handler_id) REFERENCES person(id);
ALTER TABLE concern_handling ADD FOREIGN KEY (report_id) REFERENCES concern_report(id);
ALTER TABLE concern_handling ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE concern_handling ADD PRIMARY KEY (report_id);
ALTER TABLE concern_report ADD CHECK ((((decision IS NULL) = (decided_on IS NULL)) AND ((decision IS NULL) = (feedback_on IS NULL)) AND ((message IS NULL) OR (decision IS NOT NULL))));
ALTER TABLE concern_report ADD CHECK (((decision IS NULL) OR (received_on IS NOT NULL)));
ALTER TABLE concern_report ADD CHECK (((reported_on <= sent_on) AND (sent_on <= received_on)));
ALTER TABLE concern_report ADD CHECK (((sent_on <= decided_on) AND (decided_on <= feedback_on)));
ALTER TABLE concern_report ADD CHECK ((decision = ANY (ARRAY['opened'::text, 'not-opened'::text])));
ALTER TABLE concern_report ADD CHECK ((from_unit_id <> to_unit_id));
ALTER TABLE concern_report ADD CHECK ((version > 0));
ALTER TABLE concern_report ADD FOREIGN KEY (author_id) REFERENCES person(id);
ALTER TABLE concern_report ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE concern_report ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE concern_report ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE concern_report ADD PRIMARY KEY (id);
ALTER TABLE confirmation ADD FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE confirmation ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE confirmation ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE confirmation ADD PRIMARY KEY (id);
ALTER TABLE confirmation ADD UNIQUE (party_id);
ALTER TABLE consent ADD CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text, 'e-identification'::text])));
ALTER TABLE consent ADD CHECK ((kind = ANY (ARRAY['plan'::text, 'share'::text, 'other-person'::text])));
ALTER TABLE consent ADD CHECK ((limits <> id));
ALTER TABLE consent ADD CHECK ((valid_from <= valid_to));
ALTER TABLE consent ADD CHECK ((version > 0));
ALTER TABLE consent ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE consent ADD FOREIGN KEY (limits) REFERENCES consent(id);
ALTER TABLE consent ADD FOREIGN KEY (recorder_id) REFERENCES person(id);
ALTER TABLE consent ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE consent ADD FOREIGN KEY (withdrawn_by) REFERENCES person(id);
ALTER TABLE consent ADD PRIMARY KEY (id);
ALTER TABLE consent ADD UNIQUE (limits);
ALTER TABLE consent_exclusion ADD FOREIGN KEY (consent_id) REFERENCES consent(id);
ALTER TABLE consent_exclusion ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE consent_exclusion ADD PRIMARY KEY (consent_id, item_id);
ALTER TABLE consent_giver ADD CHECK (((answer <> 'hindered'::text) OR (reason IS NOT NULL)));
ALTER TABLE consent_giver ADD CHECK (((answer = 'pending'::text) = (answered_on IS NULL)));
ALTER TABLE consent_giver ADD CHECK ((answer = ANY (ARRAY['pending'::text, 'given'::text, 'refused'::text, 'hindered'::text])));
ALTER TABLE consent_giver ADD CHECK ((capacity = ANY (ARRAY['guardian'::text, 'god-man'::text, 'child'::text, 'subject'::text])));
ALTER TABLE consent_giver ADD FOREIGN KEY (consent_id) REFERENCES consent(id);
ALTER TABLE consent_giver ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE consent_giver ADD PRIMARY KEY (consent_id, person_id);
ALTER TABLE consent_scope ADD CHECK ((category = ANY (ARRAY['support-needs'::text, 'health'::text, 'schooling'::text, 'family-situation'::text, 'goals'::text, 'interventions'::text, 'child-voice'::text, 'views'::text, 'participation'::text])));
ALTER TABLE consent_scope ADD CHECK ((from_branch_id <> to_branch_id));
ALTER TABLE consent_scope ADD FOREIGN KEY (consent_id) REFERENCES consent(id);
ALTER TABLE consent_scope ADD FOREIGN KEY (from_branch_id) REFERENCES branch(id);
ALTER TABLE consent_scope ADD FOREIGN KEY (to_branch_id) REFERENCES branch(id);
ALTER TABLE consent_scope ADD PRIMARY KEY (consent_id, from_branch_id, to_branch_id, category);
ALTER TABLE consent_signature ADD CHECK ((num_nulls(issuer, assurance, signed_at, reference) = ANY (ARRAY[0, 4])));
ALTER TABLE consent_signature ADD FOREIGN KEY (client_id) REFERENCES client(id);
ALTER TABLE consent_signature ADD FOREIGN KEY (consent_id, person_id) REFERENCES consent_giver(consent_id, person_id);
ALTER TABLE consent_signature ADD PRIMARY KEY (consent_id, person_id);
ALTER TABLE contact_address ADD CHECK ((((length(email) >= 3) AND (length(email) <= 254)) AND (email ~~ '%_@_%'::text) AND (email !~ '[[:space:][:cntrl:]]'::text)));
ALTER TABLE contact_address ADD CHECK ((capacity = ANY (ARRAY['staff'::text, 'family'::text])));
ALTER TABLE contact_address ADD CHECK ((version > 0));
ALTER TABLE contact_address ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE contact_address ADD PRIMARY KEY (id);
ALTER TABLE contact_address ADD UNIQUE (person_id, capacity);
ALTER TABLE contact_card ADD CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 20)));
ALTER TABLE contact_card ADD CHECK (((phone ~ '^[+]?[0-9][0-9 ()/-]*[0-9]$'::text) AND (length(phone) <= 40)));
ALTER TABLE contact_card ADD CHECK (((published_on <= confirmed_on) AND (confirmed_on <= valid_until) AND (remind_from <= valid_until)));
ALTER TABLE contact_card ADD CHECK ((number > 0));
ALTER TABLE contact_card ADD CHECK ((version > 0));
ALTER TABLE contact_card ADD FOREIGN KEY (confirmed_by) REFERENCES person(id);
ALTER TABLE contact_card ADD FOREIGN KEY (owner_id) REFERENCES person(id);
ALTER TABLE contact_card ADD FOREIGN KEY (published_by) REFERENCES person(id);
ALTER TABLE contact_card ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE contact_card ADD PRIMARY KEY (id);
ALTER TABLE contact_card ADD UNIQUE (unit_id, number);
ALTER TABLE custody_decision ADD CHECK (((ends_on IS NULL) = (end_reason IS NULL)));
ALTER TABLE custody_decision ADD CHECK ((appeal = ANY (ARRAY['none'::text, 'appealed'::text, 'upheld'::text, 'changed'::text])));
ALTER TABLE custody_decision ADD CHECK ((decided_on <= ends_on));
ALTER TABLE custody_decision ADD CHECK ((version > 0));
ALTER TABLE custody_decision ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE custody_decision ADD FOREIGN KEY (recorder_id) REFERENCES person(id);
ALTER TABLE custody_decision ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE custody_decision ADD PRIMARY KEY (id);
ALTER TABLE custody_measure ADD CHECK ((measure = ANY (ARRAY['psychiatric-assessment'::text, 'psychological-assessment'::text, 'psychiatric-treatment'::text, 'psychological-treatment'::text, 'open-care'::text, 'contact-person'::text, 'contact-family'::text, 'lss-contact-person'::text, 'lss-relief-service'::text, 'lss-short-stay'::text])));
ALTER TABLE custody_measure ADD FOREIGN KEY (decision_id) REFERENCES custody_decision(id);
ALTER TABLE custody_measure ADD PRIMARY KEY (decision_id, measure);
ALTER TABLE data_extract ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE data_extract ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE data_extract ADD FOREIGN KEY (request_id) REFERENCES public_request(id);
ALTER TABLE data_extract ADD PRIMARY KEY (request_id);
ALTER TABLE data_extract_extension ADD CHECK ((extended_on < answer_by));
ALTER TABLE data_extract_extension ADD FOREIGN KEY (extended_by) REFERENCES person(id);
ALTER TABLE data_extract_extension ADD FOREIGN KEY (request_id) REFERENCES data_extract(request_id);
ALTER TABLE data_extract_extension ADD PRIMARY KEY (request_id);
ALTER TABLE decision ADD CHECK (
CASE outcome
    WHEN 'none'::text THEN ((state = 'noted'::text) AND (unit_id IS NULL))
    WHEN 'intervention'::text THEN ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'cancelled'::text])) AND (unit_id IS NOT NULL))
    ELSE ((state = ANY (ARRAY['open'::text, 'done'::text, 'not-done'::text, 'cancelled'::text])) AND (unit_id IS NOT NULL))
END);
ALTER TABLE decision ADD CHECK ((outcome = ANY (ARRAY['intervention'::text, 'task'::text, 'none'::text])));
ALTER TABLE decision ADD CHECK ((state = ANY (ARRAY['noted'::text, 'proposed'::text, 'accepted'::text, 'declined'::text, 'open'::text, 'done'::text, 'not-done'::text, 'cancelled'::text])));
ALTER TABLE decision ADD CHECK ((version > 0));
ALTER TABLE decision ADD FOREIGN KEY (item_id) REFERENCES minute(item_id);
ALTER TABLE decision ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE decision ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE decision ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE decision ADD PRIMARY KEY (item_id);
ALTER TABLE decision_answer ADD FOREIGN KEY (intervention_id) REFERENCES item(id);
ALTER TABLE decision_answer ADD FOREIGN KEY (item_id) REFERENCES decision(item_id);
ALTER TABLE decision_answer ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE decision_answer ADD PRIMARY KEY (item_id);
ALTER TABLE deviation ADD CHECK (((happened_on <= entered_on) AND (entered_on <= withdrawn_on)));
ALTER TABLE deviation ADD CHECK ((kind = ANY (ARRAY['observed'::text, 'reported'::text])));
ALTER TABLE deviation ADD CHECK ((version > 0));
ALTER TABLE deviation ADD FOREIGN KEY (concerns_unit_id) REFERENCES unit(id);
ALTER TABLE deviation ADD FOREIGN KEY (routine_version_id) REFERENCES routine_version(id);
ALTER TABLE deviation ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE deviation ADD PRIMARY KEY (id);
ALTER TABLE deviation_case ADD CHECK ((((state = 'returned'::text) = (returned_on IS NOT NULL)) AND ((state = 'returned'::text) = (reason IS NOT NULL))));
ALTER TABLE deviation_case ADD CHECK ((((state = ANY (ARRAY['answered'::text, 'closed'::text])) = (answered_on IS NOT NULL)) AND ((answered_on IS NULL) = (answer IS NULL))));
ALTER TABLE deviation_case ADD CHECK (((lifted_because IS NOT NULL) OR ((state <> 'escalated'::text) AND (level <> 'system'::text))));
ALTER TABLE deviation_case ADD CHECK (((origin = ANY (ARRAY['filed'::text, 'mirrored'::text, 'escalated'::text])) AND ((origin = 'filed'::text) = (from_group_id IS NULL))));
ALTER TABLE deviation_case ADD CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL)));
ALTER TABLE deviation_case ADD CHECK (((state = ANY (ARRAY['submitted'::text, 'returned'::text])) = (accepted_on IS NULL)));
ALTER TABLE deviation_case ADD CHECK ((accepted_on >= received_on));
ALTER TABLE deviation_case ADD CHECK ((answered_on >= received_on));
ALTER TABLE deviation_case ADD CHECK ((closed_on >= answered_on));
ALTER TABLE deviation_case ADD CHECK ((due_on >= received_on));
ALTER TABLE deviation_case ADD CHECK ((level = ANY (ARRAY['local'::text, 'county'::text, 'system'::text])));
ALTER TABLE deviation_case ADD CHECK ((returned_on >= received_on));
ALTER TABLE deviation_case ADD CHECK ((state = ANY (ARRAY['submitted'::text, 'returned'::text, 'accepted'::text, 'escalated'::text, 'answered'::text, 'closed'::text])));
ALTER TABLE deviation_case ADD CHECK ((version > 0));
ALTER TABLE deviation_case ADD FOREIGN KEY (deviation_id) REFERENCES deviation(id);
ALTER TABLE deviation_case ADD FOREIGN KEY (from_group_id) REFERENCES collaboration_group(id);
ALTER TABLE deviation_case ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE deviation_case ADD PRIMARY KEY (id);
ALTER TABLE deviation_child ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE deviation_child ADD FOREIGN KEY (deviation_id) REFERENCES deviation(id);
ALTER TABLE deviation_child ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE deviation_child ADD PRIMARY KEY (deviation_id);
ALTER TABLE deviation_contact ADD CHECK ((version > 0));
ALTER TABLE deviation_contact ADD FOREIGN KEY (deviation_id) REFERENCES deviation(id);
ALTER TABLE deviation_contact ADD FOREIGN KEY (manager_id) REFERENCES person(id);
ALTER TABLE deviation_contact ADD PRIMARY KEY (deviation_id);
ALTER TABLE deviation_measure ADD CHECK ((((outcome IS NULL) = (effect IS NULL)) AND ((outcome IS NULL) = (followed_up_on IS NULL))));
ALTER TABLE deviation_measure ADD CHECK ((due_on >= decided_on));
ALTER TABLE deviation_measure ADD CHECK ((followed_up_on >= decided_on));
ALTER TABLE deviation_measure ADD CHECK ((outcome = ANY (ARRAY['done'::text, 'partly'::text, 'not-done'::text])));
ALTER TABLE deviation_measure ADD CHECK ((version > 0));
ALTER TABLE deviation_measure ADD FOREIGN KEY (case_id) REFERENCES deviation_case(id);
ALTER TABLE deviation_measure ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE deviation_measure ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE deviation_measure ADD PRIMARY KEY (id);
ALTER TABLE deviation_reporter ADD FOREIGN KEY (deviation_id) REFERENCES deviation(id);
ALTER TABLE deviation_reporter ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE deviation_reporter ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE deviation_reporter ADD PRIMARY KEY (deviation_id);
ALTER TABLE deviation_suggestion ADD CHECK ((((ended_on IS NULL) = (ended_by IS NULL)) AND ((reason IS NULL) OR (ended_on IS NOT NULL))));
ALTER TABLE deviation_suggestion ADD CHECK ((ended_on >= noted_on));
ALTER TABLE deviation_suggestion ADD FOREIGN KEY (about_unit_id) REFERENCES unit(id);
ALTER TABLE deviation_suggestion ADD FOREIGN KEY (ended_by) REFERENCES person(id);
ALTER TABLE deviation_suggestion ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE deviation_suggestion ADD PRIMARY KEY (meeting_id, about_unit_id);
ALTER TABLE deviation_suggestion ADD UNIQUE (id);
ALTER TABLE disclosure ADD CHECK (((end_reason IS NULL) OR (ended_on IS NOT NULL)));
ALTER TABLE disclosure ADD CHECK (((ended_on IS NULL) = (ended_by IS NULL)));
ALTER TABLE disclosure ADD CHECK (((from_unit_id <> to_unit_id) OR (ended_on IS NOT NULL)));
ALTER TABLE disclosure ADD CHECK ((consent_tried = ANY (ARRAY['asked'::text, 'refused'::text, 'not-suitable'::text])));
ALTER TABLE disclosure ADD CHECK ((decided_on <= valid_to));
ALTER TABLE disclosure ADD CHECK ((ground = ANY (ARRAY['need-of-under-18'::text, 'within-health'::text, 'pupil-support'::text, 'general-clause'::text, 'duty-to-inform'::text, 'young-offence-risk'::text, 'police-contact'::text, 'crime-prevention'::text])));
ALTER TABLE disclosure ADD CHECK ((version > 0));
ALTER TABLE disclosure ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE disclosure ADD FOREIGN KEY (ended_by) REFERENCES person(id);
ALTER TABLE disclosure ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE disclosure ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE disclosure ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE disclosure ADD FOREIGN KEY (recorded_by) REFERENCES person(id);
ALTER TABLE disclosure ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE disclosure ADD PRIMARY KEY (id);
ALTER TABLE disposal_case ADD CHECK (((last_entry_on < due_on) AND (due_on < finish_by)));
ALTER TABLE disposal_case ADD CHECK (((outcome = 'dropped'::text) = (dropped_because IS NOT NULL)));
ALTER TABLE disposal_case ADD CHECK ((dropped_because = ANY (ARRAY['new-entry'::text, 'marked'::text, 'moved'::text, 'kept-longer'::text])));
ALTER TABLE disposal_case ADD CHECK ((num_nonnulls(disposed_on, items, files, plans) =
CASE outcome
    WHEN 'disposed'::text THEN 4
    ELSE 0
END));
ALTER TABLE disposal_case ADD CHECK ((outcome = ANY (ARRAY['listed'::text, 'disposed'::text, 'dropped'::text])));
ALTER TABLE disposal_case ADD FOREIGN KEY (run_id) REFERENCES disposal_run(id);
ALTER TABLE disposal_case ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE disposal_case ADD PRIMARY KEY (id);
ALTER TABLE disposal_case ADD UNIQUE (run_id, unit_id, child_id);
ALTER TABLE disposal_certificate ADD CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
ALTER TABLE disposal_certificate ADD CHECK ((number > 0));
ALTER TABLE disposal_certificate ADD PRIMARY KEY (run_id);
ALTER TABLE disposal_certificate ADD UNIQUE (number);
ALTER TABLE disposal_decision ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE disposal_decision ADD FOREIGN KEY (run_id) REFERENCES disposal_run(id);
ALTER TABLE disposal_decision ADD PRIMARY KEY (run_id, person_id);
ALTER TABLE disposal_run ADD CHECK ((((state = 'carried-out'::text) = (carried_out_on IS NOT NULL)) AND ((state = 'cancelled'::text) = (cancelled_on IS NOT NULL))));
ALTER TABLE disposal_run ADD CHECK ((profile > 0));
ALTER TABLE disposal_run ADD CHECK ((state = ANY (ARRAY['drawn-up'::text, 'decided'::text, 'carried-out'::text, 'cancelled'::text])));
ALTER TABLE disposal_run ADD CHECK ((version > 0));
ALTER TABLE disposal_run ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE disposal_run ADD FOREIGN KEY (drawn_up_by) REFERENCES person(id);
ALTER TABLE disposal_run ADD PRIMARY KEY (id);
ALTER TABLE disposal_setting ADD CHECK ((((cardinality(born_on) >= 1) AND (cardinality(born_on) <= 31)) AND (1 <= ALL (born_on)) AND (31 >= ALL (born_on))));
ALTER TABLE disposal_setting ADD CHECK ((((sample = 'born-on'::text) IS TRUE) = (born_on IS NOT NULL)));
ALTER TABLE disposal_setting ADD CHECK (((years >= 1) AND (years <= 200)));
ALTER TABLE disposal_setting ADD CHECK ((number > 0));
ALTER TABLE disposal_setting ADD CHECK ((sample = ANY (ARRAY['none'::text, 'born-on'::text, 'all'::text])));
ALTER TABLE disposal_setting ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE disposal_setting ADD FOREIGN KEY (set_by) REFERENCES person(id);
ALTER TABLE disposal_setting ADD PRIMARY KEY (id);
ALTER TABLE disposal_setting ADD UNIQUE (branch_id, secrecy_class, number);
ALTER TABLE emergency_access ADD CHECK ((danger = ANY (ARRAY['life'::text, 'health'::text])));
ALTER TABLE emergency_access ADD CHECK ((opens_until = (opened_at + '00:15:00'::interval)));
ALTER TABLE emergency_access ADD FOREIGN KEY (assignment_id) REFERENCES assignment(id);
ALTER TABLE emergency_access ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE emergency_access ADD FOREIGN KEY (holder_unit_id) REFERENCES unit(id);
ALTER TABLE emergency_access ADD FOREIGN KEY (inquiry_id) REFERENCES emergency_inquiry(id);
ALTER TABLE emergency_access ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE emergency_access ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE emergency_access ADD PRIMARY KEY (id);
ALTER TABLE emergency_access ADD UNIQUE (inquiry_id, holder_unit_id);
ALTER TABLE emergency_inquiry ADD CHECK ((danger = ANY (ARRAY['life'::text, 'health'::text])));
ALTER TABLE emergency_inquiry ADD FOREIGN KEY (assignment_id) REFERENCES assignment(id);
ALTER TABLE emergency_inquiry ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE emergency_inquiry ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE emergency_inquiry ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE emergency_inquiry ADD PRIMARY KEY (id);
ALTER TABLE emergency_review ADD CHECK ((verdict = ANY (ARRAY['justified'::text, 'unjustified'::text])));
ALTER TABLE emergency_review ADD FOREIGN KEY (access_id) REFERENCES emergency_access(id);
ALTER TABLE emergency_review ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE emergency_review ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE emergency_review ADD PRIMARY KEY (id);
ALTER TABLE emergency_review ADD UNIQUE (access_id, person_id);
ALTER TABLE emergency_review_note ADD FOREIGN KEY (review_id) REFERENCES emergency_review(id);
ALTER TABLE emergency_review_note ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE emergency_review_note ADD PRIMARY KEY (review_id);
ALTER TABLE evaluation ADD CHECK ((outcome = ANY (ARRAY['done'::text, 'partly-done'::text, 'not-done'::text, 'reached'::text, 'partly-reached'::text, 'not-reached'::text])));
ALTER TABLE evaluation ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE evaluation ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE evaluation ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE evaluation ADD PRIMARY KEY (id);
ALTER TABLE event ADD CHECK ((kind = ANY (ARRAY['plan-established'::text, 'plan-ended'::text, 'version-dispatched'::text, 'plan-access-opened'::text, 'plan-access-ended'::text, 'call-received'::text, 'call-answered'::text, 'meeting-booked'::text, 'meeting-changed'::text, 'meeting-cancelled'::text, 'meeting-closed'::text, 'decision-asked'::text, 'decision-answered'::text, 'decision-cancelled'::text, 'plan-request-received'::text, 'plan-request-answered'::text, 'plan-request-withdrawn'::text])));
ALTER TABLE event ADD FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE;
ALTER TABLE event ADD PRIMARY KEY (id);
ALTER TABLE event ADD UNIQUE ("position");
ALTER TABLE formulation_review ADD CHECK (((childs_words >= 0) AND (childs_words <= texts)));
ALTER TABLE formulation_review ADD CHECK (((evaluable >= 0) AND (evaluable <= texts)));
ALTER TABLE formulation_review ADD CHECK (((says_when >= 0) AND (says_when <= texts)));
ALTER TABLE formulation_review ADD CHECK (((says_who >= 0) AND (says_who <= texts)));
ALTER TABLE formulation_review ADD CHECK (((term = date_trunc('month'::text, (term)::timestamp with time zone)) AND (EXTRACT(month FROM term) = ANY (ARRAY[(1)::numeric, (7)::numeric]))));
ALTER TABLE formulation_review ADD CHECK ((texts > 0));
ALTER TABLE formulation_review ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE formulation_review ADD FOREIGN KEY (reviewed_by) REFERENCES person(id);
ALTER TABLE formulation_review ADD PRIMARY KEY (id);
ALTER TABLE formulation_review ADD UNIQUE (branch_id, term);
ALTER TABLE formulation_sample ADD CHECK (((term = date_trunc('month'::text, (term)::timestamp with time zone)) AND (EXTRACT(month FROM term) = ANY (ARRAY[(1)::numeric, (7)::numeric]))));
ALTER TABLE formulation_sample ADD CHECK ((number > 0));
ALTER TABLE formulation_sample ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE formulation_sample ADD PRIMARY KEY (branch_id, term, item_id);
ALTER TABLE forum_case ADD CHECK ((((basis = 'consent'::text) = (category IS NOT NULL)) AND (raised_on <= take_up_from) AND (take_up_from <= expires_on)));
ALTER TABLE forum_case ADD CHECK ((((outcome IS NULL) = (decided_on IS NULL)) AND ((follow_up_on IS NULL) = (responsible_id IS NULL))));
ALTER TABLE forum_case ADD CHECK (((follow_up_on IS NULL) OR (decided_on IS NOT NULL)));
ALTER TABLE forum_case ADD CHECK (((followed_up_on IS NULL) OR (follow_up_on IS NOT NULL)));
ALTER TABLE forum_case ADD CHECK ((basis = ANY (ARRAY['anonymised'::text, 'consent'::text])));
ALTER TABLE forum_case ADD CHECK ((category = ANY (ARRAY['support-needs'::text, 'health'::text, 'schooling'::text, 'family-situation'::text, 'goals'::text, 'interventions'::text, 'child-voice'::text, 'views'::text])));
ALTER TABLE forum_case ADD CHECK ((confirmed <@ ARRAY['exact-date'::text, 'possible-name'::text, 'rare-combination'::text]));
ALTER TABLE forum_case ADD CHECK ((outcome = ANY (ARRAY['advice'::text, 'guided'::text, 'sip'::text, 'nothing-more'::text])));
ALTER TABLE forum_case ADD CHECK ((version > 0));
ALTER TABLE forum_case ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE forum_case ADD FOREIGN KEY (raised_by) REFERENCES person(id);
ALTER TABLE forum_case ADD FOREIGN KEY (responsible_id) REFERENCES group_member(id);
ALTER TABLE forum_case ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE forum_case ADD PRIMARY KEY (id);
ALTER TABLE forum_case_child ADD FOREIGN KEY (case_id) REFERENCES forum_case(id);
ALTER TABLE forum_case_child ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE forum_case_child ADD FOREIGN KEY (consent_id) REFERENCES consent(id) ON DELETE SET NULL;
ALTER TABLE forum_case_child ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE forum_case_child ADD PRIMARY KEY (case_id);
ALTER TABLE forum_case_text ADD CHECK ((part = ANY (ARRAY['question'::text, 'body'::text, 'decision'::text, 'follow-up'::text])));
ALTER TABLE forum_case_text ADD FOREIGN KEY (case_id) REFERENCES forum_case(id);
ALTER TABLE forum_case_text ADD PRIMARY KEY (case_id, part);
ALTER TABLE forum_contribution ADD FOREIGN KEY (case_id) REFERENCES forum_case(id);
ALTER TABLE forum_contribution ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE forum_contribution ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE forum_contribution ADD FOREIGN KEY (written_by) REFERENCES person(id);
ALTER TABLE forum_contribution ADD PRIMARY KEY (id);
ALTER TABLE forum_learning ADD CHECK ((confirmed <@ ARRAY['exact-date'::text, 'possible-name'::text, 'rare-combination'::text]));
ALTER TABLE forum_learning ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE forum_learning ADD FOREIGN KEY (written_by) REFERENCES person(id);
ALTER TABLE forum_learning ADD PRIMARY KEY (id);
ALTER TABLE forum_link_opening ADD FOREIGN KEY (case_id) REFERENCES forum_case(id);
ALTER TABLE forum_link_opening ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE forum_link_opening ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE forum_link_opening ADD PRIMARY KEY (id);
ALTER TABLE forum_session ADD CHECK (((cancelled_on IS NULL) = (reason IS NULL)));
ALTER TABLE forum_session ADD CHECK ((cancelled_on <= held_on));
ALTER TABLE forum_session ADD CHECK ((ends_at > starts_at));
ALTER TABLE forum_session ADD CHECK ((mode = ANY (ARRAY['place'::text, 'digital'::text, 'both'::text])));
ALTER TABLE forum_session ADD CHECK ((version > 0));
ALTER TABLE forum_session ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE forum_session ADD FOREIGN KEY (planned_by) REFERENCES person(id);
ALTER TABLE forum_session ADD PRIMARY KEY (id);
ALTER TABLE group_member ADD CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)));
ALTER TABLE group_member ADD CHECK ((function = ANY (ARRAY['chair'::text, 'secretary'::text, 'member'::text])));
ALTER TABLE group_member ADD CHECK ((version > 0));
ALTER TABLE group_member ADD FOREIGN KEY (added_by) REFERENCES person(id);
ALTER TABLE group_member ADD FOREIGN KEY (group_id) REFERENCES collaboration_group(id);
ALTER TABLE group_member ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE group_member ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE group_member ADD PRIMARY KEY (id);
ALTER TABLE group_member ADD EXCLUDE USING gist (group_id WITH =, unit_id WITH =, person_id WITH =, valid WITH &&);
ALTER TABLE hand_over ADD CHECK (((state <> 'declined'::text) OR (answer_reason IS NOT NULL)));
ALTER TABLE hand_over ADD CHECK (((state = 'waiting'::text) = (answered_on IS NULL)));
ALTER TABLE hand_over ADD CHECK ((from_unit_id <> to_unit_id));
ALTER TABLE hand_over ADD CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text])));
ALTER TABLE hand_over ADD CHECK ((version > 0));
ALTER TABLE hand_over ADD FOREIGN KEY (answered_by) REFERENCES person(id);
ALTER TABLE hand_over ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE hand_over ADD FOREIGN KEY (offered_by) REFERENCES person(id);
ALTER TABLE hand_over ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE hand_over ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE hand_over ADD PRIMARY KEY (id);
ALTER TABLE idempotency_key ADD CHECK (((person_id IS NOT NULL) OR (client_id IS NOT NULL)));
ALTER TABLE idempotency_key ADD CHECK ((length(body_hash) = 32));
ALTER TABLE idempotency_key ADD CHECK ((length(key_hash) = 32));
ALTER TABLE idempotency_key ADD FOREIGN KEY (client_id) REFERENCES client(id);
ALTER TABLE idempotency_key ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE idempotency_key ADD PRIMARY KEY (key_hash);
ALTER TABLE information_ground ADD CHECK ((((ground IS NULL) = (paragraph IS NULL)) AND ((ground IS NULL) = (reason IS NULL))));
ALTER TABLE information_ground ADD CHECK (((consent_id IS NULL) OR (ground IS NULL)));
ALTER TABLE information_ground ADD FOREIGN KEY (consent_id) REFERENCES consent(id);
ALTER TABLE information_ground ADD FOREIGN KEY (request_id) REFERENCES information_request(id);
ALTER TABLE information_ground ADD FOREIGN KEY (told_by) REFERENCES person(id);
ALTER TABLE information_ground ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE information_ground ADD PRIMARY KEY (request_id, unit_id);
ALTER TABLE information_handling ADD CHECK (((away_from <= away_to) AND ((substitute_id IS NULL) = (away_from IS NULL)) AND ((away_from IS NULL) = (away_to IS NULL)) AND (substitute_id <> owner_id)));
ALTER TABLE information_handling ADD CHECK ((jsonb_typeof(draft) = 'array'::text));
ALTER TABLE information_handling ADD CHECK ((version > 0));
ALTER TABLE information_handling ADD FOREIGN KEY (assigned_by) REFERENCES person(id);
ALTER TABLE information_handling ADD FOREIGN KEY (owner_id) REFERENCES person(id);
ALTER TABLE information_handling ADD FOREIGN KEY (request_id) REFERENCES information_request(id);
ALTER TABLE information_handling ADD FOREIGN KEY (substitute_id) REFERENCES person(id);
ALTER TABLE information_handling ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE information_handling ADD PRIMARY KEY (request_id);
ALTER TABLE information_request ADD CHECK ((((state = 'sent'::text) = (ended_on IS NULL)) AND ((state = 'declined'::text) = (decline IS NOT NULL))));
ALTER TABLE information_request ADD CHECK (((answers IS NULL) OR (state = 'answered'::text)));
ALTER TABLE information_request ADD CHECK (((from_unit_id <> to_unit_id) AND (sent_on <= remind_from) AND (remind_from <= due_on) AND (sent_on <= ended_on)));
ALTER TABLE information_request ADD CHECK (((reason IS NULL) OR ((state = 'declined'::text) AND (decline <> 'not-known'::text))));
ALTER TABLE information_request ADD CHECK ((decline = ANY (ARRAY['not-known'::text, 'wrong-unit'::text, 'no-ground'::text, 'other'::text])));
ALTER TABLE information_request ADD CHECK ((jsonb_typeof(answers) = 'array'::text));
ALTER TABLE information_request ADD CHECK ((state = ANY (ARRAY['sent'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text])));
ALTER TABLE information_request ADD CHECK ((version > 0));
ALTER TABLE information_request ADD FOREIGN KEY (author_id) REFERENCES person(id);
ALTER TABLE information_request ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE information_request ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE information_request ADD FOREIGN KEY (questionnaire_id) REFERENCES questionnaire(id);
ALTER TABLE information_request ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE information_request ADD PRIMARY KEY (id);
ALTER TABLE information_routine ADD CHECK ((number > 0));
ALTER TABLE information_routine ADD FOREIGN KEY (published_by) REFERENCES person(id);
ALTER TABLE information_routine ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE information_routine ADD PRIMARY KEY (id);
ALTER TABLE information_routine ADD UNIQUE (unit_id, number);
ALTER TABLE intervention_catalogue ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE intervention_catalogue ADD CHECK (((age_from >= 0) AND (age_from <= 25)));
ALTER TABLE intervention_catalogue ADD CHECK (((age_to >= 0) AND (age_to <= 25)));
ALTER TABLE intervention_catalogue ADD CHECK ((age_from <= age_to));
ALTER TABLE intervention_catalogue ADD CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'::text));
ALTER TABLE intervention_catalogue ADD CHECK ((version > 0));
ALTER TABLE intervention_catalogue ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE intervention_catalogue ADD PRIMARY KEY (id);
ALTER TABLE intervention_catalogue ADD EXCLUDE USING gist (uuid_send(COALESCE(principal_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, code WITH =, valid WITH &&);
ALTER TABLE intervention_offer ADD CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL)));
ALTER TABLE intervention_offer ADD CHECK (((state = 'waiting'::text) = (answered_on IS NULL)));
ALTER TABLE intervention_offer ADD CHECK ((from_unit_id <> to_unit_id));
ALTER TABLE intervention_offer ADD CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])));
ALTER TABLE intervention_offer ADD CHECK ((version > 0));
ALTER TABLE intervention_offer ADD FOREIGN KEY (answered_by) REFERENCES person(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (offered_by) REFERENCES person(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE intervention_offer ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE intervention_offer ADD PRIMARY KEY (id);
ALTER TABLE item ADD CHECK (
CASE
    WHEN (kind = 'link'::text) THEN (sort = ANY (ARRAY['lss-plan'::text, 'action-programme'::text, 'habilitation-plan'::text, 'discharge-plan'::text, 'other-plan'::text]))
    ELSE (sort = ANY (ARRAY['strength'::text, 'need'::text]))
END);
ALTER TABLE item ADD CHECK (((catalogue_id IS NULL) OR (kind = 'intervention'::text)));
ALTER TABLE item ADD CHECK (((disposed_on IS NOT NULL) OR
CASE kind
    WHEN 'goal'::text THEN ((body IS NOT NULL) AND (horizon IS NOT NULL))
    WHEN 'intervention'::text THEN ((title IS NOT NULL) AND (status IS NOT NULL))
    WHEN 'attachment'::text THEN (title IS NOT NULL)
    WHEN 'link'::text THEN ((title IS NOT NULL) AND (outside_actor IS NOT NULL) AND (starts_on IS NOT NULL) AND (sort IS NOT NULL) AND (body IS NULL))
    WHEN 'note'::text THEN ((body IS NOT NULL) AND (visibility = ANY (ARRAY['unit'::text, 'named'::text])))
    WHEN 'observation'::text THEN ((body IS NOT NULL) AND (sort IS NOT NULL) AND (area IS NOT NULL))
    WHEN 'child-view'::text THEN ((body IS NOT NULL) AND (form IS NOT NULL) AND (category = 'child-voice'::text))
    WHEN 'plan-evaluation'::text THEN (body IS NOT NULL)
    WHEN 'minute'::text THEN (body IS NOT NULL)
    ELSE ((body IS NOT NULL) AND (category = 'views'::text))
END));
ALTER TABLE item ADD CHECK ((area ~ '^[a-z][a-z0-9-]{0,39}$'::text));
ALTER TABLE item ADD CHECK ((author_kind = ANY (ARRAY['staff'::text, 'guardian'::text, 'child'::text])));
ALTER TABLE item ADD CHECK ((category = ANY (ARRAY['support-needs'::text, 'health'::text, 'schooling'::text, 'family-situation'::text, 'goals'::text, 'interventions'::text, 'child-voice'::text, 'views'::text])));
ALTER TABLE item ADD CHECK ((form = ANY (ARRAY['said'::text, 'written'::text, 'drawn'::text, 'by-proxy'::text])));
ALTER TABLE item ADD CHECK ((horizon = ANY (ARRAY['long'::text, 'short'::text])));
ALTER TABLE item ADD CHECK ((kind = ANY (ARRAY['goal'::text, 'intervention'::text, 'note'::text, 'observation'::text, 'child-view'::text, 'disagreement'::text, 'plan-evaluation'::text, 'attachment'::text, 'minute'::text, 'link'::text, 'comment'::text])));
ALTER TABLE item ADD CHECK ((starts_on <= ends_on));
ALTER TABLE item ADD CHECK ((status = ANY (ARRAY['planned'::text, 'ongoing'::text, 'done'::text, 'stopped'::text])));
ALTER TABLE item ADD CHECK ((version > 0));
ALTER TABLE item ADD CHECK ((visibility = ANY (ARRAY['unit'::text, 'parties'::text, 'family'::text, 'named'::text])));
ALTER TABLE item ADD FOREIGN KEY (author_id) REFERENCES person(id);
ALTER TABLE item ADD FOREIGN KEY (catalogue_id) REFERENCES intervention_catalogue(id);
ALTER TABLE item ADD FOREIGN KEY (goal_id) REFERENCES item(id);
ALTER TABLE item ADD FOREIGN KEY (owner_unit_id) REFERENCES unit(id);
ALTER TABLE item ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE item ADD PRIMARY KEY (id);
ALTER TABLE item_named ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE item_named ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE item_named ADD PRIMARY KEY (item_id, person_id);
ALTER TABLE item_subject ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE item_subject ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE item_subject ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE item_subject ADD PRIMARY KEY (item_id, person_id);
ALTER TABLE known_question ADD FOREIGN KEY (authority_id) REFERENCES authority(id);
ALTER TABLE known_question ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE known_question ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE known_question ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE known_question ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE known_question ADD PRIMARY KEY (id);
ALTER TABLE known_question_reason ADD FOREIGN KEY (question_id) REFERENCES known_question(id);
ALTER TABLE known_question_reason ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE known_question_reason ADD PRIMARY KEY (question_id);
ALTER TABLE known_question_unit ADD FOREIGN KEY (question_id) REFERENCES known_question(id);
ALTER TABLE known_question_unit ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE known_question_unit ADD PRIMARY KEY (question_id, unit_id);
ALTER TABLE lead_offer ADD CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL)));
ALTER TABLE lead_offer ADD CHECK (((state = 'waiting'::text) = (answered_on IS NULL)));
ALTER TABLE lead_offer ADD CHECK ((from_unit_id <> to_unit_id));
ALTER TABLE lead_offer ADD CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])));
ALTER TABLE lead_offer ADD CHECK ((version > 0));
ALTER TABLE lead_offer ADD FOREIGN KEY (answered_by) REFERENCES person(id);
ALTER TABLE lead_offer ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE lead_offer ADD FOREIGN KEY (offered_by) REFERENCES person(id);
ALTER TABLE lead_offer ADD FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE lead_offer ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE lead_offer ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE lead_offer ADD PRIMARY KEY (id);
ALTER TABLE link_review ADD CHECK (((remind_from <= review_by) AND (reviewed_on <= review_by)));
ALTER TABLE link_review ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE link_review ADD PRIMARY KEY (item_id);
ALTER TABLE log_review ADD CHECK (((NOT own_unit) OR (unit_id IS NOT NULL)));
ALTER TABLE log_review ADD CHECK (((sample_size >= 1) AND (sample_size <= 100)));
ALTER TABLE log_review ADD CHECK (((to_day >= from_day) AND ((to_day - from_day) < 93)));
ALTER TABLE log_review ADD CHECK ((found >= 0));
ALTER TABLE log_review ADD CHECK ((length(seed) = 32));
ALTER TABLE log_review ADD CHECK ((rule = ANY (ARRAY['random'::text, 'after-hours'::text, 'many-children'::text, 'refused'::text, 'blind-searches'::text])));
ALTER TABLE log_review ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE log_review ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE log_review ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE log_review ADD PRIMARY KEY (id);
ALTER TABLE log_review_entry ADD CHECK (("position" > 0));
ALTER TABLE log_review_entry ADD CHECK ((child_number > 0));
ALTER TABLE log_review_entry ADD FOREIGN KEY (review_id) REFERENCES log_review(id);
ALTER TABLE log_review_entry ADD PRIMARY KEY (review_id, entry_id);
ALTER TABLE log_review_entry ADD UNIQUE (review_id, "position");
ALTER TABLE log_setting ADD CHECK ((wide_children > 0));
ALTER TABLE log_setting ADD CHECK ((wide_lists > 0));
ALTER TABLE log_setting ADD CHECK ((wide_searches > 0));
ALTER TABLE log_setting ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE log_setting ADD PRIMARY KEY (principal_id);
ALTER TABLE log_verdict ADD CHECK (((verdict = 'justified'::text) OR (note IS NOT NULL)));
ALTER TABLE log_verdict ADD CHECK ((verdict = ANY (ARRAY['justified'::text, 'unclear'::text, 'unjustified'::text])));
ALTER TABLE log_verdict ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE log_verdict ADD FOREIGN KEY (review_id, entry_id) REFERENCES log_review_entry(review_id, entry_id);
ALTER TABLE log_verdict ADD PRIMARY KEY (id);
ALTER TABLE login ADD CHECK ((length(issuer) <= 500));
ALTER TABLE login ADD CHECK ((length(subject) <= 255));
ALTER TABLE login ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE login ADD PRIMARY KEY (issuer, subject);
ALTER TABLE mail ADD CHECK ((kind = ANY (ARRAY['digest'::text, 'greeting'::text])));
ALTER TABLE mail ADD CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text])));
ALTER TABLE mail ADD FOREIGN KEY (address_id) REFERENCES contact_address(id);
ALTER TABLE mail ADD PRIMARY KEY (address_id, on_day, kind);
ALTER TABLE mail_told ADD FOREIGN KEY (address_id) REFERENCES contact_address(id);
ALTER TABLE mail_told ADD PRIMARY KEY (address_id, notification_id);
ALTER TABLE maturity_assessment ADD CHECK ((outcome = ANY (ARRAY['guardians'::text, 'together'::text, 'child-alone'::text])));
ALTER TABLE maturity_assessment ADD FOREIGN KEY (assessed_by) REFERENCES person(id);
ALTER TABLE maturity_assessment ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE maturity_assessment ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE maturity_assessment ADD PRIMARY KEY (id);
ALTER TABLE meeting ADD CHECK (((state <> 'closed'::text) OR ((closing IS NULL) = ((next_on IS NOT NULL) AND (next_unit_id IS NOT NULL)))));
ALTER TABLE meeting ADD CHECK (((state = 'closed'::text) = (child_participation IS NOT NULL)));
ALTER TABLE meeting ADD CHECK (((state = 'closed'::text) OR ((closing IS NULL) AND (next_on IS NULL) AND (next_unit_id IS NULL))));
ALTER TABLE meeting ADD CHECK ((child_participation = ANY (ARRAY['present'::text, 'represented'::text, 'heard-otherwise'::text, 'too-young'::text, 'declined'::text, 'harmful'::text, 'other'::text])));
ALTER TABLE meeting ADD CHECK ((closing = ANY (ARRAY['plan-ends'::text, 'no-need'::text, 'family-declines'::text, 'moves'::text])));
ALTER TABLE meeting ADD CHECK ((ends_at > starts_at));
ALTER TABLE meeting ADD CHECK ((sequence >= 0));
ALTER TABLE meeting ADD CHECK ((state = ANY (ARRAY['scheduled'::text, 'closed'::text, 'cancelled'::text])));
ALTER TABLE meeting ADD CHECK ((version > 0));
ALTER TABLE meeting ADD CHECK ((way = ANY (ARRAY['place'::text, 'digital'::text, 'both'::text])));
ALTER TABLE meeting ADD FOREIGN KEY (call_id) REFERENCES call(id);
ALTER TABLE meeting ADD FOREIGN KEY (next_unit_id) REFERENCES unit(id);
ALTER TABLE meeting ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE meeting ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE meeting ADD PRIMARY KEY (id);
ALTER TABLE meeting_attendance ADD CHECK ((presence = ANY (ARRAY['came'::text, 'digital'::text, 'absent-with-notice'::text, 'absent'::text, 'represented'::text])));
ALTER TABLE meeting_attendance ADD CHECK ((version > 0));
ALTER TABLE meeting_attendance ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_attendance ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE meeting_attendance ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE meeting_attendance ADD PRIMARY KEY (id);
ALTER TABLE meeting_attendance ADD UNIQUE (meeting_id, unit_id, person_id);
ALTER TABLE meeting_family_attendance ADD CHECK ((presence = ANY (ARRAY['came'::text, 'digital'::text, 'absent-with-notice'::text, 'absent'::text, 'represented'::text])));
ALTER TABLE meeting_family_attendance ADD CHECK ((version > 0));
ALTER TABLE meeting_family_attendance ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_family_attendance ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE meeting_family_attendance ADD PRIMARY KEY (meeting_id, person_id);
ALTER TABLE meeting_leader ADD CHECK ((cardinality(person_ids) <= 2));
ALTER TABLE meeting_leader ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_leader ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE meeting_leader ADD PRIMARY KEY (meeting_id);
ALTER TABLE meeting_link ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_link ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE meeting_link ADD PRIMARY KEY (meeting_id);
ALTER TABLE meeting_place ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_place ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE meeting_place ADD PRIMARY KEY (meeting_id);
ALTER TABLE meeting_reply ADD CHECK (((reply <> 'proposes'::text) OR (words IS NOT NULL)));
ALTER TABLE meeting_reply ADD CHECK ((reply = ANY (ARRAY['comes'::text, 'cannot'::text, 'proposes'::text])));
ALTER TABLE meeting_reply ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE meeting_reply ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE meeting_reply ADD PRIMARY KEY (meeting_id, person_id);
ALTER TABLE minute ADD CHECK (((outcome <> 'task'::text) OR (due_on IS NOT NULL)));
ALTER TABLE minute ADD CHECK (((unit_id IS NOT NULL) = (COALESCE(outcome, 'none'::text) <> 'none'::text)));
ALTER TABLE minute ADD CHECK (((unit_id IS NOT NULL) OR ((person_id IS NULL) AND (due_on IS NULL))));
ALTER TABLE minute ADD CHECK ((meant_for = ANY (ARRAY['unit'::text, 'parties'::text, 'family'::text])));
ALTER TABLE minute ADD CHECK ((outcome = ANY (ARRAY['intervention'::text, 'task'::text, 'none'::text])));
ALTER TABLE minute ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE minute ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE minute ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE minute ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE minute ADD PRIMARY KEY (item_id);
ALTER TABLE minute_correction ADD FOREIGN KEY (item_id) REFERENCES minute(item_id);
ALTER TABLE minute_correction ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE minute_correction ADD PRIMARY KEY (id);
ALTER TABLE notification_mark ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE notification_mark ADD PRIMARY KEY (person_id, notification_id);
ALTER TABLE objection ADD CHECK ((speaker = ANY (ARRAY['guardian'::text, 'child'::text])));
ALTER TABLE objection ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE objection ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE objection ADD PRIMARY KEY (id);
ALTER TABLE objection_decision ADD CHECK (((outcome = 'corrected'::text) = (correction IS NOT NULL)));
ALTER TABLE objection_decision ADD CHECK ((outcome = ANY (ARRAY['corrected'::text, 'stands'::text])));
ALTER TABLE objection_decision ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE objection_decision ADD FOREIGN KEY (objection_id) REFERENCES objection(id);
ALTER TABLE objection_decision ADD PRIMARY KEY (objection_id);
ALTER TABLE objection_keeping ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE objection_keeping ADD FOREIGN KEY (objection_id) REFERENCES objection(id);
ALTER TABLE objection_keeping ADD PRIMARY KEY (id);
ALTER TABLE party ADD CHECK (((state = 'left'::text) = (left_on IS NOT NULL)));
ALTER TABLE party ADD CHECK ((mode = ANY (ARRAY['called'::text, 'invited'::text])));
ALTER TABLE party ADD CHECK ((state = ANY (ARRAY['called'::text, 'invited'::text, 'accepted'::text, 'declined'::text, 'left'::text])));
ALTER TABLE party ADD CHECK ((version > 0));
ALTER TABLE party ADD FOREIGN KEY (added_by_unit_id) REFERENCES unit(id);
ALTER TABLE party ADD FOREIGN KEY (contact_id) REFERENCES person(id);
ALTER TABLE party ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE party ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE party ADD PRIMARY KEY (id);
ALTER TABLE person ADD CHECK ((protection = ANY (ARRAY['none'::text, 'confidentiality-marking'::text, 'protected-registration'::text, 'assumed-identity'::text])));
ALTER TABLE person ADD PRIMARY KEY (id);
ALTER TABLE person_identifier ADD CHECK (((length(value) >= 10) AND (length(value) <= 20)));
ALTER TABLE person_identifier ADD CHECK ((type = ANY (ARRAY['personnummer'::text, 'samordningsnummer'::text, 'nationellt-reserv-id'::text, 'lokalt-reserv-id'::text])));
ALTER TABLE person_identifier ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE person_identifier ADD PRIMARY KEY (type, value);
ALTER TABLE plan ADD CHECK (((status = 'established'::text) <= ((followed_up_on IS NOT NULL) OR ((next_follow_up_on IS NOT NULL) AND (next_follow_up_unit_id IS NOT NULL)))));
ALTER TABLE plan ADD CHECK (((status = ANY (ARRAY['established'::text, 'following-up'::text, 'revised'::text, 'closed'::text])) <= ((established_on IS NOT NULL) AND (overall_responsible_id IS NOT NULL) AND (child_participation IS NOT NULL))));
ALTER TABLE plan ADD CHECK (((status = ANY (ARRAY['following-up'::text, 'revised'::text, 'closed'::text])) <= (followed_up_on IS NOT NULL)));
ALTER TABLE plan ADD CHECK ((child_participation = ANY (ARRAY['present'::text, 'represented'::text, 'heard-otherwise'::text, 'too-young'::text, 'declined'::text, 'harmful'::text, 'other'::text])));
ALTER TABLE plan ADD CHECK ((kind = ANY (ARRAY['sip'::text, 'barnets-plan'::text])));
ALTER TABLE plan ADD CHECK ((legal_basis = ANY (ARRAY['sol-2001-453-2-7'::text, 'sol-2025-400-10-8'::text, 'hsl-2017-30-16-4'::text])));
ALTER TABLE plan ADD CHECK ((status = ANY (ARRAY['noted'::text, 'informed'::text, 'consenting'::text, 'preparing'::text, 'called'::text, 'met'::text, 'established'::text, 'following-up'::text, 'revised'::text, 'closed'::text, 'declined'::text, 'no-need'::text, 'withdrawn'::text, 'moved'::text, 'aged-out'::text])));
ALTER TABLE plan ADD CHECK ((version > 0));
ALTER TABLE plan ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE plan ADD FOREIGN KEY (lead_unit_id) REFERENCES unit(id);
ALTER TABLE plan ADD FOREIGN KEY (next_follow_up_unit_id) REFERENCES unit(id);
ALTER TABLE plan ADD FOREIGN KEY (overall_responsible_id) REFERENCES principal(id);
ALTER TABLE plan ADD FOREIGN KEY (routine_version_id) REFERENCES routine_version(id);
ALTER TABLE plan ADD PRIMARY KEY (id);
ALTER TABLE plan_deadline_reason ADD CHECK ((deadline = ANY (ARRAY['start-of-work'::text, 'meeting-held'::text, 'plan-sent'::text, 'follow-up'::text])));
ALTER TABLE plan_deadline_reason ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_deadline_reason ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_deadline_reason ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_deadline_reason ADD PRIMARY KEY (id);
ALTER TABLE plan_follow_up ADD CHECK ((child_participation = ANY (ARRAY['present'::text, 'represented'::text, 'heard-otherwise'::text, 'too-young'::text, 'declined'::text, 'harmful'::text, 'other'::text])));
ALTER TABLE plan_follow_up ADD CHECK ((next_on > held_on));
ALTER TABLE plan_follow_up ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_follow_up ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_follow_up ADD PRIMARY KEY (id);
ALTER TABLE plan_lead_term ADD CHECK ((ends_on >= (starts_on - 1)));
ALTER TABLE plan_lead_term ADD FOREIGN KEY (offer_id) REFERENCES lead_offer(id);
ALTER TABLE plan_lead_term ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_lead_term ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_lead_term ADD PRIMARY KEY (plan_id, offer_id);
ALTER TABLE plan_lead_term ADD UNIQUE (offer_id);
ALTER TABLE plan_lead_term ADD EXCLUDE USING gist (uuid_send(plan_id) WITH =, daterange(starts_on, (ends_on + 1)) WITH &&);
ALTER TABLE plan_origin ADD CHECK ((plan_id <> follows_id));
ALTER TABLE plan_origin ADD FOREIGN KEY (follows_id) REFERENCES plan(id);
ALTER TABLE plan_origin ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_origin ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_origin ADD PRIMARY KEY (plan_id);
ALTER TABLE plan_reading ADD CHECK ((number >= 0));
ALTER TABLE plan_reading ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_reading ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_reading ADD PRIMARY KEY (plan_id, person_id, confirmed_on, number);
ALTER TABLE plan_request ADD CHECK (
CASE state
    WHEN 'received'::text THEN (assessed_on IS NULL)
    WHEN 'withdrawn'::text THEN true
    ELSE (assessed_on IS NOT NULL)
END);
ALTER TABLE plan_request ADD CHECK ((((relation IS NULL) = (own_given_name IS NULL)) AND ((relation IS NULL) = (own_family_name IS NULL))));
ALTER TABLE plan_request ADD CHECK ((((state = 'refused'::text) = (refused_by IS NOT NULL)) AND ((state = 'refused'::text) = (reason IS NOT NULL))));
ALTER TABLE plan_request ADD CHECK ((((state = 'withdrawn'::text) = (withdrawn_on IS NOT NULL)) AND (received_on <= withdrawn_on) AND (assessed_on <= withdrawn_on)));
ALTER TABLE plan_request ADD CHECK (((birth_date <= received_on) AND (received_on <= due_on) AND (received_on <= assessed_on) AND (assessed_on <= answered_on)));
ALTER TABLE plan_request ADD CHECK (((relation IS NULL) = (person_id = child_id)));
ALTER TABLE plan_request ADD CHECK (((state = ANY (ARRAY['planned'::text, 'refused'::text])) = (answered_on IS NOT NULL)));
ALTER TABLE plan_request ADD CHECK ((relation = ANY (ARRAY['parent-custodian'::text, 'appointed-custodian'::text, 'temporary-custodian'::text, 'god-man'::text])));
ALTER TABLE plan_request ADD CHECK ((state = ANY (ARRAY['received'::text, 'assessing'::text, 'planned'::text, 'refused'::text, 'withdrawn'::text])));
ALTER TABLE plan_request ADD CHECK ((version > 0));
ALTER TABLE plan_request ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE plan_request ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_request ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE plan_request ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_request ADD PRIMARY KEY (id);
ALTER TABLE plan_request_handling ADD CHECK ((version > 0));
ALTER TABLE plan_request_handling ADD FOREIGN KEY (assigned_by) REFERENCES person(id);
ALTER TABLE plan_request_handling ADD FOREIGN KEY (handler_id) REFERENCES person(id);
ALTER TABLE plan_request_handling ADD FOREIGN KEY (request_id) REFERENCES plan_request(id);
ALTER TABLE plan_request_handling ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_request_handling ADD PRIMARY KEY (request_id);
ALTER TABLE plan_request_plan ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_request_plan ADD FOREIGN KEY (request_id) REFERENCES plan_request(id);
ALTER TABLE plan_request_plan ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_request_plan ADD PRIMARY KEY (request_id);
ALTER TABLE plan_status_change ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_status_change ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_status_change ADD PRIMARY KEY (id);
ALTER TABLE plan_status_reason ADD CHECK ((declined_by = ANY (ARRAY['family'::text, 'principal'::text])));
ALTER TABLE plan_status_reason ADD FOREIGN KEY (change_id) REFERENCES plan_status_change(id);
ALTER TABLE plan_status_reason ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_status_reason ADD PRIMARY KEY (change_id);
ALTER TABLE plan_transition ADD CHECK (((state <> 'cancelled'::text) OR (end_reason IS NOT NULL)));
ALTER TABLE plan_transition ADD CHECK (((state = 'planned'::text) = (ended_on IS NULL)));
ALTER TABLE plan_transition ADD CHECK ((kind = ANY (ARRAY['move'::text, 'adult-services'::text])));
ALTER TABLE plan_transition ADD CHECK ((state = ANY (ARRAY['planned'::text, 'carried-out'::text, 'cancelled'::text])));
ALTER TABLE plan_transition ADD CHECK ((version > 0));
ALTER TABLE plan_transition ADD FOREIGN KEY (ended_by) REFERENCES person(id);
ALTER TABLE plan_transition ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_transition ADD FOREIGN KEY (planned_by) REFERENCES person(id);
ALTER TABLE plan_transition ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE plan_transition ADD PRIMARY KEY (id);
ALTER TABLE plan_transition_receiver ADD CHECK (((to_unit_id IS NULL) <> (outside_actor IS NULL)));
ALTER TABLE plan_transition_receiver ADD CHECK ((number > 0));
ALTER TABLE plan_transition_receiver ADD CHECK ((since > 0));
ALTER TABLE plan_transition_receiver ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE plan_transition_receiver ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE plan_transition_receiver ADD FOREIGN KEY (transition_id) REFERENCES plan_transition(id);
ALTER TABLE plan_transition_receiver ADD PRIMARY KEY (transition_id, since, number);
ALTER TABLE plan_version ADD CHECK ((number > 0));
ALTER TABLE plan_version ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE plan_version ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE plan_version ADD PRIMARY KEY (id);
ALTER TABLE plan_version ADD UNIQUE (plan_id, number);
ALTER TABLE plan_version_item ADD FOREIGN KEY (catalogue_id) REFERENCES intervention_catalogue(id);
ALTER TABLE plan_version_item ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE plan_version_item ADD FOREIGN KEY (version_id) REFERENCES plan_version(id);
ALTER TABLE plan_version_item ADD PRIMARY KEY (version_id, item_id);
ALTER TABLE principal ADD CHECK ((kind = ANY (ARRAY['municipality'::text, 'region'::text, 'both'::text, 'independent'::text, 'state'::text])));
ALTER TABLE principal ADD CHECK ((municipality_code ~ '^[0-9]{4}$'::text));
ALTER TABLE principal ADD CHECK ((org_number ~ '^[0-9]{10}$'::text));
ALTER TABLE principal ADD PRIMARY KEY (id);
ALTER TABLE protection_record ADD CHECK ((level = ANY (ARRAY['none'::text, 'confidentiality-marking'::text, 'protected-registration'::text, 'assumed-identity'::text])));
ALTER TABLE protection_record ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE protection_record ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE protection_record ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE protection_record ADD PRIMARY KEY (id);
ALTER TABLE public_request ADD CHECK ((((refusal_paragraph IS NULL) = (refusal_reason IS NULL)) AND ((refusal_reason IS NULL) OR (state = 'decided'::text))));
ALTER TABLE public_request ADD CHECK ((((state = 'decided'::text) = (decided_on IS NOT NULL)) AND ((decided_on IS NULL) = (decided_by IS NULL))));
ALTER TABLE public_request ADD CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])));
ALTER TABLE public_request ADD CHECK ((version > 0));
ALTER TABLE public_request ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE public_request ADD FOREIGN KEY (registered_by) REFERENCES person(id);
ALTER TABLE public_request ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE public_request ADD PRIMARY KEY (id);
ALTER TABLE public_request_item ADD CHECK ((((NOT (outcome IS DISTINCT FROM 'masked'::text)) = (masks <> '{}'::text[])) AND ((given IS NULL) OR (outcome = ANY (ARRAY['out'::text, 'masked'::text])))));
ALTER TABLE public_request_item ADD CHECK ((((outcome IS NULL) = (tested_by IS NULL)) AND ((tested_by IS NULL) = (tested_on IS NULL)) AND ((tested_by IS NULL) = (tested_tag IS NULL))));
ALTER TABLE public_request_item ADD CHECK (((outcome IS NULL) OR (outcome = 'out'::text) OR ((paragraph IS NOT NULL) AND (reason IS NOT NULL))));
ALTER TABLE public_request_item ADD CHECK ((jsonb_typeof(given) = 'object'::text));
ALTER TABLE public_request_item ADD CHECK ((outcome = ANY (ARRAY['out'::text, 'masked'::text, 'refused'::text])));
ALTER TABLE public_request_item ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE public_request_item ADD FOREIGN KEY (listed_by) REFERENCES person(id);
ALTER TABLE public_request_item ADD FOREIGN KEY (request_id) REFERENCES public_request(id);
ALTER TABLE public_request_item ADD FOREIGN KEY (tested_by) REFERENCES person(id);
ALTER TABLE public_request_item ADD PRIMARY KEY (request_id, item_id);
ALTER TABLE questionnaire ADD CHECK ((((state = 'draft'::text) = (published_on IS NULL)) AND ((state = 'retired'::text) = (retired_on IS NOT NULL))));
ALTER TABLE questionnaire ADD CHECK (((drafted_on <= published_on) AND (published_on <= retired_on)));
ALTER TABLE questionnaire ADD CHECK ((category = ANY (ARRAY['support-needs'::text, 'health'::text, 'schooling'::text, 'family-situation'::text, 'goals'::text, 'interventions'::text, 'views'::text, 'child-voice'::text])));
ALTER TABLE questionnaire ADD CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text));
ALTER TABLE questionnaire ADD CHECK ((jsonb_typeof(fields) = 'array'::text));
ALTER TABLE questionnaire ADD CHECK ((jsonb_typeof(titles) = 'array'::text));
ALTER TABLE questionnaire ADD CHECK ((languages @> ARRAY['sv'::text, 'en'::text]));
ALTER TABLE questionnaire ADD CHECK ((number > 0));
ALTER TABLE questionnaire ADD CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text])));
ALTER TABLE questionnaire ADD CHECK ((version > 0));
ALTER TABLE questionnaire ADD FOREIGN KEY (drafted_by) REFERENCES person(id);
ALTER TABLE questionnaire ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE questionnaire ADD PRIMARY KEY (id);
ALTER TABLE questionnaire ADD UNIQUE (principal_id, code, number);
ALTER TABLE register_import ADD CHECK ((((status = 'applied'::text) = (applied_at IS NOT NULL)) AND ((status = 'applied'::text) = (applied_by IS NOT NULL))));
ALTER TABLE register_import ADD CHECK ((((status = 'awaiting'::text) = (checked_at IS NULL)) AND ((status = 'awaiting'::text) = (checksum IS NULL)) AND ((status = 'awaiting'::text) = (digest IS NULL))));
ALTER TABLE register_import ADD CHECK ((cardinality(counts) = 8));
ALTER TABLE register_import ADD CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'windows-1252'::text])));
ALTER TABLE register_import ADD CHECK ((format = ANY (ARRAY['csv'::text, 'json-lines'::text])));
ALTER TABLE register_import ADD CHECK ((status = ANY (ARRAY['awaiting'::text, 'checked'::text, 'applied'::text])));
ALTER TABLE register_import ADD FOREIGN KEY (applied_by) REFERENCES person(id);
ALTER TABLE register_import ADD FOREIGN KEY (started_by) REFERENCES person(id);
ALTER TABLE register_import ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE register_import ADD PRIMARY KEY (id);
ALTER TABLE register_import_row ADD CHECK ((((outcome = ANY (ARRAY['faulty'::text, 'not-ours'::text])) = (child_id IS NULL)) AND ((child_id IS NULL) = (message_id IS NULL))));
ALTER TABLE register_import_row ADD CHECK (((outcome = 'faulty'::text) = (rule IS NOT NULL)));
ALTER TABLE register_import_row ADD CHECK ((kind = ANY (ARRAY['guardian-added'::text, 'guardian-removed'::text, 'protection-set'::text])));
ALTER TABLE register_import_row ADD CHECK ((outcome = ANY (ARRAY['added'::text, 'ended'::text, 'protected'::text, 'unchanged'::text, 'repeated'::text, 'not-ours'::text, 'by-hand'::text, 'faulty'::text])));
ALTER TABLE register_import_row ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE register_import_row ADD FOREIGN KEY (import_id) REFERENCES register_import(id);
ALTER TABLE register_import_row ADD PRIMARY KEY (import_id, "position");
ALTER TABLE register_message ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE register_message ADD FOREIGN KEY (record_id) REFERENCES protection_record(id);
ALTER TABLE register_message ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE register_message ADD PRIMARY KEY (unit_id, message_id);
ALTER TABLE relation ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE relation ADD CHECK ((child_id <> person_id));
ALTER TABLE relation ADD CHECK ((kind = ANY (ARRAY['parent-custodian'::text, 'appointed-custodian'::text, 'temporary-custodian'::text, 'god-man'::text, 'parent-without-custody'::text, 'family-home'::text, 'close-person'::text])));
ALTER TABLE relation ADD CHECK ((version > 0));
ALTER TABLE relation ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE relation ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE relation ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE relation ADD PRIMARY KEY (id);
ALTER TABLE relation ADD EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(person_id) WITH =, uuid_send(unit_id) WITH =, kind WITH =, valid WITH &&);
ALTER TABLE reorganisation ADD CHECK (((status = 'applied'::text) = (applied_at IS NOT NULL)));
ALTER TABLE reorganisation ADD CHECK (((status = 'cancelled'::text) = ((cancelled_on IS NOT NULL) AND (cancel_reason IS NOT NULL))));
ALTER TABLE reorganisation ADD CHECK ((drafted_on < takes_effect_on));
ALTER TABLE reorganisation ADD CHECK ((status = ANY (ARRAY['drafted'::text, 'decided'::text, 'applied'::text, 'cancelled'::text])));
ALTER TABLE reorganisation ADD CHECK ((version > 0));
ALTER TABLE reorganisation ADD FOREIGN KEY (drafted_by) REFERENCES person(id);
ALTER TABLE reorganisation ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation ADD PRIMARY KEY (id);
ALTER TABLE reorganisation_case ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE reorganisation_case ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE reorganisation_case ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation_case ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation_case ADD PRIMARY KEY (reorganisation_id, unit_id, child_id);
ALTER TABLE reorganisation_move ADD CHECK (
CASE
    WHEN (kind = ANY (ARRAY['move'::text, 'split'::text])) THEN (into_unit_id IS NULL)
    WHEN (kind = 'merge'::text) THEN (into_unit_id IS NOT NULL)
    ELSE ((into_unit_id IS NOT NULL) OR (NOT (open_cases_go OR old_records_go)))
END);
ALTER TABLE reorganisation_move ADD CHECK (
CASE kind
    WHEN 'split'::text THEN (keeper_unit_id IS NULL)
    ELSE ((open_cases_go AND old_records_go) = (keeper_unit_id IS NULL))
END);
ALTER TABLE reorganisation_move ADD CHECK (("position" > 0));
ALTER TABLE reorganisation_move ADD CHECK (((kind = 'move'::text) = (to_branch_id IS NOT NULL)));
ALTER TABLE reorganisation_move ADD CHECK ((kind = ANY (ARRAY['move'::text, 'merge'::text, 'close'::text, 'split'::text])));
ALTER TABLE reorganisation_move ADD CHECK ((unit_id <> into_unit_id));
ALTER TABLE reorganisation_move ADD CHECK ((unit_id <> keeper_unit_id));
ALTER TABLE reorganisation_move ADD FOREIGN KEY (into_unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation_move ADD FOREIGN KEY (keeper_unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation_move ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE reorganisation_move ADD FOREIGN KEY (to_branch_id) REFERENCES branch(id);
ALTER TABLE reorganisation_move ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE reorganisation_move ADD PRIMARY KEY (reorganisation_id, "position");
ALTER TABLE reorganisation_move ADD UNIQUE (reorganisation_id, unit_id);
ALTER TABLE reorganisation_part ADD CHECK (("position" > 0));
ALTER TABLE reorganisation_part ADD CHECK ((secrecy_class = ANY (ARRAY['ifo'::text, 'lss'::text, 'health'::text, 'school-health-medical'::text, 'school-health-other'::text, 'school'::text, 'preschool'::text, 'independent-school'::text, 'leisure'::text, 'police'::text, 'other'::text])));
ALTER TABLE reorganisation_part ADD CHECK ((staff >= 0));
ALTER TABLE reorganisation_part ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE reorganisation_part ADD FOREIGN KEY (reorganisation_id, unit_id) REFERENCES reorganisation_move(reorganisation_id, unit_id);
ALTER TABLE reorganisation_part ADD PRIMARY KEY (new_unit_id);
ALTER TABLE reorganisation_part ADD UNIQUE (reorganisation_id, unit_id, "position");
ALTER TABLE reorganisation_part ADD UNIQUE (reorganisation_id, unit_id, new_unit_id);
ALTER TABLE reorganisation_placement ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE reorganisation_placement ADD FOREIGN KEY (reorganisation_id, unit_id, new_unit_id) REFERENCES reorganisation_part(reorganisation_id, unit_id, new_unit_id);
ALTER TABLE reorganisation_placement ADD PRIMARY KEY (reorganisation_id, unit_id, person_id);
ALTER TABLE reorganisation_side ADD CHECK (((decided_on IS NULL) = (decided_by IS NULL)));
ALTER TABLE reorganisation_side ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE reorganisation_side ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE reorganisation_side ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE reorganisation_side ADD PRIMARY KEY (reorganisation_id, principal_id);
ALTER TABLE request_receiver ADD FOREIGN KEY (chosen_by) REFERENCES person(id);
ALTER TABLE request_receiver ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE request_receiver ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE request_receiver ADD PRIMARY KEY (id);
ALTER TABLE retention_mark ADD CHECK (((set_on <= ended_on) AND (num_nonnulls(ended_on, ended_by, ended_at, end_reason) = ANY (ARRAY[0, 4]))));
ALTER TABLE retention_mark ADD CHECK ((kind = ANY (ARRAY['placed'::text, 'adoption'::text, 'parenthood'::text, 'residence'::text, 'investigation'::text, 'custody-agreement'::text, 'legal-hold'::text])));
ALTER TABLE retention_mark ADD CHECK ((version > 0));
ALTER TABLE retention_mark ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE retention_mark ADD FOREIGN KEY (ended_by) REFERENCES person(id);
ALTER TABLE retention_mark ADD FOREIGN KEY (set_by) REFERENCES person(id);
ALTER TABLE retention_mark ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE retention_mark ADD PRIMARY KEY (id);
ALTER TABLE job.river_job ADD CHECK ((((finalized_at IS NULL) AND (state <> ALL (ARRAY['cancelled'::job.river_job_state, 'completed'::job.river_job_state, 'discarded'::job.river_job_state]))) OR ((finalized_at IS NOT NULL) AND (state = ANY (ARRAY['cancelled'::job.river_job_state, 'completed'::job.river_job_state, 'discarded'::job.river_job_state])))));
ALTER TABLE job.river_job ADD CHECK (((char_length(kind) > 0) AND (char_length(kind) < 128)));
ALTER TABLE job.river_job ADD CHECK (((char_length(queue) > 0) AND (char_length(queue) < 128)));
ALTER TABLE job.river_job ADD CHECK (((priority >= 1) AND (priority <= 4)));
ALTER TABLE job.river_job ADD CHECK ((max_attempts > 0));
ALTER TABLE job.river_job ADD CHECK (job.args_are_ids(args));
ALTER TABLE job.river_job ADD PRIMARY KEY (id);
ALTER TABLE job.river_leader ADD CHECK (((char_length(leader_id) > 0) AND (char_length(leader_id) < 128)));
ALTER TABLE job.river_leader ADD CHECK ((name = 'default'::text));
ALTER TABLE job.river_leader ADD PRIMARY KEY (name);
ALTER TABLE job.river_notification ADD CHECK (((length(topic) > 0) AND (length(topic) < 128)));
ALTER TABLE job.river_notification ADD PRIMARY KEY (id);
ALTER TABLE job.river_queue ADD PRIMARY KEY (name);
ALTER TABLE role_holder ADD CHECK (((seat = 1) OR ((seat = 2) AND (role = 'leader'::text))));
ALTER TABLE role_holder ADD CHECK (((stands_in_for_id IS NULL) OR (ends_on IS NOT NULL)));
ALTER TABLE role_holder ADD CHECK ((ends_on >= (starts_on - 1)));
ALTER TABLE role_holder ADD CHECK ((role = ANY (ARRAY['initiator'::text, 'caller'::text, 'leader'::text, 'overall-responsible'::text, 'coordinator'::text, 'secretary'::text])));
ALTER TABLE role_holder ADD CHECK ((version > 0));
ALTER TABLE role_holder ADD FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE role_holder ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE role_holder ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE role_holder ADD FOREIGN KEY (stands_in_for_id) REFERENCES role_holder(id);
ALTER TABLE role_holder ADD PRIMARY KEY (id);
ALTER TABLE role_holder ADD EXCLUDE USING gist (uuid_send(plan_id) WITH =, role WITH =, seat WITH =, daterange(starts_on, (ends_on + 1)) WITH &&) WHERE ((stands_in_for_id IS NULL));
ALTER TABLE role_offer ADD CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL)));
ALTER TABLE role_offer ADD CHECK (((state = 'waiting'::text) = (answered_on IS NULL)));
ALTER TABLE role_offer ADD CHECK ((role = ANY (ARRAY['initiator'::text, 'caller'::text, 'leader'::text, 'overall-responsible'::text, 'coordinator'::text, 'secretary'::text])));
ALTER TABLE role_offer ADD CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text])));
ALTER TABLE role_offer ADD CHECK ((version > 0));
ALTER TABLE role_offer ADD FOREIGN KEY (answered_by) REFERENCES person(id);
ALTER TABLE role_offer ADD FOREIGN KEY (from_unit_id) REFERENCES unit(id);
ALTER TABLE role_offer ADD FOREIGN KEY (offered_by) REFERENCES person(id);
ALTER TABLE role_offer ADD FOREIGN KEY (party_id) REFERENCES party(id);
ALTER TABLE role_offer ADD FOREIGN KEY (plan_id) REFERENCES plan(id);
ALTER TABLE role_offer ADD FOREIGN KEY (to_unit_id) REFERENCES unit(id);
ALTER TABLE role_offer ADD PRIMARY KEY (id);
ALTER TABLE routine_choice ADD FOREIGN KEY (chosen_by) REFERENCES person(id);
ALTER TABLE routine_choice ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE routine_choice ADD PRIMARY KEY (id);
ALTER TABLE routine_version ADD CHECK (((child_sees_from >= 0) AND (child_sees_from <= 18)));
ALTER TABLE routine_version ADD CHECK (((fewest_told >= 3) AND (fewest_told <= 50)));
ALTER TABLE routine_version ADD CHECK (((guardian_sees_until >= 0) AND (guardian_sees_until <= 18)));
ALTER TABLE routine_version ADD CHECK (((principal_id IS NULL) = (loaded_by IS NULL)));
ALTER TABLE routine_version ADD CHECK (((reminder_days >= 1) AND (reminder_days <= 365)));
ALTER TABLE routine_version ADD CHECK (((review_working_days >= 1) AND (review_working_days <= 30)));
ALTER TABLE routine_version ADD CHECK ((code ~ '^[a-z][a-z-]{1,39}$'::text));
ALTER TABLE routine_version ADD CHECK ((length(document) <= 200000));
ALTER TABLE routine_version ADD CHECK ((number > 0));
ALTER TABLE routine_version ADD FOREIGN KEY (loaded_by) REFERENCES person(id);
ALTER TABLE routine_version ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE routine_version ADD PRIMARY KEY (id);
ALTER TABLE routine_version ADD UNIQUE NULLS NOT DISTINCT (principal_id, code, number);
ALTER TABLE routine_version ADD UNIQUE NULLS NOT DISTINCT (principal_id, code, valid_from);
ALTER TABLE seal ADD CHECK ((((count = 0) = (first_id IS NULL)) AND ((count = 0) = (last_id IS NULL))));
ALTER TABLE seal ADD CHECK ((begins = ANY (ARRAY[''::text, 'first'::text, 'other-cluster'::text, 'other-timeline'::text, 'transactions-go-back'::text])));
ALTER TABLE seal ADD CHECK ((count >= 0));
ALTER TABLE seal ADD CHECK ((epoch > 0));
ALTER TABLE seal ADD CHECK ((number > 0));
ALTER TABLE seal ADD CHECK ((size >= count));
ALTER TABLE seal ADD PRIMARY KEY (number);
ALTER TABLE seal_key ADD CHECK ((id ~ '^[0-9a-f]{32}$'::text));
ALTER TABLE seal_key ADD CHECK ((length(public_key) = 32));
ALTER TABLE seal_key ADD PRIMARY KEY (id);
ALTER TABLE seal_leaf ADD CHECK (("position" > 0));
ALTER TABLE seal_leaf ADD FOREIGN KEY (seal_number) REFERENCES seal(number);
ALTER TABLE seal_leaf ADD PRIMARY KEY (seal_number, "position");
ALTER TABLE seal_leaf ADD UNIQUE (entry_id);
ALTER TABLE statistics_active ADD FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE;
ALTER TABLE statistics_active ADD PRIMARY KEY (plan_id, term);
ALTER TABLE statistics_event ADD CHECK ((age = ANY (ARRAY['0-5'::text, '6-12'::text, '13-15'::text, '16-17'::text, '18-or-more'::text, 'unknown'::text])));
ALTER TABLE statistics_event ADD CHECK ((kind = ANY (ARRAY['plan-started'::text, 'plan-active'::text, 'plan-closed'::text, 'need-to-call'::text, 'call-to-meeting'::text, 'meeting-to-plan'::text, 'meeting-child'::text, 'meeting-guardians'::text, 'attendance'::text, 'plan-parts'::text, 'plan-words'::text, 'follow-up'::text, 'follow-up-child'::text, 'goal'::text, 'intervention'::text, 'consent'::text, 'consent-withdrawn'::text, 'request'::text, 'forum-case'::text])));
ALTER TABLE statistics_event ADD CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text])));
ALTER TABLE statistics_event ADD CHECK ((term = app_half_year(term)));
ALTER TABLE statistics_event ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE statistics_event ADD PRIMARY KEY (id);
ALTER TABLE survey_answer ADD CHECK (((EXTRACT(day FROM period) = (1)::numeric) AND (EXTRACT(month FROM period) = ANY (ARRAY[(1)::numeric, (7)::numeric]))));
ALTER TABLE survey_answer ADD CHECK ((jsonb_typeof(answers) = 'object'::text));
ALTER TABLE survey_answer ADD CHECK ((jsonb_typeof(words) = 'object'::text));
ALTER TABLE survey_answer ADD CHECK ((respondent = ANY (ARRAY['child'::text, 'guardian'::text, 'staff'::text])));
ALTER TABLE survey_answer ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE survey_answer ADD FOREIGN KEY (routine_version_id) REFERENCES routine_version(id);
ALTER TABLE survey_answer ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE survey_answer ADD PRIMARY KEY (id);
ALTER TABLE survey_taken ADD FOREIGN KEY (meeting_id) REFERENCES meeting(id);
ALTER TABLE survey_taken ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE survey_taken ADD PRIMARY KEY (meeting_id, person_id);
ALTER TABLE term_setting ADD CHECK (((assess_days >= 0) AND (assess_days <= 30)));
ALTER TABLE term_setting ADD CHECK (((decide_days >= 1) AND (decide_days <= 60)));
ALTER TABLE term_setting ADD CHECK (((feedback_days >= 1) AND (feedback_days <= 60)));
ALTER TABLE term_setting ADD CHECK (((questions_a_day >= 1) AND (questions_a_day <= 1000)));
ALTER TABLE term_setting ADD FOREIGN KEY (authority_id) REFERENCES authority(id);
ALTER TABLE term_setting ADD PRIMARY KEY (authority_id);
ALTER TABLE unit ADD CHECK ((secrecy_class = ANY (ARRAY['ifo'::text, 'lss'::text, 'health'::text, 'school-health-medical'::text, 'school-health-other'::text, 'school'::text, 'preschool'::text, 'independent-school'::text, 'leisure'::text, 'police'::text, 'other'::text])));
ALTER TABLE unit ADD PRIMARY KEY (id);
ALTER TABLE unit_code ADD CHECK (((length(hsa_id) <= 31) AND (hsa_id ~ '^SE[0-9]{10}-[A-Za-z0-9]+$'::text)));
ALTER TABLE unit_code ADD CHECK ((municipality_code ~ '^[0-9]{4}$'::text));
ALTER TABLE unit_code ADD CHECK ((school_unit_code ~ '^[0-9]{8}$'::text));
ALTER TABLE unit_code ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE unit_code ADD FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE;
ALTER TABLE unit_code ADD PRIMARY KEY (unit_id);
ALTER TABLE unit_code ADD UNIQUE (hsa_id);
ALTER TABLE unit_code ADD UNIQUE (principal_id, local_id);
ALTER TABLE unit_code ADD UNIQUE (school_unit_code);
ALTER TABLE unit_import ADD CHECK ((((status = 'applied'::text) = (applied_at IS NOT NULL)) AND ((status = 'applied'::text) = (applied_by IS NOT NULL))));
ALTER TABLE unit_import ADD CHECK ((((status = 'awaiting'::text) = (checked_at IS NULL)) AND ((status = 'awaiting'::text) = (checksum IS NULL)) AND ((status = 'awaiting'::text) = (organisation IS NULL))));
ALTER TABLE unit_import ADD CHECK ((cardinality(counts) = 6));
ALTER TABLE unit_import ADD CHECK ((encoding = ANY (ARRAY['utf-8'::text, 'windows-1252'::text])));
ALTER TABLE unit_import ADD CHECK ((format = ANY (ARRAY['csv'::text, 'json-lines'::text])));
ALTER TABLE unit_import ADD CHECK ((status = ANY (ARRAY['awaiting'::text, 'checked'::text, 'applied'::text])));
ALTER TABLE unit_import ADD FOREIGN KEY (applied_by) REFERENCES person(id);
ALTER TABLE unit_import ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE unit_import ADD FOREIGN KEY (principal_id) REFERENCES principal(id);
ALTER TABLE unit_import ADD FOREIGN KEY (started_by) REFERENCES person(id);
ALTER TABLE unit_import ADD PRIMARY KEY (id);
ALTER TABLE unit_import_row ADD CHECK ((((outcome = 'faulty'::text) = (rule IS NOT NULL)) AND ((outcome = 'faulty'::text) = (name IS NULL))));
ALTER TABLE unit_import_row ADD CHECK ((outcome = ANY (ARRAY['added'::text, 'changed'::text, 'unchanged'::text, 'ended'::text, 'faulty'::text])));
ALTER TABLE unit_import_row ADD FOREIGN KEY (import_id) REFERENCES unit_import(id);
ALTER TABLE unit_import_row ADD PRIMARY KEY (import_id, "position");
ALTER TABLE unit_place ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE unit_place ADD FOREIGN KEY (branch_id) REFERENCES branch(id);
ALTER TABLE unit_place ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE unit_place ADD EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
ALTER TABLE unit_predecessor ADD CHECK ((unit_id <> predecessor_id));
ALTER TABLE unit_predecessor ADD FOREIGN KEY (predecessor_id) REFERENCES unit(id);
ALTER TABLE unit_predecessor ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE unit_predecessor ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE unit_predecessor ADD PRIMARY KEY (unit_id);
ALTER TABLE unit_successor ADD CHECK ((unit_id <> successor_id));
ALTER TABLE unit_successor ADD FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
ALTER TABLE unit_successor ADD FOREIGN KEY (successor_id) REFERENCES unit(id);
ALTER TABLE unit_successor ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE unit_successor ADD PRIMARY KEY (unit_id);
ALTER TABLE used_once ADD PRIMARY KEY (hash);
ALTER TABLE webhook ADD CHECK (((length(address) >= 1) AND (length(address) <= 500)));
ALTER TABLE webhook ADD CHECK ((cardinality(kinds) <= 50));
ALTER TABLE webhook ADD FOREIGN KEY (client_id) REFERENCES client(id);
ALTER TABLE webhook ADD PRIMARY KEY (id);
ALTER TABLE webhook_delivery ADD CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dead'::text, 'dropped'::text])));
ALTER TABLE webhook_delivery ADD FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE;
ALTER TABLE webhook_delivery ADD FOREIGN KEY (webhook_id) REFERENCES webhook(id);
ALTER TABLE webhook_delivery ADD PRIMARY KEY (id);
ALTER TABLE webhook_delivery ADD UNIQUE (webhook_id, event_id);
ALTER TABLE whereabouts ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE whereabouts ADD CHECK ((kind = ANY (ARRAY['address'::text, 'phone'::text, 'school'::text, 'meeting-place'::text, 'travel'::text, 'municipality'::text, 'other'::text])));
ALTER TABLE whereabouts ADD CHECK ((version > 0));
ALTER TABLE whereabouts ADD FOREIGN KEY (author_id) REFERENCES person(id);
ALTER TABLE whereabouts ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE whereabouts ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE whereabouts ADD PRIMARY KEY (id);
ALTER TABLE whereabouts_block ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid))));
ALTER TABLE whereabouts_block ADD CHECK ((person_id <> child_id));
ALTER TABLE whereabouts_block ADD CHECK ((version > 0));
ALTER TABLE whereabouts_block ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE whereabouts_block ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE whereabouts_block ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE whereabouts_block ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE whereabouts_block ADD PRIMARY KEY (id);
ALTER TABLE whereabouts_block ADD EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&);
ALTER TABLE whereabouts_reader ADD CHECK (((NOT isempty(valid)) AND (NOT lower_inf(valid)) AND (NOT upper_inf(valid))));
ALTER TABLE whereabouts_reader ADD CHECK ((person_id <> granted_by));
ALTER TABLE whereabouts_reader ADD CHECK ((version > 0));
ALTER TABLE whereabouts_reader ADD FOREIGN KEY (child_id) REFERENCES person(id);
ALTER TABLE whereabouts_reader ADD FOREIGN KEY (granted_by) REFERENCES person(id);
ALTER TABLE whereabouts_reader ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE whereabouts_reader ADD FOREIGN KEY (unit_id) REFERENCES unit(id);
ALTER TABLE whereabouts_reader ADD PRIMARY KEY (id);
ALTER TABLE whereabouts_reader ADD EXCLUDE USING gist (uuid_send(child_id) WITH =, uuid_send(unit_id) WITH =, uuid_send(person_id) WITH =, valid WITH &&);
ALTER TABLE withholding ADD CHECK (((NOT asked) OR (person_id IS NULL)));
ALTER TABLE withholding ADD CHECK (((ended_on IS NULL) = (end_reason IS NULL)));
ALTER TABLE withholding ADD CHECK (((ended_on IS NULL) = (ended_by IS NULL)));
ALTER TABLE withholding ADD CHECK ((asked OR (assessed_on IS NULL)));
ALTER TABLE withholding ADD CHECK ((num_nulls(assessed_on, assessed_by, assessment) = ANY (ARRAY[0, 3])));
ALTER TABLE withholding ADD FOREIGN KEY (assessed_by) REFERENCES person(id);
ALTER TABLE withholding ADD FOREIGN KEY (decided_by) REFERENCES person(id);
ALTER TABLE withholding ADD FOREIGN KEY (ended_by) REFERENCES person(id);
ALTER TABLE withholding ADD FOREIGN KEY (item_id) REFERENCES item(id);
ALTER TABLE withholding ADD FOREIGN KEY (person_id) REFERENCES person(id);
ALTER TABLE withholding ADD PRIMARY KEY (id);

-- Indexes
CREATE INDEX absence_ends ON public.absence USING btree (ends_on);
CREATE UNIQUE INDEX absence_pkey ON public.absence USING btree (id);
CREATE INDEX absence_unit ON public.absence USING btree (unit_id, person_id, ends_on);
CREATE INDEX absence_uuid_send_uuid_send1_daterange_excl ON public.absence USING gist (uuid_send(person_id), uuid_send(unit_id), daterange(starts_on, COALESCE(back_on, (ends_on + 1))));
CREATE INDEX assignment_person ON public.assignment USING btree (person_id);
CREATE INDEX assignment_person_id_unit_id_role_valid_excl ON public.assignment USING gist (person_id, unit_id, role, valid);
CREATE UNIQUE INDEX assignment_pkey ON public.assignment USING btree (id);
CREATE INDEX assignment_unit ON public.assignment USING btree (unit_id);
CREATE UNIQUE INDEX attachment_pkey ON public.attachment USING btree (item_id);
CREATE UNIQUE INDEX attachment_content_pkey ON public.attachment_content USING btree (item_id, "position");
CREATE INDEX audit_entry_age ON public.audit_entry USING brin (at);
CREATE INDEX audit_entry_child ON public.audit_entry USING btree (child_id, at) WHERE (child_id IS NOT NULL);
CREATE UNIQUE INDEX audit_entry_pkey ON public.audit_entry USING btree (id);
CREATE INDEX audit_entry_rows ON public.audit_entry USING gin (objects) WHERE ((child_id IS NULL) AND (objects <> '{}'::uuid[]));
CREATE INDEX audit_entry_xid ON public.audit_entry USING btree (xid);
CREATE UNIQUE INDEX authority_pkey ON public.authority USING btree (id);
CREATE UNIQUE INDEX branch_pkey ON public.branch USING btree (id);
CREATE UNIQUE INDEX call_pkey ON public.call USING btree (id);
CREATE INDEX call_plan ON public.call USING btree (plan_id, created_at DESC);
CREATE INDEX call_unit ON public.call USING btree (unit_id);
CREATE INDEX call_addressee_call ON public.call_addressee USING btree (call_id);
CREATE INDEX call_addressee_passed ON public.call_addressee USING btree (passed_from);
CREATE UNIQUE INDEX call_addressee_pkey ON public.call_addressee USING btree (id);
CREATE INDEX call_addressee_unit ON public.call_addressee USING btree (unit_id, state);
CREATE UNIQUE INDEX care_block_live ON public.care_block USING btree (child_id, unit_id) WHERE (lifted_on IS NULL);
CREATE UNIQUE INDEX care_block_pkey ON public.care_block USING btree (id);
CREATE UNIQUE INDEX care_block_reason_pkey ON public.care_block_reason USING btree (block_id, act);
CREATE INDEX case_file_child ON public.case_file USING btree (child_id, unit_id);
CREATE UNIQUE INDEX case_file_pkey ON public.case_file USING btree (id);
CREATE INDEX case_file_unit ON public.case_file USING btree (unit_id, id);
CREATE INDEX case_file_uuid_send_uuid_send1_valid_excl ON public.case_file USING gist (uuid_send(child_id), uuid_send(unit_id), valid);
CREATE UNIQUE INDEX case_file_folded_pkey ON public.case_file_folded USING btree (id);
CREATE INDEX case_worker_child ON public.case_worker USING btree (child_id, unit_id, person_id);
CREATE INDEX case_worker_person ON public.case_worker USING btree (unit_id, person_id, child_id);
CREATE UNIQUE INDEX case_worker_pkey ON public.case_worker USING btree (id);
CREATE INDEX case_worker_uuid_send_uuid_send1_uuid_send2_valid_excl ON public.case_worker USING gist (uuid_send(child_id), uuid_send(unit_id), uuid_send(person_id), valid);
CREATE UNIQUE INDEX checkpoint_pkey ON public.checkpoint USING btree (number);
CREATE UNIQUE INDEX checkpoint_seal_number_key ON public.checkpoint USING btree (seal_number);
CREATE UNIQUE INDEX client_pkey ON public.client USING btree (id);
CREATE INDEX client_principal ON public.client USING btree (principal_id, name);
CREATE UNIQUE INDEX client_key_client_id_kid_key ON public.client_key USING btree (client_id, kid);
CREATE UNIQUE INDEX client_key_pkey ON public.client_key USING btree (id);
CREATE INDEX client_token_age ON public.client_token USING btree (expires_at);
CREATE UNIQUE INDEX client_token_pkey ON public.client_token USING btree (hash);
CREATE INDEX collaboration_group_above ON public.collaboration_group USING btree (above_id);
CREATE UNIQUE INDEX collaboration_group_name ON public.collaboration_group USING btree (principal_id, lower((name)::text));
CREATE UNIQUE INDEX collaboration_group_pkey ON public.collaboration_group USING btree (id);
CREATE INDEX concern_handling_handler ON public.concern_handling USING btree (unit_id, handler_id);
CREATE UNIQUE INDEX concern_handling_pkey ON public.concern_handling USING btree (report_id);
CREATE UNIQUE INDEX concern_report_pkey ON public.concern_report USING btree (id);
CREATE INDEX concern_report_received ON public.concern_report USING btree (to_unit_id, created_at DESC);
CREATE INDEX concern_report_sent ON public.concern_report USING btree (from_unit_id, created_at DESC);
CREATE UNIQUE INDEX confirmation_party_id_key ON public.confirmation USING btree (party_id);
CREATE UNIQUE INDEX confirmation_pkey ON public.confirmation USING btree (id);
CREATE INDEX confirmation_plan ON public.confirmation USING btree (plan_id);
CREATE INDEX consent_child ON public.consent USING btree (child_id);
CREATE UNIQUE INDEX consent_limits_key ON public.consent USING btree (limits);
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (id);
CREATE UNIQUE INDEX consent_exclusion_pkey ON public.consent_exclusion USING btree (consent_id, item_id);
CREATE INDEX consent_giver_person ON public.consent_giver USING btree (person_id);
CREATE UNIQUE INDEX consent_giver_pkey ON public.consent_giver USING btree (consent_id, person_id);
CREATE UNIQUE INDEX consent_scope_pkey ON public.consent_scope USING btree (consent_id, from_branch_id, to_branch_id, category);
CREATE UNIQUE INDEX consent_signature_pkey ON public.consent_signature USING btree (consent_id, person_id);
CREATE UNIQUE INDEX contact_address_person_id_capacity_key ON public.contact_address USING btree (person_id, capacity);
CREATE UNIQUE INDEX contact_address_pkey ON public.contact_address USING btree (id);
CREATE UNIQUE INDEX contact_card_pkey ON public.contact_card USING btree (id);
CREATE UNIQUE INDEX contact_card_unit_id_number_key ON public.contact_card USING btree (unit_id, number);
CREATE INDEX custody_decision_child ON public.custody_decision USING btree (child_id, unit_id);
CREATE UNIQUE INDEX custody_decision_pkey ON public.custody_decision USING btree (id);
CREATE UNIQUE INDEX custody_measure_pkey ON public.custody_measure USING btree (decision_id, measure);
CREATE INDEX data_extract_child ON public.data_extract USING btree (child_id);
CREATE INDEX data_extract_person ON public.data_extract USING btree (person_id);
CREATE UNIQUE INDEX data_extract_pkey ON public.data_extract USING btree (request_id);
CREATE UNIQUE INDEX data_extract_extension_pkey ON public.data_extract_extension USING btree (request_id);
CREATE UNIQUE INDEX decision_pkey ON public.decision USING btree (item_id);
CREATE INDEX decision_plan ON public.decision USING btree (plan_id);
CREATE INDEX decision_unit ON public.decision USING btree (unit_id) WHERE (state = ANY (ARRAY['proposed'::text, 'open'::text]));
CREATE UNIQUE INDEX decision_answer_pkey ON public.decision_answer USING btree (item_id);
CREATE UNIQUE INDEX deviation_pkey ON public.deviation USING btree (id);
CREATE INDEX deviation_unit ON public.deviation USING btree (unit_id, created_at);
CREATE UNIQUE INDEX deviation_case_filed ON public.deviation_case USING btree (deviation_id) WHERE (origin = 'filed'::text);
CREATE INDEX deviation_case_from ON public.deviation_case USING btree (from_group_id);
CREATE INDEX deviation_case_group ON public.deviation_case USING btree (group_id, due_on);
CREATE UNIQUE INDEX deviation_case_pkey ON public.deviation_case USING btree (id);
CREATE UNIQUE INDEX deviation_case_sent ON public.deviation_case USING btree (deviation_id, group_id, from_group_id) WHERE (from_group_id IS NOT NULL);
CREATE INDEX deviation_child_child ON public.deviation_child USING btree (child_id);
CREATE UNIQUE INDEX deviation_child_pkey ON public.deviation_child USING btree (deviation_id);
CREATE UNIQUE INDEX deviation_contact_pkey ON public.deviation_contact USING btree (deviation_id);
CREATE INDEX deviation_measure_case ON public.deviation_measure USING btree (case_id);
CREATE INDEX deviation_measure_group ON public.deviation_measure USING btree (group_id, due_on);
CREATE UNIQUE INDEX deviation_measure_pkey ON public.deviation_measure USING btree (id);
CREATE INDEX deviation_measure_unit ON public.deviation_measure USING btree (unit_id, due_on);
CREATE INDEX deviation_reporter_person ON public.deviation_reporter USING btree (person_id);
CREATE UNIQUE INDEX deviation_reporter_pkey ON public.deviation_reporter USING btree (deviation_id);
CREATE UNIQUE INDEX deviation_suggestion_id_key ON public.deviation_suggestion USING btree (id);
CREATE UNIQUE INDEX deviation_suggestion_pkey ON public.deviation_suggestion USING btree (meeting_id, about_unit_id);
CREATE INDEX disclosure_item ON public.disclosure USING btree (item_id);
CREATE UNIQUE INDEX disclosure_pkey ON public.disclosure USING btree (id);
CREATE INDEX disclosure_receiver ON public.disclosure USING btree (plan_id, to_unit_id);
CREATE INDEX disposal_case_of ON public.disposal_case USING btree (child_id, unit_id);
CREATE UNIQUE INDEX disposal_case_pkey ON public.disposal_case USING btree (id);
CREATE UNIQUE INDEX disposal_case_run_id_unit_id_child_id_key ON public.disposal_case USING btree (run_id, unit_id, child_id);
CREATE INDEX disposal_case_unit ON public.disposal_case USING btree (unit_id, disposed_on);
CREATE UNIQUE INDEX disposal_certificate_number_key ON public.disposal_certificate USING btree (number);
CREATE UNIQUE INDEX disposal_certificate_pkey ON public.disposal_certificate USING btree (run_id);
CREATE UNIQUE INDEX disposal_decision_pkey ON public.disposal_decision USING btree (run_id, person_id);
CREATE INDEX disposal_run_branch ON public.disposal_run USING btree (branch_id, created_at);
CREATE UNIQUE INDEX disposal_run_pkey ON public.disposal_run USING btree (id);
CREATE UNIQUE INDEX disposal_setting_branch_id_secrecy_class_number_key ON public.disposal_setting USING btree (branch_id, secrecy_class, number);
CREATE UNIQUE INDEX disposal_setting_pkey ON public.disposal_setting USING btree (id);
CREATE INDEX emergency_access_holder ON public.emergency_access USING btree (holder_unit_id, opened_at);
CREATE UNIQUE INDEX emergency_access_inquiry_id_holder_unit_id_key ON public.emergency_access USING btree (inquiry_id, holder_unit_id);
CREATE UNIQUE INDEX emergency_access_pkey ON public.emergency_access USING btree (id);
CREATE INDEX emergency_access_unit ON public.emergency_access USING btree (unit_id, opened_at);
CREATE UNIQUE INDEX emergency_inquiry_pkey ON public.emergency_inquiry USING btree (id);
CREATE UNIQUE INDEX emergency_review_access_id_person_id_key ON public.emergency_review USING btree (access_id, person_id);
CREATE UNIQUE INDEX emergency_review_pkey ON public.emergency_review USING btree (id);
CREATE UNIQUE INDEX emergency_review_note_pkey ON public.emergency_review_note USING btree (review_id);
CREATE INDEX evaluation_item ON public.evaluation USING btree (item_id);
CREATE UNIQUE INDEX evaluation_pkey ON public.evaluation USING btree (id);
CREATE INDEX evaluation_plan ON public.evaluation USING btree (plan_id, created_at);
CREATE INDEX event_about ON public.event USING btree (about_id, "position");
CREATE INDEX event_age ON public.event USING btree (kept_at);
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id);
CREATE INDEX event_plan ON public.event USING btree (plan_id);
CREATE UNIQUE INDEX event_position_key ON public.event USING btree ("position");
CREATE INDEX event_unplaced ON public.event USING btree (written) WHERE ("position" IS NULL);
CREATE UNIQUE INDEX formulation_review_branch_id_term_key ON public.formulation_review USING btree (branch_id, term);
CREATE UNIQUE INDEX formulation_review_pkey ON public.formulation_review USING btree (id);
CREATE UNIQUE INDEX formulation_sample_pkey ON public.formulation_sample USING btree (branch_id, term, item_id);
CREATE INDEX forum_case_expires ON public.forum_case USING btree (expires_on);
CREATE INDEX forum_case_group ON public.forum_case USING btree (group_id, created_at);
CREATE UNIQUE INDEX forum_case_pkey ON public.forum_case USING btree (id);
CREATE INDEX forum_case_unit ON public.forum_case USING btree (unit_id);
CREATE INDEX forum_case_child_child ON public.forum_case_child USING btree (child_id);
CREATE INDEX forum_case_child_consent ON public.forum_case_child USING btree (consent_id);
CREATE UNIQUE INDEX forum_case_child_pkey ON public.forum_case_child USING btree (case_id);
CREATE UNIQUE INDEX forum_case_text_pkey ON public.forum_case_text USING btree (case_id, part);
CREATE INDEX forum_contribution_case ON public.forum_contribution USING btree (case_id, created_at);
CREATE UNIQUE INDEX forum_contribution_pkey ON public.forum_contribution USING btree (id);
CREATE INDEX forum_learning_group ON public.forum_learning USING btree (group_id, created_at);
CREATE UNIQUE INDEX forum_learning_pkey ON public.forum_learning USING btree (id);
CREATE INDEX forum_link_opening_case ON public.forum_link_opening USING btree (case_id);
CREATE UNIQUE INDEX forum_link_opening_pkey ON public.forum_link_opening USING btree (id);
CREATE UNIQUE INDEX forum_session_day ON public.forum_session USING btree (group_id, held_on) WHERE (cancelled_on IS NULL);
CREATE INDEX forum_session_group ON public.forum_session USING btree (group_id, held_on);
CREATE UNIQUE INDEX forum_session_pkey ON public.forum_session USING btree (id);
CREATE INDEX group_member_group_id_unit_id_person_id_valid_excl ON public.group_member USING gist (group_id, unit_id, person_id, valid);
CREATE INDEX group_member_person ON public.group_member USING btree (person_id, unit_id);
CREATE UNIQUE INDEX group_member_pkey ON public.group_member USING btree (id);
CREATE INDEX group_member_unit ON public.group_member USING btree (unit_id);
CREATE INDEX hand_over_from ON public.hand_over USING btree (offered_by, created_at);
CREATE UNIQUE INDEX hand_over_pkey ON public.hand_over USING btree (id);
CREATE INDEX hand_over_to ON public.hand_over USING btree (to_unit_id, created_at);
CREATE UNIQUE INDEX hand_over_waiting ON public.hand_over USING btree (plan_id) WHERE (state = 'waiting'::text);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);
CREATE UNIQUE INDEX idempotency_key_pkey ON public.idempotency_key USING btree (key_hash);
CREATE UNIQUE INDEX information_ground_pkey ON public.information_ground USING btree (request_id, unit_id);
CREATE INDEX information_handling_owner ON public.information_handling USING btree (unit_id, owner_id);
CREATE UNIQUE INDEX information_handling_pkey ON public.information_handling USING btree (request_id);
CREATE INDEX information_request_child ON public.information_request USING btree (child_id);
CREATE INDEX information_request_from ON public.information_request USING btree (from_unit_id, child_id);
CREATE UNIQUE INDEX information_request_pkey ON public.information_request USING btree (id);
CREATE INDEX information_request_to ON public.information_request USING btree (to_unit_id, due_on);
CREATE UNIQUE INDEX information_routine_pkey ON public.information_routine USING btree (id);
CREATE UNIQUE INDEX information_routine_unit_id_number_key ON public.information_routine USING btree (unit_id, number);
CREATE UNIQUE INDEX intervention_catalogue_pkey ON public.intervention_catalogue USING btree (id);
CREATE INDEX intervention_catalogue_uuid_send_code_valid_excl ON public.intervention_catalogue USING gist (uuid_send(COALESCE(principal_id, '00000000-0000-0000-0000-000000000000'::uuid)), code, valid);
CREATE INDEX intervention_offer_from ON public.intervention_offer USING btree (from_unit_id, created_at);
CREATE UNIQUE INDEX intervention_offer_pkey ON public.intervention_offer USING btree (id);
CREATE INDEX intervention_offer_plan ON public.intervention_offer USING btree (plan_id);
CREATE INDEX intervention_offer_to ON public.intervention_offer USING btree (to_unit_id, created_at);
CREATE UNIQUE INDEX intervention_offer_waiting ON public.intervention_offer USING btree (item_id) WHERE (state = 'waiting'::text);
CREATE INDEX item_comment ON public.item USING btree (owner_unit_id, created_on) WHERE ((kind = 'comment'::text) AND (author_kind <> 'staff'::text));
CREATE UNIQUE INDEX item_pkey ON public.item USING btree (id);
CREATE INDEX item_plan ON public.item USING btree (plan_id);
CREATE INDEX item_taken_over ON public.item USING btree (plan_id) WHERE (taken_over_on IS NOT NULL);
CREATE UNIQUE INDEX item_named_pkey ON public.item_named USING btree (item_id, person_id);
CREATE UNIQUE INDEX item_subject_pkey ON public.item_subject USING btree (item_id, person_id);
CREATE INDEX item_subject_plan ON public.item_subject USING btree (plan_id);
CREATE INDEX known_question_person ON public.known_question USING btree (person_id, asked_on);
CREATE UNIQUE INDEX known_question_pkey ON public.known_question USING btree (id);
CREATE INDEX known_question_unit_id ON public.known_question USING btree (unit_id, created_at DESC);
CREATE UNIQUE INDEX known_question_reason_pkey ON public.known_question_reason USING btree (question_id);
CREATE UNIQUE INDEX known_question_unit_pkey ON public.known_question_unit USING btree (question_id, unit_id);
CREATE INDEX known_question_unit_unit ON public.known_question_unit USING btree (unit_id, question_id);
CREATE INDEX lead_offer_from ON public.lead_offer USING btree (from_unit_id, created_at);
CREATE UNIQUE INDEX lead_offer_pkey ON public.lead_offer USING btree (id);
CREATE INDEX lead_offer_to ON public.lead_offer USING btree (to_unit_id, created_at);
CREATE UNIQUE INDEX lead_offer_waiting ON public.lead_offer USING btree (plan_id) WHERE (state = 'waiting'::text);
CREATE INDEX link_review_due ON public.link_review USING btree (remind_from);
CREATE UNIQUE INDEX link_review_pkey ON public.link_review USING btree (item_id);
CREATE UNIQUE INDEX log_review_pkey ON public.log_review USING btree (id);
CREATE INDEX log_review_principal ON public.log_review USING btree (principal_id, created_at);
CREATE UNIQUE INDEX log_review_entry_pkey ON public.log_review_entry USING btree (review_id, entry_id);
CREATE UNIQUE INDEX log_review_entry_review_id_position_key ON public.log_review_entry USING btree (review_id, "position");
CREATE UNIQUE INDEX log_setting_pkey ON public.log_setting USING btree (principal_id);
CREATE INDEX log_verdict_entry ON public.log_verdict USING btree (review_id, entry_id, created_at);
CREATE UNIQUE INDEX log_verdict_pkey ON public.log_verdict USING btree (id);
CREATE INDEX login_person ON public.login USING btree (person_id);
CREATE UNIQUE INDEX login_pkey ON public.login USING btree (issuer, subject);
CREATE UNIQUE INDEX mail_pkey ON public.mail USING btree (address_id, on_day, kind);
CREATE UNIQUE INDEX mail_told_pkey ON public.mail_told USING btree (address_id, notification_id);
CREATE INDEX maturity_assessment_child ON public.maturity_assessment USING btree (child_id, unit_id, assessed_on);
CREATE UNIQUE INDEX maturity_assessment_pkey ON public.maturity_assessment USING btree (id);
CREATE INDEX meeting_call ON public.meeting USING btree (call_id);
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (id);
CREATE INDEX meeting_plan ON public.meeting USING btree (plan_id, starts_at);
CREATE INDEX meeting_unit ON public.meeting USING btree (unit_id);
CREATE UNIQUE INDEX meeting_attendance_meeting_id_unit_id_person_id_key ON public.meeting_attendance USING btree (meeting_id, unit_id, person_id);
CREATE UNIQUE INDEX meeting_attendance_pkey ON public.meeting_attendance USING btree (id);
CREATE INDEX meeting_attendance_unit ON public.meeting_attendance USING btree (unit_id);
CREATE UNIQUE INDEX meeting_family_attendance_pkey ON public.meeting_family_attendance USING btree (meeting_id, person_id);
CREATE UNIQUE INDEX meeting_leader_pkey ON public.meeting_leader USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_link_pkey ON public.meeting_link USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_place_pkey ON public.meeting_place USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_reply_pkey ON public.meeting_reply USING btree (meeting_id, person_id);
CREATE INDEX minute_meeting ON public.minute USING btree (meeting_id);
CREATE UNIQUE INDEX minute_pkey ON public.minute USING btree (item_id);
CREATE INDEX minute_correction_item ON public.minute_correction USING btree (item_id, created_at);
CREATE UNIQUE INDEX minute_correction_pkey ON public.minute_correction USING btree (id);
CREATE UNIQUE INDEX notification_mark_pkey ON public.notification_mark USING btree (person_id, notification_id);
CREATE INDEX objection_item ON public.objection USING btree (item_id);
CREATE UNIQUE INDEX objection_pkey ON public.objection USING btree (id);
CREATE UNIQUE INDEX objection_decision_pkey ON public.objection_decision USING btree (objection_id);
CREATE INDEX objection_keeping_objection ON public.objection_keeping USING btree (objection_id, created_at);
CREATE UNIQUE INDEX objection_keeping_pkey ON public.objection_keeping USING btree (id);
CREATE UNIQUE INDEX party_current ON public.party USING btree (plan_id, unit_id) WHERE (state = ANY (ARRAY['called'::text, 'invited'::text, 'accepted'::text]));
CREATE UNIQUE INDEX party_pkey ON public.party USING btree (id);
CREATE INDEX party_plan ON public.party USING btree (plan_id);
CREATE INDEX party_unit ON public.party USING btree (unit_id, plan_id);
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id);
CREATE INDEX person_identifier_person ON public.person_identifier USING btree (person_id);
CREATE UNIQUE INDEX person_identifier_pkey ON public.person_identifier USING btree (type, value);
CREATE INDEX plan_child ON public.plan USING btree (child_id);
CREATE INDEX plan_lead ON public.plan USING btree (lead_unit_id);
CREATE UNIQUE INDEX plan_pkey ON public.plan USING btree (id);
CREATE UNIQUE INDEX plan_deadline_reason_pkey ON public.plan_deadline_reason USING btree (id);
CREATE INDEX plan_deadline_reason_plan ON public.plan_deadline_reason USING btree (plan_id, unit_id, created_at);
CREATE UNIQUE INDEX plan_follow_up_pkey ON public.plan_follow_up USING btree (id);
CREATE INDEX plan_follow_up_plan ON public.plan_follow_up USING btree (plan_id, created_at);
CREATE UNIQUE INDEX plan_lead_term_offer_id_key ON public.plan_lead_term USING btree (offer_id);
CREATE UNIQUE INDEX plan_lead_term_pkey ON public.plan_lead_term USING btree (plan_id, offer_id);
CREATE INDEX plan_lead_term_uuid_send_daterange_excl ON public.plan_lead_term USING gist (uuid_send(plan_id), daterange(starts_on, (ends_on + 1)));
CREATE UNIQUE INDEX plan_origin_follows ON public.plan_origin USING btree (follows_id);
CREATE UNIQUE INDEX plan_origin_pkey ON public.plan_origin USING btree (plan_id);
CREATE UNIQUE INDEX plan_reading_pkey ON public.plan_reading USING btree (plan_id, person_id, confirmed_on, number);
CREATE INDEX plan_request_child ON public.plan_request USING btree (child_id);
CREATE INDEX plan_request_person ON public.plan_request USING btree (person_id, created_at);
CREATE UNIQUE INDEX plan_request_pkey ON public.plan_request USING btree (id);
CREATE INDEX plan_request_unit ON public.plan_request USING btree (unit_id, due_on);
CREATE INDEX plan_request_handling_handler ON public.plan_request_handling USING btree (unit_id, handler_id);
CREATE UNIQUE INDEX plan_request_handling_pkey ON public.plan_request_handling USING btree (request_id);
CREATE UNIQUE INDEX plan_request_plan_pkey ON public.plan_request_plan USING btree (request_id);
CREATE INDEX plan_request_plan_plan ON public.plan_request_plan USING btree (plan_id);
CREATE UNIQUE INDEX plan_status_change_pkey ON public.plan_status_change USING btree (id);
CREATE INDEX plan_status_change_plan ON public.plan_status_change USING btree (plan_id, created_at);
CREATE UNIQUE INDEX plan_status_reason_pkey ON public.plan_status_reason USING btree (change_id);
CREATE UNIQUE INDEX plan_transition_pkey ON public.plan_transition USING btree (id);
CREATE INDEX plan_transition_plan ON public.plan_transition USING btree (plan_id, unit_id, created_at);
CREATE UNIQUE INDEX plan_transition_planned ON public.plan_transition USING btree (plan_id, kind) WHERE (state = 'planned'::text);
CREATE UNIQUE INDEX plan_transition_receiver_pkey ON public.plan_transition_receiver USING btree (transition_id, since, number);
CREATE UNIQUE INDEX plan_version_pkey ON public.plan_version USING btree (id);
CREATE UNIQUE INDEX plan_version_plan_id_number_key ON public.plan_version USING btree (plan_id, number);
CREATE INDEX plan_version_item_item ON public.plan_version_item USING btree (item_id);
CREATE UNIQUE INDEX plan_version_item_pkey ON public.plan_version_item USING btree (version_id, item_id);
CREATE UNIQUE INDEX principal_pkey ON public.principal USING btree (id);
CREATE INDEX protection_record_child ON public.protection_record USING btree (child_id, unit_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX protection_record_pkey ON public.protection_record USING btree (id);
CREATE UNIQUE INDEX public_request_pkey ON public.public_request USING btree (id);
CREATE INDEX public_request_unit ON public.public_request USING btree (unit_id, created_at);
CREATE INDEX public_request_item_item ON public.public_request_item USING btree (item_id);
CREATE UNIQUE INDEX public_request_item_pkey ON public.public_request_item USING btree (request_id, item_id);
CREATE UNIQUE INDEX questionnaire_one_draft ON public.questionnaire USING btree (principal_id, code) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX questionnaire_one_used ON public.questionnaire USING btree (principal_id, code) WHERE (state = 'published'::text);
CREATE UNIQUE INDEX questionnaire_pkey ON public.questionnaire USING btree (id);
CREATE UNIQUE INDEX questionnaire_principal_id_code_number_key ON public.questionnaire USING btree (principal_id, code, number);
CREATE UNIQUE INDEX register_import_pkey ON public.register_import USING btree (id);
CREATE INDEX register_import_unit ON public.register_import USING btree (unit_id, created_at);
CREATE UNIQUE INDEX register_import_row_pkey ON public.register_import_row USING btree (import_id, "position");
CREATE UNIQUE INDEX register_message_pkey ON public.register_message USING btree (unit_id, message_id);
CREATE INDEX register_message_record ON public.register_message USING btree (record_id);
CREATE INDEX relation_child ON public.relation USING btree (child_id, unit_id);
CREATE INDEX relation_person ON public.relation USING btree (person_id);
CREATE UNIQUE INDEX relation_pkey ON public.relation USING btree (id);
CREATE INDEX relation_uuid_send_uuid_send1_uuid_send2_kind_valid_excl ON public.relation USING gist (uuid_send(child_id), uuid_send(person_id), uuid_send(unit_id), kind, valid);
CREATE INDEX reorganisation_due ON public.reorganisation USING btree (takes_effect_on) WHERE (status = 'decided'::text);
CREATE UNIQUE INDEX reorganisation_pkey ON public.reorganisation USING btree (id);
CREATE UNIQUE INDEX reorganisation_case_pkey ON public.reorganisation_case USING btree (reorganisation_id, unit_id, child_id);
CREATE INDEX reorganisation_move_into ON public.reorganisation_move USING btree (into_unit_id);
CREATE INDEX reorganisation_move_keeper ON public.reorganisation_move USING btree (keeper_unit_id);
CREATE UNIQUE INDEX reorganisation_move_pkey ON public.reorganisation_move USING btree (reorganisation_id, "position");
CREATE UNIQUE INDEX reorganisation_move_reorganisation_id_unit_id_key ON public.reorganisation_move USING btree (reorganisation_id, unit_id);
CREATE INDEX reorganisation_move_unit ON public.reorganisation_move USING btree (unit_id);
CREATE UNIQUE INDEX reorganisation_part_pkey ON public.reorganisation_part USING btree (new_unit_id);
CREATE UNIQUE INDEX reorganisation_part_reorganisation_id_unit_id_new_unit_id_key ON public.reorganisation_part USING btree (reorganisation_id, unit_id, new_unit_id);
CREATE UNIQUE INDEX reorganisation_part_reorganisation_id_unit_id_position_key ON public.reorganisation_part USING btree (reorganisation_id, unit_id, "position");
CREATE UNIQUE INDEX reorganisation_part_rest ON public.reorganisation_part USING btree (reorganisation_id, unit_id) WHERE takes_rest;
CREATE UNIQUE INDEX reorganisation_placement_pkey ON public.reorganisation_placement USING btree (reorganisation_id, unit_id, person_id);
CREATE UNIQUE INDEX reorganisation_side_pkey ON public.reorganisation_side USING btree (reorganisation_id, principal_id);
CREATE INDEX reorganisation_side_principal ON public.reorganisation_side USING btree (principal_id);
CREATE UNIQUE INDEX request_receiver_pkey ON public.request_receiver USING btree (id);
CREATE INDEX request_receiver_principal ON public.request_receiver USING btree (principal_id, created_at);
CREATE INDEX retention_mark_case ON public.retention_mark USING btree (child_id, unit_id);
CREATE UNIQUE INDEX retention_mark_pkey ON public.retention_mark USING btree (id);
CREATE INDEX retention_mark_unit ON public.retention_mark USING btree (unit_id);
CREATE INDEX river_job_args_index ON job.river_job USING gin (args);
CREATE INDEX river_job_kind ON job.river_job USING btree (kind);
CREATE INDEX river_job_metadata_index ON job.river_job USING gin (metadata);
CREATE UNIQUE INDEX river_job_pkey ON job.river_job USING btree (id);
CREATE INDEX river_job_prioritized_fetching_index ON job.river_job USING btree (state, queue, priority, scheduled_at, id);
CREATE INDEX river_job_state_and_finalized_at_index ON job.river_job USING btree (state, finalized_at) WHERE (finalized_at IS NOT NULL);
CREATE UNIQUE INDEX river_job_unique_idx ON job.river_job USING btree (unique_key) WHERE ((unique_key IS NOT NULL) AND (unique_states IS NOT NULL) AND job.river_job_state_in_bitmask(unique_states, state));
CREATE UNIQUE INDEX river_leader_pkey ON job.river_leader USING btree (name);
CREATE INDEX river_notification_created_at_idx ON job.river_notification USING btree (created_at);
CREATE UNIQUE INDEX river_notification_pkey ON job.river_notification USING btree (id);
CREATE INDEX river_notification_topic_id_idx ON job.river_notification USING btree (topic, id);
CREATE UNIQUE INDEX river_queue_pkey ON job.river_queue USING btree (name);
CREATE INDEX role_holder_party ON public.role_holder USING btree (party_id);
CREATE UNIQUE INDEX role_holder_pkey ON public.role_holder USING btree (id);
CREATE INDEX role_holder_plan ON public.role_holder USING btree (plan_id, starts_on);
CREATE INDEX role_holder_uuid_send_role_seat_daterange_excl ON public.role_holder USING gist (uuid_send(plan_id), role, seat, daterange(starts_on, (ends_on + 1))) WHERE (stands_in_for_id IS NULL);
CREATE INDEX role_offer_from ON public.role_offer USING btree (offered_by, created_at);
CREATE UNIQUE INDEX role_offer_pkey ON public.role_offer USING btree (id);
CREATE INDEX role_offer_plan ON public.role_offer USING btree (plan_id);
CREATE INDEX role_offer_to ON public.role_offer USING btree (to_unit_id, created_at);
CREATE UNIQUE INDEX role_offer_waiting ON public.role_offer USING btree (party_id, role) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX routine_choice_pkey ON public.routine_choice USING btree (id);
CREATE INDEX routine_choice_principal ON public.routine_choice USING btree (principal_id, created_at);
CREATE INDEX routine_version_code ON public.routine_version USING btree (code, valid_from);
CREATE UNIQUE INDEX routine_version_pkey ON public.routine_version USING btree (id);
CREATE UNIQUE INDEX routine_version_principal_id_code_number_key ON public.routine_version USING btree (principal_id, code, number) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX routine_version_principal_id_code_valid_from_key ON public.routine_version USING btree (principal_id, code, valid_from) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX seal_pkey ON public.seal USING btree (number);
CREATE UNIQUE INDEX seal_key_pkey ON public.seal_key USING btree (id);
CREATE UNIQUE INDEX seal_leaf_entry_id_key ON public.seal_leaf USING btree (entry_id);
CREATE UNIQUE INDEX seal_leaf_pkey ON public.seal_leaf USING btree (seal_number, "position");
CREATE UNIQUE INDEX statistics_active_pkey ON public.statistics_active USING btree (plan_id, term);
CREATE UNIQUE INDEX statistics_event_pkey ON public.statistics_event USING btree (id);
CREATE INDEX statistics_event_principal ON public.statistics_event USING btree (principal_id, term);
CREATE UNIQUE INDEX survey_answer_pkey ON public.survey_answer USING btree (id);
CREATE INDEX survey_answer_principal ON public.survey_answer USING btree (principal_id, period);
CREATE INDEX survey_answer_unit ON public.survey_answer USING btree (unit_id, period);
CREATE UNIQUE INDEX survey_taken_pkey ON public.survey_taken USING btree (meeting_id, person_id);
CREATE UNIQUE INDEX term_setting_pkey ON public.term_setting USING btree (authority_id);
CREATE UNIQUE INDEX unit_pkey ON public.unit USING btree (id);
CREATE UNIQUE INDEX unit_code_hsa_id_key ON public.unit_code USING btree (hsa_id);
CREATE UNIQUE INDEX unit_code_pkey ON public.unit_code USING btree (unit_id);
CREATE UNIQUE INDEX unit_code_principal_id_local_id_key ON public.unit_code USING btree (principal_id, local_id);
CREATE UNIQUE INDEX unit_code_school_unit_code_key ON public.unit_code USING btree (school_unit_code);
CREATE UNIQUE INDEX unit_import_pkey ON public.unit_import USING btree (id);
CREATE INDEX unit_import_principal ON public.unit_import USING btree (principal_id, created_at);
CREATE INDEX unit_import_row_outcome ON public.unit_import_row USING btree (import_id, outcome, "position");
CREATE UNIQUE INDEX unit_import_row_pkey ON public.unit_import_row USING btree (import_id, "position");
CREATE INDEX unit_place_branch ON public.unit_place USING btree (branch_id);
CREATE INDEX unit_place_unit ON public.unit_place USING btree (unit_id);
CREATE INDEX unit_place_unit_id_valid_excl ON public.unit_place USING gist (unit_id, valid);
CREATE UNIQUE INDEX unit_predecessor_pkey ON public.unit_predecessor USING btree (unit_id);
CREATE UNIQUE INDEX unit_successor_pkey ON public.unit_successor USING btree (unit_id);
CREATE INDEX used_once_age ON public.used_once USING btree (until);
CREATE UNIQUE INDEX used_once_pkey ON public.used_once USING btree (hash);
CREATE INDEX webhook_client ON public.webhook USING btree (client_id);
CREATE UNIQUE INDEX webhook_pkey ON public.webhook USING btree (id);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (webhook_id, next_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_event ON public.webhook_delivery USING btree (event_id);
CREATE UNIQUE INDEX webhook_delivery_pkey ON public.webhook_delivery USING btree (id);
CREATE UNIQUE INDEX webhook_delivery_webhook_id_event_id_key ON public.webhook_delivery USING btree (webhook_id, event_id);
CREATE INDEX whereabouts_child ON public.whereabouts USING btree (child_id, unit_id);
CREATE UNIQUE INDEX whereabouts_pkey ON public.whereabouts USING btree (id);
CREATE INDEX whereabouts_block_child ON public.whereabouts_block USING btree (child_id, person_id);
CREATE UNIQUE INDEX whereabouts_block_pkey ON public.whereabouts_block USING btree (id);
CREATE INDEX whereabouts_block_uuid_send_uuid_send1_uuid_send2_valid_excl ON public.whereabouts_block USING gist (uuid_send(child_id), uuid_send(unit_id), uuid_send(person_id), valid);
CREATE INDEX whereabouts_reader_child ON public.whereabouts_reader USING btree (child_id, unit_id, person_id);
CREATE UNIQUE INDEX whereabouts_reader_pkey ON public.whereabouts_reader USING btree (id);
CREATE INDEX whereabouts_reader_uuid_send_uuid_send1_uuid_send2_valid_excl ON public.whereabouts_reader USING gist (uuid_send(child_id), uuid_send(unit_id), uuid_send(person_id), valid);
CREATE INDEX withholding_item ON public.withholding USING btree (item_id);
CREATE UNIQUE INDEX withholding_live ON public.withholding USING btree (item_id, person_id) NULLS NOT DISTINCT WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX withholding_pkey ON public.withholding USING btree (id);
CREATE INDEX withholding_waiting ON public.withholding USING btree (item_id) WHERE (asked AND (assessed_on IS NULL) AND (ended_on IS NULL));

-- Triggers
CREATE TRIGGER absence_columns BEFORE UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'substitute_id', 'starts_on', 'ends_on', 'entered_by');
CREATE TRIGGER absence_unit BEFORE UPDATE ON public.absence FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER attachment_columns BEFORE UPDATE ON public.attachment FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'media_type', 'meant_for');
CREATE TRIGGER attachment_kept BEFORE DELETE ON public.attachment FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER attachment_content_kept BEFORE UPDATE ON public.attachment_content FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION keep_row();
CREATE TRIGGER audit_entry_weeded BEFORE DELETE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION keep_row_but_for('samplan_disposal');
CREATE TRIGGER call_columns BEFORE UPDATE ON public.call FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'author_id', 'created_at');
CREATE TRIGGER call_kept BEFORE DELETE ON public.call FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER call_of_lead BEFORE INSERT ON public.call FOR EACH ROW EXECUTE FUNCTION app_of_lead();
CREATE TRIGGER call_sent BEFORE UPDATE ON public.call FOR EACH ROW WHEN ((old.sent_on IS NOT NULL)) EXECUTE FUNCTION keep_columns('purpose', 'questions', 'long_term_goal', 'way', 'sent_on', 'answer_by');
CREATE CONSTRAINT TRIGGER call_statistics AFTER INSERT ON public.call DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.sent_on IS NOT NULL)) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE CONSTRAINT TRIGGER call_statistics_change AFTER UPDATE ON public.call DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.sent_on IS NOT NULL) AND (old.sent_on IS NULL))) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER call_addressee_columns BEFORE UPDATE ON public.call_addressee FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'call_id', 'summons', 'contribution', 'passed_from');
CREATE TRIGGER call_addressee_event AFTER INSERT OR UPDATE ON public.call_addressee FOR EACH ROW EXECUTE FUNCTION app_event_of_call();
CREATE TRIGGER call_addressee_kept BEFORE DELETE ON public.call_addressee FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER call_addressee_settled AFTER UPDATE ON public.call_addressee FOR EACH ROW WHEN (((new.passed_from IS NOT NULL) AND (old.state = 'waiting'::text) AND (new.state = ANY (ARRAY['accepted'::text, 'declined'::text])))) EXECUTE FUNCTION app_settle_call();
CREATE TRIGGER call_addressee_unit BEFORE UPDATE ON public.call_addressee FOR EACH ROW WHEN (((CURRENT_USER <> 'samplan_fence'::name) AND (old.state <> 'drafted'::text))) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER care_block_columns BEFORE UPDATE ON public.care_block FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'recorded_by', 'set_on', 'created_at');
CREATE TRIGGER care_block_unit BEFORE UPDATE ON public.care_block FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER care_block_reason_columns BEFORE UPDATE ON public.care_block_reason FOR EACH ROW EXECUTE FUNCTION keep_columns('block_id', 'act', 'reason', 'created_at');
CREATE TRIGGER care_block_reason_kept BEFORE DELETE ON public.care_block_reason FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER case_file_columns BEFORE UPDATE ON public.case_file FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'birth_date');
CREATE TRIGGER case_file_unit BEFORE UPDATE ON public.case_file FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER case_file_folded_kept BEFORE DELETE OR UPDATE ON public.case_file_folded FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER case_worker_columns BEFORE UPDATE ON public.case_worker FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id');
CREATE TRIGGER case_worker_unit BEFORE UPDATE ON public.case_worker FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER checkpoint_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION keep_row();
CREATE TRIGGER collaboration_group_columns BEFORE UPDATE ON public.collaboration_group FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'name', 'level', 'above_id', 'kind', 'created_by');
CREATE TRIGGER collaboration_group_kept BEFORE DELETE ON public.collaboration_group FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER concern_handling_columns BEFORE UPDATE ON public.concern_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('report_id');
CREATE TRIGGER concern_handling_kept BEFORE DELETE ON public.concern_handling FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER concern_handling_unit BEFORE UPDATE ON public.concern_handling FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER concern_report_columns BEFORE UPDATE ON public.concern_report FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'given_name', 'family_name', 'birth_date', 'author_id', 'body', 'reported_on', 'sent_on', 'created_at');
CREATE TRIGGER concern_report_kept BEFORE DELETE ON public.concern_report FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER concern_report_units BEFORE UPDATE ON public.concern_report FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('from_unit_id', 'to_unit_id');
CREATE TRIGGER confirmation_open BEFORE INSERT ON public.confirmation FOR EACH ROW WHEN ((CURRENT_USER = 'samplan_app'::name)) EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER consent_columns BEFORE UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'purpose', 'form', 'recorder_id', 'valid_from', 'valid_to', 'created_at');
CREATE TRIGGER consent_disposal BEFORE UPDATE ON public.consent FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER consent_event AFTER UPDATE ON public.consent FOR EACH ROW WHEN (((new.withdrawn_on IS NOT NULL) AND (old.withdrawn_on IS NULL))) EXECUTE FUNCTION app_event_of_withdrawal();
CREATE TRIGGER consent_limits BEFORE UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION keep_columns('limits');
CREATE CONSTRAINT TRIGGER consent_statistics AFTER UPDATE ON public.consent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.withdrawn_on IS NOT NULL) AND (old.withdrawn_on IS NULL))) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER consent_unit BEFORE UPDATE ON public.consent FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER consent_exclusion_kept BEFORE DELETE OR UPDATE ON public.consent_exclusion FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER consent_giver_columns BEFORE UPDATE ON public.consent_giver FOR EACH ROW EXECUTE FUNCTION keep_columns('consent_id', 'person_id', 'capacity');
CREATE CONSTRAINT TRIGGER consent_giver_event AFTER INSERT OR UPDATE ON public.consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.answer = 'given'::text)) EXECUTE FUNCTION app_event_of_giver();
CREATE CONSTRAINT TRIGGER consent_giver_statistics AFTER INSERT ON public.consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.answer <> 'pending'::text)) EXECUTE FUNCTION app_count_for_statistics('consent_id', 'person_id');
CREATE CONSTRAINT TRIGGER consent_giver_statistics_change AFTER UPDATE ON public.consent_giver DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.answer <> 'pending'::text) AND (old.answer = 'pending'::text))) EXECUTE FUNCTION app_count_for_statistics('consent_id', 'person_id');
CREATE TRIGGER consent_scope_kept BEFORE DELETE OR UPDATE ON public.consent_scope FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER consent_signature_kept BEFORE DELETE OR UPDATE ON public.consent_signature FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER contact_address_columns BEFORE UPDATE ON public.contact_address FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'capacity');
CREATE TRIGGER contact_card_columns BEFORE UPDATE ON public.contact_card FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'unit_id', 'number', 'purpose', 'phone', 'hours', 'languages', 'owner_id', 'published_by', 'published_on');
CREATE TRIGGER contact_card_kept BEFORE DELETE ON public.contact_card FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER custody_decision_columns BEFORE UPDATE ON public.custody_decision FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'decided_on', 'appeal', 'reason', 'recorder_id', 'created_at');
CREATE TRIGGER custody_decision_kept BEFORE DELETE ON public.custody_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER custody_decision_unit BEFORE UPDATE ON public.custody_decision FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER custody_measure_kept BEFORE DELETE OR UPDATE ON public.custody_measure FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER data_extract_kept BEFORE DELETE OR UPDATE ON public.data_extract FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER data_extract_extension_kept BEFORE DELETE OR UPDATE ON public.data_extract_extension FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_answered BEFORE UPDATE ON public.decision FOR EACH ROW WHEN (((old.state <> ALL (ARRAY['proposed'::text, 'open'::text])) AND (CURRENT_USER <> 'samplan_fence'::name))) EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_columns BEFORE UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'plan_id', 'outcome', 'person_id', 'due_on', 'decided_on');
CREATE TRIGGER decision_event AFTER INSERT OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION app_event_of_decision();
CREATE TRIGGER decision_kept BEFORE DELETE ON public.decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER decision_unit BEFORE UPDATE ON public.decision FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER decision_answer_kept BEFORE DELETE OR UPDATE ON public.decision_answer FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_columns BEFORE UPDATE ON public.deviation FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'concerns_unit_id', 'routine_version_id', 'category', 'happened_on', 'entered_on', 'body', 'created_at');
CREATE TRIGGER deviation_kept BEFORE DELETE ON public.deviation FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_unit BEFORE UPDATE ON public.deviation FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER deviation_case_columns BEFORE UPDATE ON public.deviation_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'deviation_id', 'origin', 'from_group_id');
CREATE TRIGGER deviation_case_kept BEFORE DELETE ON public.deviation_case FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_child_columns BEFORE UPDATE ON public.deviation_child FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id', 'child_id');
CREATE TRIGGER deviation_child_kept BEFORE DELETE ON public.deviation_child FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_child_unit BEFORE UPDATE ON public.deviation_child FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER deviation_contact_columns BEFORE UPDATE ON public.deviation_contact FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id');
CREATE TRIGGER deviation_contact_kept BEFORE DELETE ON public.deviation_contact FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_measure_columns BEFORE UPDATE ON public.deviation_measure FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'case_id', 'group_id', 'body', 'decided_on', 'due_on', 'created_at');
CREATE TRIGGER deviation_measure_kept BEFORE DELETE ON public.deviation_measure FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_measure_unit_kept BEFORE UPDATE ON public.deviation_measure FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER deviation_reporter_columns BEFORE UPDATE ON public.deviation_reporter FOR EACH ROW EXECUTE FUNCTION keep_columns('deviation_id', 'person_id');
CREATE TRIGGER deviation_reporter_kept BEFORE DELETE ON public.deviation_reporter FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_reporter_unit BEFORE UPDATE ON public.deviation_reporter FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER deviation_suggestion_columns BEFORE UPDATE ON public.deviation_suggestion FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'meeting_id', 'noted_on');
CREATE TRIGGER deviation_suggestion_kept BEFORE DELETE ON public.deviation_suggestion FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER deviation_suggestion_unit BEFORE UPDATE ON public.deviation_suggestion FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('about_unit_id');
CREATE TRIGGER disclosure_columns BEFORE UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'item_id', 'ground', 'paragraph', 'reason', 'consent_tried', 'decided_by', 'recorded_by', 'decided_on', 'valid_to', 'created_at');
CREATE TRIGGER disclosure_unit BEFORE UPDATE ON public.disclosure FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('from_unit_id', 'to_unit_id');
CREATE TRIGGER disposal_case_columns BEFORE UPDATE ON public.disposal_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'run_id', 'unit_id', 'child_id', 'clock', 'paragraph', 'last_entry_on', 'due_on', 'finish_by');
CREATE TRIGGER disposal_case_over BEFORE UPDATE ON public.disposal_case FOR EACH ROW WHEN ((old.outcome <> 'listed'::text)) EXECUTE FUNCTION keep_columns('outcome', 'dropped_because', 'disposed_on', 'items', 'files', 'plans');
CREATE TRIGGER disposal_certificate_kept BEFORE DELETE OR UPDATE ON public.disposal_certificate FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER disposal_decision_kept BEFORE DELETE OR UPDATE ON public.disposal_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER disposal_run_columns BEFORE UPDATE ON public.disposal_run FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'branch_id', 'profile', 'drawn_up_by', 'drawn_up_on', 'created_at');
CREATE TRIGGER disposal_run_over BEFORE UPDATE ON public.disposal_run FOR EACH ROW WHEN ((old.state = ANY (ARRAY['carried-out'::text, 'cancelled'::text]))) EXECUTE FUNCTION keep_columns('state', 'carried_out_on', 'cancelled_on', 'version');
CREATE TRIGGER disposal_setting_kept BEFORE DELETE OR UPDATE ON public.disposal_setting FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER emergency_access_columns BEFORE UPDATE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'inquiry_id', 'child_id', 'person_id', 'assignment_id', 'danger', 'reason', 'opened_at', 'opens_until', 'review_due_on');
CREATE TRIGGER emergency_access_kept BEFORE DELETE ON public.emergency_access FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER emergency_inquiry_kept BEFORE DELETE OR UPDATE ON public.emergency_inquiry FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER emergency_review_kept BEFORE DELETE OR UPDATE ON public.emergency_review FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER emergency_review_note_columns BEFORE UPDATE ON public.emergency_review_note FOR EACH ROW EXECUTE FUNCTION keep_columns('review_id', 'note');
CREATE TRIGGER emergency_review_note_kept BEFORE DELETE ON public.emergency_review_note FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER evaluation_kept BEFORE DELETE OR UPDATE ON public.evaluation FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER evaluation_open BEFORE INSERT ON public.evaluation FOR EACH ROW WHEN ((CURRENT_USER = 'samplan_app'::name)) EXECUTE FUNCTION app_refuse_ended();
CREATE CONSTRAINT TRIGGER evaluation_statistics AFTER INSERT ON public.evaluation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER formulation_review_kept BEFORE DELETE OR UPDATE ON public.formulation_review FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER formulation_sample_kept BEFORE DELETE OR UPDATE ON public.formulation_sample FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER forum_case_columns BEFORE UPDATE ON public.forum_case FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'group_id', 'raised_by', 'basis', 'category', 'raised_on', 'take_up_from', 'created_at');
CREATE TRIGGER forum_case_kept BEFORE DELETE ON public.forum_case FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER forum_case_statistics AFTER INSERT ON public.forum_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER forum_case_unit BEFORE UPDATE ON public.forum_case FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER forum_case_child_columns BEFORE UPDATE ON public.forum_case_child FOR EACH ROW EXECUTE FUNCTION keep_columns('case_id', 'child_id');
CREATE TRIGGER forum_case_child_unit BEFORE UPDATE ON public.forum_case_child FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER forum_case_text_columns BEFORE UPDATE ON public.forum_case_text FOR EACH ROW EXECUTE FUNCTION keep_columns('case_id', 'part');
CREATE TRIGGER forum_contribution_columns BEFORE UPDATE ON public.forum_contribution FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'case_id', 'person_id', 'body');
CREATE TRIGGER forum_learning_kept BEFORE DELETE OR UPDATE ON public.forum_learning FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER forum_link_opening_kept BEFORE DELETE ON public.forum_link_opening FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER forum_link_opening_unit BEFORE UPDATE ON public.forum_link_opening FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER forum_session_columns BEFORE UPDATE ON public.forum_session FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'group_id', 'held_on', 'starts_at', 'ends_at', 'mode', 'planned_by');
CREATE TRIGGER forum_session_kept BEFORE DELETE ON public.forum_session FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER group_member_columns BEFORE UPDATE ON public.group_member FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'group_id', 'unit_id', 'person_id', 'function', 'title', 'added_by');
CREATE TRIGGER group_member_kept BEFORE DELETE ON public.group_member FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER hand_over_columns BEFORE UPDATE ON public.hand_over FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'from_unit_id', 'to_unit_id', 'reason', 'offered_by', 'offered_on', 'created_at');
CREATE TRIGGER information_ground_kept BEFORE DELETE OR UPDATE ON public.information_ground FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER information_handling_columns BEFORE UPDATE ON public.information_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id');
CREATE TRIGGER information_handling_kept BEFORE DELETE ON public.information_handling FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER information_handling_unit BEFORE UPDATE ON public.information_handling FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER information_request_columns BEFORE UPDATE ON public.information_request FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'given_name', 'family_name', 'birth_date', 'questionnaire_id', 'author_id', 'body', 'sent_on', 'remind_from', 'due_on', 'created_at');
CREATE TRIGGER information_request_kept BEFORE DELETE ON public.information_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER information_request_units BEFORE UPDATE ON public.information_request FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('from_unit_id', 'to_unit_id');
CREATE TRIGGER information_routine_kept BEFORE DELETE OR UPDATE ON public.information_routine FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER intervention_catalogue_columns BEFORE UPDATE ON public.intervention_catalogue FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'code', 'name', 'name_english', 'description', 'age_from', 'age_to', 'situation', 'evidence');
CREATE TRIGGER intervention_catalogue_kept BEFORE DELETE ON public.intervention_catalogue FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER intervention_offer_columns BEFORE UPDATE ON public.intervention_offer FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'item_id', 'party_id', 'from_unit_id', 'to_unit_id', 'starts_on', 'offered_by', 'offered_on', 'created_at');
CREATE TRIGGER item_changed BEFORE UPDATE OF title, body, outside_actor, contact_name, spoken_by, starts_on, ends_on, status ON public.item FOR EACH ROW WHEN ((CURRENT_USER = 'samplan_app'::name)) EXECUTE FUNCTION app_item_changed();
CREATE TRIGGER item_columns BEFORE UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'kind', 'author_id', 'author_kind', 'created_on');
CREATE TRIGGER item_disposal BEFORE UPDATE ON public.item FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER item_minute BEFORE UPDATE ON public.item FOR EACH ROW WHEN (((old.kind = 'minute'::text) AND ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR ((old.body)::text IS DISTINCT FROM (new.body)::text)) OR (old.category IS DISTINCT FROM new.category)))) EXECUTE FUNCTION app_keep_minute();
CREATE TRIGGER item_named_ends AFTER UPDATE OF visibility ON public.item FOR EACH ROW WHEN (((old.visibility = 'named'::text) AND (new.visibility <> 'named'::text) AND (new.kept_apart_on IS NULL))) EXECUTE FUNCTION item_named_ends();
CREATE TRIGGER item_open BEFORE INSERT OR UPDATE OF title, body ON public.item FOR EACH ROW WHEN ((CURRENT_USER = 'samplan_app'::name)) EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER item_public_disposed BEFORE UPDATE OF disposed_on ON public.item FOR EACH ROW WHEN (((new.disposed_on IS NOT NULL) AND (old.disposed_on IS NULL))) EXECUTE FUNCTION app_dispose_public_item();
CREATE TRIGGER item_public_gone BEFORE DELETE ON public.item FOR EACH ROW EXECUTE FUNCTION app_dispose_public_item();
CREATE TRIGGER item_unit BEFORE UPDATE ON public.item FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('owner_unit_id');
CREATE TRIGGER item_subject_columns BEFORE UPDATE ON public.item_subject FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'person_id', 'plan_id');
CREATE TRIGGER known_question_columns BEFORE UPDATE ON public.known_question FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'authority_id', 'branch_id', 'ground', 'is_known', 'asked_on', 'created_at');
CREATE TRIGGER known_question_kept BEFORE DELETE ON public.known_question FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER known_question_reason_columns BEFORE UPDATE ON public.known_question_reason FOR EACH ROW EXECUTE FUNCTION keep_columns('question_id', 'reason');
CREATE TRIGGER known_question_reason_kept BEFORE DELETE ON public.known_question_reason FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER known_question_unit_kept BEFORE DELETE OR UPDATE ON public.known_question_unit FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER lead_offer_columns BEFORE UPDATE ON public.lead_offer FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'from_unit_id', 'to_unit_id', 'offered_by', 'offered_on', 'created_at');
CREATE TRIGGER link_review_columns BEFORE UPDATE ON public.link_review FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id');
CREATE TRIGGER log_review_kept BEFORE DELETE OR UPDATE ON public.log_review FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER log_review_entry_kept BEFORE DELETE OR UPDATE ON public.log_review_entry FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER log_verdict_kept BEFORE DELETE OR UPDATE ON public.log_verdict FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER mail_columns BEFORE UPDATE ON public.mail FOR EACH ROW EXECUTE FUNCTION keep_columns('address_id', 'on_day', 'kind');
CREATE TRIGGER mail_once BEFORE UPDATE ON public.mail FOR EACH ROW EXECUTE FUNCTION keep_sent_mail();
CREATE TRIGGER maturity_assessment_kept BEFORE DELETE OR UPDATE ON public.maturity_assessment FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER meeting_active AFTER INSERT ON public.meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'closed'::text)) EXECUTE FUNCTION app_count_active();
CREATE CONSTRAINT TRIGGER meeting_active_change AFTER UPDATE ON public.meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state = 'closed'::text) AND (old.state <> 'closed'::text))) EXECUTE FUNCTION app_count_active();
CREATE TRIGGER meeting_columns BEFORE UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'created_at');
CREATE TRIGGER meeting_event AFTER INSERT OR UPDATE ON public.meeting FOR EACH ROW EXECUTE FUNCTION app_event_of_meeting();
CREATE TRIGGER meeting_kept BEFORE DELETE ON public.meeting FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER meeting_of_lead BEFORE INSERT ON public.meeting FOR EACH ROW EXECUTE FUNCTION app_of_lead();
CREATE TRIGGER meeting_over BEFORE UPDATE ON public.meeting FOR EACH ROW WHEN (((old.state <> 'scheduled'::text) AND (CURRENT_USER <> 'samplan_fence'::name))) EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER meeting_statistics AFTER INSERT ON public.meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'closed'::text)) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE CONSTRAINT TRIGGER meeting_statistics_change AFTER UPDATE ON public.meeting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.state = 'closed'::text) AND (old.state <> 'closed'::text))) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER meeting_attendance_columns BEFORE UPDATE ON public.meeting_attendance FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'meeting_id', 'person_id');
CREATE TRIGGER meeting_attendance_kept BEFORE DELETE ON public.meeting_attendance FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER meeting_attendance_unit BEFORE UPDATE ON public.meeting_attendance FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER meeting_family_attendance_columns BEFORE UPDATE ON public.meeting_family_attendance FOR EACH ROW EXECUTE FUNCTION keep_columns('meeting_id', 'person_id');
CREATE TRIGGER meeting_family_attendance_kept BEFORE DELETE ON public.meeting_family_attendance FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER minute_columns BEFORE UPDATE ON public.minute FOR EACH ROW EXECUTE FUNCTION keep_columns('item_id', 'meeting_id');
CREATE TRIGGER minute_kept BEFORE DELETE ON public.minute FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER minute_settled BEFORE UPDATE ON public.minute FOR EACH ROW WHEN ((old.settled_on IS NOT NULL)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER minute_correction_kept BEFORE DELETE OR UPDATE ON public.minute_correction FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER objection_columns BEFORE UPDATE ON public.objection FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'item_id', 'speaker', 'by_staff', 'person_id', 'body', 'made_on', 'created_at');
CREATE TRIGGER objection_kept BEFORE DELETE ON public.objection FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER objection_decision_kept BEFORE DELETE OR UPDATE ON public.objection_decision FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER objection_keeping_kept BEFORE DELETE OR UPDATE ON public.objection_keeping FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER party_columns BEFORE UPDATE ON public.party FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'mode', 'added_on');
CREATE TRIGGER party_disposal BEFORE UPDATE ON public.party FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('disposed_on');
CREATE TRIGGER party_intervention_offers_end AFTER UPDATE OF state ON public.party FOR EACH ROW WHEN (((new.state = 'left'::text) AND (old.state <> 'left'::text))) EXECUTE FUNCTION app_end_intervention_offers();
CREATE TRIGGER party_lead_offers_end AFTER UPDATE OF state ON public.party FOR EACH ROW WHEN (((new.state = 'left'::text) AND (old.state <> 'left'::text))) EXECUTE FUNCTION app_end_lead_offers();
CREATE TRIGGER party_open BEFORE INSERT OR UPDATE ON public.party FOR EACH ROW WHEN (((CURRENT_USER = 'samplan_app'::name) AND (new.state <> ALL (ARRAY['declined'::text, 'left'::text])))) EXECUTE FUNCTION app_refuse_ended();
CREATE TRIGGER party_roles_end AFTER UPDATE OF state ON public.party FOR EACH ROW WHEN (((new.state = 'left'::text) AND (old.state <> 'left'::text))) EXECUTE FUNCTION app_end_holders();
CREATE TRIGGER party_unit BEFORE UPDATE ON public.party FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id', 'added_by_unit_id');
CREATE TRIGGER person_alone AFTER UPDATE OF protection ON public.person FOR EACH ROW WHEN ((new.protection = 'assumed-identity'::text)) EXECUTE FUNCTION app_refuse_link();
CREATE TRIGGER person_identifier_alone AFTER INSERT OR UPDATE ON public.person_identifier FOR EACH ROW EXECUTE FUNCTION app_refuse_link();
CREATE TRIGGER plan_columns BEFORE UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'created_on', 'created_at');
CREATE TRIGGER plan_lead_offers_close AFTER UPDATE OF status ON public.plan FOR EACH ROW WHEN ((app_is_over(new.status) AND (NOT app_is_over(old.status)))) EXECUTE FUNCTION app_close_lead_offers();
CREATE TRIGGER plan_routine_kept BEFORE UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION keep_columns('routine_version_id');
CREATE CONSTRAINT TRIGGER plan_statistics AFTER INSERT ON public.plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER plan_transitions_close AFTER UPDATE OF status ON public.plan FOR EACH ROW WHEN ((app_is_over(new.status) AND (NOT app_is_over(old.status)))) EXECUTE FUNCTION app_close_transitions();
CREATE TRIGGER plan_deadline_reason_kept BEFORE DELETE OR UPDATE ON public.plan_deadline_reason FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER plan_follow_up_active AFTER INSERT ON public.plan_follow_up DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_active();
CREATE TRIGGER plan_follow_up_kept BEFORE DELETE OR UPDATE ON public.plan_follow_up FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER plan_follow_up_statistics AFTER INSERT ON public.plan_follow_up DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER plan_lead_term_columns BEFORE UPDATE ON public.plan_lead_term FOR EACH ROW EXECUTE FUNCTION keep_columns('plan_id', 'offer_id', 'starts_on', 'ends_on');
CREATE TRIGGER plan_lead_term_transitions AFTER INSERT ON public.plan_lead_term FOR EACH ROW EXECUTE FUNCTION app_lead_transitions();
CREATE TRIGGER plan_origin_kept BEFORE DELETE OR UPDATE ON public.plan_origin FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_reading_kept BEFORE DELETE OR UPDATE ON public.plan_reading FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_columns BEFORE UPDATE ON public.plan_request FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'person_id', 'child_id', 'principal_id', 'relation', 'given_name', 'family_name', 'birth_date', 'own_given_name', 'own_family_name', 'body', 'help', 'participants', 'received_on', 'due_on', 'created_at');
CREATE TRIGGER plan_request_event AFTER INSERT OR UPDATE ON public.plan_request FOR EACH ROW EXECUTE FUNCTION app_event_of_request();
CREATE TRIGGER plan_request_kept BEFORE DELETE ON public.plan_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_settled BEFORE UPDATE ON public.plan_request FOR EACH ROW WHEN ((old.state = ANY (ARRAY['planned'::text, 'refused'::text, 'withdrawn'::text]))) EXECUTE FUNCTION keep_columns('state', 'assessed_on', 'answered_on', 'withdrawn_on', 'refused_by', 'reason');
CREATE CONSTRAINT TRIGGER plan_request_statistics AFTER UPDATE ON public.plan_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER plan_request_unit_kept BEFORE UPDATE ON public.plan_request FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_request_handling_columns BEFORE UPDATE ON public.plan_request_handling FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id');
CREATE TRIGGER plan_request_handling_kept BEFORE DELETE ON public.plan_request_handling FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_handling_unit BEFORE UPDATE ON public.plan_request_handling FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_request_plan_columns BEFORE UPDATE ON public.plan_request_plan FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id', 'plan_id');
CREATE TRIGGER plan_request_plan_kept BEFORE DELETE ON public.plan_request_plan FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_request_plan_unit BEFORE UPDATE ON public.plan_request_plan FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER plan_status_change_event AFTER INSERT ON public.plan_status_change FOR EACH ROW EXECUTE FUNCTION app_event_of_plan();
CREATE TRIGGER plan_status_change_kept BEFORE DELETE OR UPDATE ON public.plan_status_change FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER plan_status_change_statistics AFTER INSERT ON public.plan_status_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER plan_status_reason_kept BEFORE DELETE OR UPDATE ON public.plan_status_reason FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_transition_columns BEFORE UPDATE ON public.plan_transition FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'kind', 'planned_by', 'planned_on', 'created_at');
CREATE TRIGGER plan_transition_kept BEFORE DELETE ON public.plan_transition FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_transition_receiver_kept BEFORE DELETE OR UPDATE ON public.plan_transition_receiver FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_row();
CREATE CONSTRAINT TRIGGER plan_version_active AFTER INSERT ON public.plan_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_active();
CREATE TRIGGER plan_version_event AFTER INSERT ON public.plan_version FOR EACH ROW EXECUTE FUNCTION app_event_of_version();
CREATE TRIGGER plan_version_kept BEFORE DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER plan_version_open BEFORE INSERT ON public.plan_version FOR EACH ROW WHEN ((CURRENT_USER = 'samplan_app'::name)) EXECUTE FUNCTION app_refuse_ended();
CREATE CONSTRAINT TRIGGER plan_version_statistics AFTER INSERT ON public.plan_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_count_for_statistics('id', '');
CREATE TRIGGER plan_version_item_kept BEFORE DELETE OR UPDATE ON public.plan_version_item FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER protection_record_applies AFTER INSERT ON public.protection_record FOR EACH ROW EXECUTE FUNCTION app_apply_protection();
CREATE TRIGGER protection_record_kept BEFORE DELETE OR UPDATE ON public.protection_record FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER public_request_columns BEFORE UPDATE ON public.public_request FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'body', 'requester', 'received_on', 'registered_by', 'created_at');
CREATE TRIGGER public_request_decided BEFORE UPDATE ON public.public_request FOR EACH ROW WHEN ((old.state = 'decided'::text)) EXECUTE FUNCTION keep_columns('state', 'refusal_paragraph', 'refusal_reason', 'decided_on', 'decided_by');
CREATE TRIGGER public_request_kept BEFORE DELETE ON public.public_request FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER public_request_unit_kept BEFORE UPDATE ON public.public_request FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER public_request_item_columns BEFORE UPDATE ON public.public_request_item FOR EACH ROW EXECUTE FUNCTION keep_columns('request_id', 'item_id', 'listed_by', 'listed_at');
CREATE TRIGGER public_request_item_given BEFORE UPDATE ON public.public_request_item FOR EACH ROW WHEN ((old.given IS NOT NULL)) EXECUTE FUNCTION keep_row();
CREATE TRIGGER public_request_item_kept BEFORE DELETE ON public.public_request_item FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER questionnaire_columns BEFORE UPDATE ON public.questionnaire FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'code', 'number', 'drafted_by', 'drafted_on');
CREATE TRIGGER questionnaire_kept BEFORE DELETE ON public.questionnaire FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER questionnaire_published BEFORE UPDATE ON public.questionnaire FOR EACH ROW WHEN ((old.state <> 'draft'::text)) EXECUTE FUNCTION keep_columns('languages', 'category', 'titles', 'fields', 'published_on');
CREATE TRIGGER register_import_columns BEFORE UPDATE ON public.register_import FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'unit_id', 'format', 'encoding', 'started_by', 'created_at');
CREATE TRIGGER register_import_done BEFORE UPDATE ON public.register_import FOR EACH ROW WHEN ((old.status = 'applied'::text)) EXECUTE FUNCTION keep_columns('status', 'applied_by', 'applied_at');
CREATE TRIGGER register_import_tried BEFORE UPDATE ON public.register_import FOR EACH ROW WHEN ((old.status <> 'awaiting'::text)) EXECUTE FUNCTION keep_columns('checked_at', 'checksum', 'digest', 'unknown_columns', 'counts');
CREATE TRIGGER relation_columns BEFORE UPDATE ON public.relation FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'kind');
CREATE TRIGGER relation_unit BEFORE UPDATE ON public.relation FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER reorganisation_absences AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_absences();
CREATE TRIGGER reorganisation_columns BEFORE UPDATE ON public.reorganisation FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'unit_id', 'title', 'decision', 'takes_effect_on', 'drafted_by', 'drafted_on', 'created_at');
CREATE TRIGGER reorganisation_concerns AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_concerns();
CREATE TRIGGER reorganisation_deviations AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_deviations();
CREATE TRIGGER reorganisation_emergencies AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_emergencies();
CREATE TRIGGER reorganisation_forum_cases AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_forum_cases();
CREATE TRIGGER reorganisation_hand_overs AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_drop_hand_overs();
CREATE TRIGGER reorganisation_information AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_information();
CREATE TRIGGER reorganisation_intervention_offers AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_drop_intervention_offers();
CREATE TRIGGER reorganisation_lead_offers AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_drop_lead_offers();
CREATE TRIGGER reorganisation_public_requests AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_public_requests();
CREATE TRIGGER reorganisation_requests AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_inherit_requests();
CREATE TRIGGER reorganisation_role_offers AFTER UPDATE ON public.reorganisation FOR EACH ROW WHEN (((new.status = 'applied'::text) AND (old.status <> 'applied'::text))) EXECUTE FUNCTION app_drop_role_offers();
CREATE TRIGGER reorganisation_case_block_reasons AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_block_reasons();
CREATE TRIGGER reorganisation_case_calls AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_calls();
CREATE TRIGGER reorganisation_case_concerns AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_concerns();
CREATE TRIGGER reorganisation_case_deadline_reasons AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_deadline_reasons();
CREATE TRIGGER reorganisation_case_decisions AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_decisions();
CREATE TRIGGER reorganisation_case_deviations AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_deviations();
CREATE TRIGGER reorganisation_case_forum_links AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_forum_links();
CREATE TRIGGER reorganisation_case_information AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_information();
CREATE TRIGGER reorganisation_case_kept BEFORE DELETE OR UPDATE ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER reorganisation_case_lead_terms AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_lead_terms();
CREATE TRIGGER reorganisation_case_marks AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_marks();
CREATE TRIGGER reorganisation_case_meetings AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_meetings();
CREATE TRIGGER reorganisation_case_protection AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_protection();
CREATE TRIGGER reorganisation_case_questions AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_questions();
CREATE TRIGGER reorganisation_case_requests AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_requests();
CREATE TRIGGER reorganisation_case_transitions AFTER INSERT ON public.reorganisation_case FOR EACH ROW EXECUTE FUNCTION app_hand_over_transitions();
CREATE TRIGGER reorganisation_move_kept BEFORE DELETE OR UPDATE ON public.reorganisation_move FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER reorganisation_part_columns BEFORE UPDATE ON public.reorganisation_part FOR EACH ROW EXECUTE FUNCTION keep_columns('new_unit_id', 'reorganisation_id', 'unit_id', 'position', 'name', 'secrecy_class', 'branch_id', 'takes_rest');
CREATE TRIGGER request_receiver_kept BEFORE DELETE OR UPDATE ON public.request_receiver FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER retention_mark_columns BEFORE UPDATE ON public.retention_mark FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'reason', 'set_by', 'set_on', 'created_at');
CREATE TRIGGER retention_mark_kept BEFORE DELETE ON public.retention_mark FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER retention_mark_unit BEFORE UPDATE ON public.retention_mark FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER role_holder_columns BEFORE UPDATE ON public.role_holder FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'role', 'seat', 'person_id', 'stands_in_for_id', 'starts_on', 'created_at');
CREATE TRIGGER role_holder_follows BEFORE INSERT ON public.role_holder FOR EACH ROW WHEN (((new.stands_in_for_id IS NULL) AND (new.role <> 'leader'::text))) EXECUTE FUNCTION app_follow_holder();
CREATE TRIGGER role_offer_columns BEFORE UPDATE ON public.role_offer FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'plan_id', 'party_id', 'from_unit_id', 'to_unit_id', 'role', 'starts_on', 'offered_by', 'offered_on', 'created_at');
CREATE TRIGGER routine_choice_kept BEFORE DELETE OR UPDATE ON public.routine_choice FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER routine_version_kept BEFORE DELETE OR UPDATE ON public.routine_version FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER seal_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal FOR EACH STATEMENT EXECUTE FUNCTION keep_row();
CREATE TRIGGER seal_key_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_key FOR EACH STATEMENT EXECUTE FUNCTION keep_row();
CREATE TRIGGER seal_leaf_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.seal_leaf FOR EACH STATEMENT EXECUTE FUNCTION keep_row();
CREATE TRIGGER survey_answer_columns BEFORE UPDATE ON public.survey_answer FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'unit_id', 'principal_id', 'period', 'respondent', 'routine_version_id');
CREATE TRIGGER survey_answer_kept BEFORE DELETE ON public.survey_answer FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER survey_taken_kept BEFORE DELETE OR UPDATE ON public.survey_taken FOR EACH ROW EXECUTE FUNCTION keep_row();
CREATE TRIGGER unit_import_columns BEFORE UPDATE ON public.unit_import FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'principal_id', 'format', 'encoding', 'counts_from', 'closes_missing', 'branch_id', 'secrecy_class', 'started_by', 'created_at');
CREATE TRIGGER unit_import_done BEFORE UPDATE ON public.unit_import FOR EACH ROW WHEN ((old.status = 'applied'::text)) EXECUTE FUNCTION keep_columns('status', 'applied_by', 'applied_at');
CREATE TRIGGER unit_import_tried BEFORE UPDATE ON public.unit_import FOR EACH ROW WHEN ((old.status <> 'awaiting'::text)) EXECUTE FUNCTION keep_columns('checked_at', 'checksum', 'organisation', 'unknown_columns', 'counts');
CREATE CONSTRAINT TRIGGER unit_place_without_gap AFTER INSERT OR DELETE OR UPDATE ON public.unit_place DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION unit_place_without_gap();
CREATE TRIGGER whereabouts_columns BEFORE UPDATE ON public.whereabouts FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'kind', 'body', 'author_id');
CREATE TRIGGER whereabouts_unit BEFORE UPDATE ON public.whereabouts FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER whereabouts_block_columns BEFORE UPDATE ON public.whereabouts_block FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'person_id', 'decided_by', 'reason');
CREATE TRIGGER whereabouts_block_unit BEFORE UPDATE ON public.whereabouts_block FOR EACH ROW WHEN ((CURRENT_USER <> 'samplan_fence'::name)) EXECUTE FUNCTION keep_columns('unit_id');
CREATE TRIGGER whereabouts_reader_columns BEFORE UPDATE ON public.whereabouts_reader FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'child_id', 'unit_id', 'person_id', 'granted_by', 'reason');
CREATE TRIGGER withholding_asked BEFORE UPDATE ON public.withholding FOR EACH ROW EXECUTE FUNCTION keep_columns('asked');
CREATE TRIGGER withholding_assessed BEFORE UPDATE ON public.withholding FOR EACH ROW WHEN ((old.assessed_on IS NOT NULL)) EXECUTE FUNCTION keep_columns('assessed_on', 'assessed_by', 'assessment');
CREATE TRIGGER withholding_columns BEFORE UPDATE ON public.withholding FOR EACH ROW EXECUTE FUNCTION keep_columns('id', 'item_id', 'person_id', 'decided_by', 'decided_on', 'reason');

-- Views

CREATE VIEW block_in_force AS -- owned by samplan_fence
 SELECT b.child_id,
    b.unit_id
   FROM care_block b
  WHERE ((b.set_on <= app_today()) AND ((b.lifted_on IS NULL) OR (b.lifted_on > app_today())));

CREATE VIEW consent_in_force AS -- owned by samplan_fence
 SELECT c.id,
    c.child_id,
    c.unit_id,
    c.kind,
    c.valid_from,
    c.valid_to
   FROM consent c
  WHERE (((app_today() >= c.valid_from) AND (app_today() <= c.valid_to)) AND (c.withdrawn_on IS NULL) AND app_is_given(c.id, c.child_id, c.unit_id));

CREATE VIEW disclosed AS -- owned by samplan_fence
 SELECT d.plan_id,
    d.item_id,
    d.id AS disclosure_id
   FROM ((((((disclosure d
     JOIN plan p ON ((p.id = d.plan_id)))
     JOIN item i ON (((i.id = d.item_id) AND (i.visibility = ANY (ARRAY['parties'::text, 'family'::text])) AND ((i.taken_over_on IS NULL) OR (i.taken_over_on <= d.decided_on)))))
     JOIN party y ON (((y.plan_id = d.plan_id) AND (y.unit_id = d.to_unit_id) AND (y.state = 'accepted'::text))))
     JOIN party giver ON (((giver.plan_id = d.plan_id) AND (giver.unit_id = i.owner_unit_id) AND (giver.state = 'accepted'::text))))
     JOIN unit_place mine ON (((mine.unit_id = d.to_unit_id) AND (mine.valid @> app_today()) AND (lower(mine.valid) <= d.decided_on))))
     JOIN unit_place theirs ON (((theirs.unit_id = i.owner_unit_id) AND (theirs.valid @> app_today()) AND (lower(theirs.valid) <= d.decided_on))))
  WHERE ((d.to_unit_id = app_unit()) AND ((app_today() >= d.decided_on) AND (app_today() <= d.valid_to)) AND (d.ended_on IS NULL) AND (NOT (EXISTS ( SELECT
           FROM block_in_force b
          WHERE ((b.child_id = p.child_id) AND (b.unit_id = i.owner_unit_id))))));

CREATE VIEW exclusion AS -- owned by samplan_fence
 SELECT kept_by_consent.plan_id,
    kept_by_consent.item_id
   FROM kept_by_consent
UNION ALL
 SELECT kept_for_subject.plan_id,
    kept_for_subject.item_id
   FROM kept_for_subject
UNION ALL
 SELECT kept_since_taken_over.plan_id,
    kept_since_taken_over.item_id
   FROM kept_since_taken_over;

CREATE VIEW fact_of_activity AS -- owned by samplan_fence
 SELECT 'plan-active'::text AS kind,
    p.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, a.on_day) AS unit_id,
    a.on_day,
    NULL::text AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (plan p
     CROSS JOIN LATERAL ( SELECT min(b.on_day) AS on_day
           FROM statistics_activity b
          WHERE (b.plan_id = p.id)
          GROUP BY (app_half_year(b.on_day))) a);

CREATE VIEW fact_of_call AS -- owned by samplan_fence
 SELECT 'need-to-call'::text AS kind,
    c.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, c.sent_on) AS unit_id,
    c.sent_on AS on_day,
    NULL::text AS answer,
    (c.sent_on - COALESCE(( SELECT min(q.received_on) AS min
           FROM (plan_request_plan l
             JOIN plan_request q ON ((q.id = l.request_id)))
          WHERE (l.plan_id = p.id)), p.created_on)) AS days,
    NULL::text AS entry
   FROM (call c
     JOIN plan p ON ((p.id = c.plan_id)))
  WHERE ((c.sent_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM call b
          WHERE ((b.plan_id = c.plan_id) AND (b.sent_on IS NOT NULL) AND (ROW(b.sent_on, b.id) < ROW(c.sent_on, c.id)))))));

CREATE VIEW fact_of_consent AS -- owned by samplan_fence
 SELECT 'consent-withdrawn'::text AS kind,
    c.id AS key,
    NULL::uuid AS part,
    NULL::uuid AS plan_id,
    c.child_id,
    c.unit_id,
    c.withdrawn_on AS on_day,
    NULL::text AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM consent c
  WHERE ((c.withdrawn_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM consent n
          WHERE (n.limits = c.id)))));

CREATE VIEW fact_of_consent_giver AS -- owned by samplan_fence
 SELECT 'consent'::text AS kind,
    c.id AS key,
    g.person_id AS part,
    NULL::uuid AS plan_id,
    c.child_id,
    c.unit_id,
    g.answered_on AS on_day,
    g.answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (consent_giver g
     JOIN consent c ON ((c.id = g.consent_id)))
  WHERE ((g.answer <> 'pending'::text) AND (c.limits IS NULL));

CREATE VIEW fact_of_evaluation AS -- owned by samplan_fence
 SELECT i.kind,
    e.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    i.owner_unit_id AS unit_id,
    app_local_day(e.created_at) AS on_day,
    e.outcome AS answer,
    NULL::integer AS days,
    c.code AS entry
   FROM (((evaluation e
     JOIN item i ON (((i.id = e.item_id) AND (i.kind = ANY (ARRAY['goal'::text, 'intervention'::text])))))
     JOIN plan p ON ((p.id = e.plan_id)))
     LEFT JOIN intervention_catalogue c ON ((c.id = i.catalogue_id)));

CREATE VIEW fact_of_follow_up AS -- owned by samplan_fence
 SELECT 'follow-up'::text AS kind,
    f.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, f.held_on) AS unit_id,
    app_local_day(f.created_at) AS on_day,
    NULL::text AS answer,
    (f.held_on - f.planned_on) AS days,
    NULL::text AS entry
   FROM (plan_follow_up f
     JOIN plan p ON ((p.id = f.plan_id)))
UNION ALL
 SELECT 'follow-up-child'::text AS kind,
    f.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, f.held_on) AS unit_id,
    app_local_day(f.created_at) AS on_day,
    f.child_participation AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (plan_follow_up f
     JOIN plan p ON ((p.id = f.plan_id)));

CREATE VIEW fact_of_forum_case AS -- owned by samplan_fence
 SELECT 'forum-case'::text AS kind,
    c.id AS key,
    NULL::uuid AS part,
    NULL::uuid AS plan_id,
    NULL::uuid AS child_id,
    c.unit_id,
    c.raised_on AS on_day,
    NULL::text AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM forum_case c;

CREATE VIEW fact_of_meeting AS -- owned by samplan_fence
 SELECT 'call-to-meeting'::text AS kind,
    m.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, app_local_day(m.changed_at)) AS unit_id,
    app_local_day(m.changed_at) AS on_day,
    NULL::text AS answer,
        CASE
            WHEN (NOT (EXISTS ( SELECT
               FROM meeting b
              WHERE ((b.call_id = m.call_id) AND (b.state = 'closed'::text) AND (ROW(b.changed_at, b.id) < ROW(m.changed_at, m.id)))))) THEN (app_local_day(m.starts_at) - c.sent_on)
            ELSE NULL::integer
        END AS days,
    NULL::text AS entry
   FROM ((meeting m
     JOIN plan p ON ((p.id = m.plan_id)))
     LEFT JOIN call c ON ((c.id = m.call_id)))
  WHERE (m.state = 'closed'::text)
UNION ALL
 SELECT 'meeting-child'::text AS kind,
    m.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, app_local_day(m.changed_at)) AS unit_id,
    app_local_day(m.changed_at) AS on_day,
    m.child_participation AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (meeting m
     JOIN plan p ON ((p.id = m.plan_id)))
  WHERE (m.state = 'closed'::text)
UNION ALL
 SELECT 'meeting-guardians'::text AS kind,
    m.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, app_local_day(m.changed_at)) AS unit_id,
    app_local_day(m.changed_at) AS on_day,
        CASE
            WHEN (g.known = 0) THEN 'unknown'::text
            WHEN (g.came = 0) THEN 'none'::text
            WHEN (g.came < g.known) THEN 'some'::text
            ELSE 'all'::text
        END AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM ((meeting m
     JOIN plan p ON ((p.id = m.plan_id)))
     CROSS JOIN LATERAL ( SELECT count(*) AS known,
            count(*) FILTER (WHERE (EXISTS ( SELECT
                   FROM meeting_family_attendance f
                  WHERE ((f.meeting_id = m.id) AND (f.person_id = o.person_id) AND (f.presence = ANY (ARRAY['came'::text, 'digital'::text])))))) AS came
           FROM ( SELECT DISTINCT r.person_id
                   FROM relation r
                  WHERE ((r.child_id = p.child_id) AND (r.kind = ANY (ARRAY['parent-custodian'::text, 'appointed-custodian'::text])) AND (r.valid @> app_local_day(m.starts_at)))) o) g)
  WHERE (m.state = 'closed'::text)
UNION ALL
 SELECT 'attendance'::text AS kind,
    m.id AS key,
    a.id AS part,
    p.id AS plan_id,
    p.child_id,
    a.unit_id,
    app_local_day(m.changed_at) AS on_day,
        CASE
            WHEN (o.came AND o.mandate) THEN 'came-with-mandate'::text
            WHEN o.came THEN 'came-without-mandate'::text
            WHEN (a.state = 'accepted'::text) THEN 'accepted-absent'::text
            WHEN (a.state = 'waiting'::text) THEN 'unanswered'::text
            ELSE a.state
        END AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (((meeting m
     JOIN plan p ON ((p.id = m.plan_id)))
     JOIN call_addressee a ON (((a.call_id = m.call_id) AND (a.state <> ALL (ARRAY['drafted'::text, 'dropped'::text])))))
     CROSS JOIN LATERAL ( SELECT (count(*) > 0) AS came,
            COALESCE(bool_or(t.has_mandate), false) AS mandate
           FROM meeting_attendance t
          WHERE ((t.meeting_id = m.id) AND (t.unit_id = a.unit_id) AND (t.presence = ANY (ARRAY['came'::text, 'digital'::text])))) o)
  WHERE (m.state = 'closed'::text);

CREATE VIEW fact_of_plan AS -- owned by samplan_fence
 SELECT 'plan-started'::text AS kind,
    p.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, p.created_on) AS unit_id,
    p.created_on AS on_day,
    p.kind AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM plan p;

CREATE VIEW fact_of_request AS -- owned by samplan_fence
 SELECT 'request'::text AS kind,
    q.id AS key,
    NULL::uuid AS part,
    NULL::uuid AS plan_id,
    q.child_id,
    q.unit_id,
    COALESCE(q.answered_on, q.withdrawn_on) AS on_day,
    q.state AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM plan_request q
  WHERE (q.state = ANY (ARRAY['planned'::text, 'refused'::text, 'withdrawn'::text]));

CREATE VIEW fact_of_status_change AS -- owned by samplan_fence
 SELECT 'plan-closed'::text AS kind,
    c.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, c.on_day) AS unit_id,
    app_local_day(c.created_at) AS on_day,
    c.to_status AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (plan_status_change c
     JOIN plan p ON ((p.id = c.plan_id)))
  WHERE app_is_over(c.to_status);

CREATE VIEW fact_of_version AS -- owned by samplan_fence
 SELECT 'meeting-to-plan'::text AS kind,
    v.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, v.dispatched_on) AS unit_id,
    v.dispatched_on AS on_day,
    NULL::text AS answer,
    (v.dispatched_on - o.held_on) AS days,
    NULL::text AS entry
   FROM ((plan_version v
     JOIN plan p ON ((p.id = v.plan_id)))
     CROSS JOIN LATERAL ( SELECT max(app_local_day(m.starts_at)) AS held_on
           FROM meeting m
          WHERE ((m.plan_id = p.id) AND (m.state = 'closed'::text) AND (app_local_day(m.starts_at) <= v.dispatched_on))) o)
  WHERE (v.number = 1)
UNION ALL
 SELECT 'plan-parts'::text AS kind,
    v.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, v.dispatched_on) AS unit_id,
    v.dispatched_on AS on_day,
        CASE
            WHEN (p.established_on <= v.dispatched_on) THEN 'complete'::text
            ELSE 'incomplete'::text
        END AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (plan_version v
     JOIN plan p ON ((p.id = v.plan_id)))
  WHERE (v.number = 1)
UNION ALL
 SELECT 'plan-words'::text AS kind,
    v.id AS key,
    NULL::uuid AS part,
    p.id AS plan_id,
    p.child_id,
    app_led_on(p.id, v.dispatched_on) AS unit_id,
    v.dispatched_on AS on_day,
        CASE
            WHEN (EXISTS ( SELECT
               FROM item i
              WHERE ((i.plan_id = p.id) AND (i.kind = 'child-view'::text) AND (i.created_on <= v.dispatched_on)))) THEN 'yes'::text
            ELSE 'no'::text
        END AS answer,
    NULL::integer AS days,
    NULL::text AS entry
   FROM (plan_version v
     JOIN plan p ON ((p.id = v.plan_id)))
  WHERE (v.number = 1);

CREATE VIEW kept_by_consent AS -- owned by samplan_fence
 SELECT p.id AS plan_id,
    i.id AS item_id
   FROM (((plan p
     CROSS JOIN LATERAL ( SELECT x_1.consent_id,
            x_1.item_id
           FROM (consent c_1
             JOIN consent_exclusion x_1 ON ((x_1.consent_id = c_1.id)))
          WHERE (c_1.child_id = p.child_id)
         OFFSET 0) x)
     JOIN item i ON (((i.id = x.item_id) AND (i.plan_id = p.id))))
     JOIN consent_in_force c ON ((c.id = x.consent_id)))
  WHERE (EXISTS ( SELECT
           FROM (unit_place mine
             JOIN consent_scope s ON (((s.to_branch_id = mine.branch_id) AND (s.consent_id = x.consent_id))))
          WHERE ((mine.unit_id = app_unit()) AND (mine.valid @> app_today()))));

CREATE VIEW kept_for_subject AS -- owned by samplan_fence
 SELECT t.plan_id,
    t.item_id
   FROM ((item_subject t
     JOIN item i ON ((i.id = t.item_id)))
     JOIN plan p ON ((p.id = t.plan_id)))
  WHERE ((t.ended_on IS NULL) AND (NOT (EXISTS ( SELECT
           FROM ((((unit_place mine
             JOIN unit_place theirs ON (((theirs.unit_id = i.owner_unit_id) AND (theirs.valid @> app_today()))))
             CROSS JOIN LATERAL ( SELECT f.id,
                    f.valid_from
                   FROM consent_in_force f
                  WHERE ((f.child_id = p.child_id) AND (f.kind = 'other-person'::text))
                 OFFSET 0) c)
             JOIN consent_giver g ON (((g.consent_id = c.id) AND (g.person_id = t.person_id) AND (g.capacity = 'subject'::text))))
             JOIN consent_scope s ON (((s.consent_id = c.id) AND (s.to_branch_id = mine.branch_id) AND (s.from_branch_id = theirs.branch_id) AND (s.category = i.category))))
          WHERE ((mine.unit_id = app_unit()) AND (mine.valid @> app_today()) AND (lower(mine.valid) <= c.valid_from) AND (lower(theirs.valid) <= c.valid_from) AND ((i.taken_over_on IS NULL) OR (i.taken_over_on <= c.valid_from)))))));

CREATE VIEW kept_since_taken_over AS -- owned by samplan_fence
 SELECT i.plan_id,
    i.id AS item_id
   FROM item i
  WHERE ((i.taken_over_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM (opening o
             JOIN consent c ON ((c.id = o.consent_id)))
          WHERE ((o.plan_id = i.plan_id) AND (o.from_unit_id = i.owner_unit_id) AND (o.category = i.category) AND (c.valid_from >= i.taken_over_on))))));

CREATE VIEW known_child AS -- owned by samplan_fence
 SELECT f.child_id,
    f.valid,
    f.given_name,
    f.family_name,
    ch.protection
   FROM (case_file f
     JOIN person ch ON ((ch.id = f.child_id)))
  WHERE (f.unit_id = ( SELECT app_unit() AS app_unit));

CREATE VIEW known_disclosure AS -- owned by samplan_fence
 SELECT d.id,
    d.plan_id,
    d.item_id,
    d.from_unit_id,
    d.to_unit_id,
    d.ground,
    d.paragraph,
    d.decided_on,
    d.valid_to,
    d.ended_on,
    d.created_at,
    d.version
   FROM disclosure d
  WHERE ((d.from_unit_id = ANY (app_own_units())) OR (d.to_unit_id = app_unit()));

CREATE VIEW known_party AS -- owned by samplan_fence
 SELECT y.id,
    y.plan_id,
    y.unit_id,
    y.added_by_unit_id
   FROM party y
  WHERE (ARRAY[y.unit_id, y.added_by_unit_id] && ( SELECT app_own_units() AS app_own_units));

CREATE VIEW live_consent AS -- owned by samplan_fence
 SELECT f.id,
    f.child_id,
    f.unit_id,
    f.kind
   FROM consent_in_force f
  WHERE app_sees_consent(f.id);

CREATE VIEW mailable_address AS -- owned by samplan_fence
 SELECT c.id,
    c.email,
    c.capacity
   FROM contact_address c
  WHERE ((c.email IS NOT NULL) AND ((c.capacity = 'staff'::text) OR (NOT (EXISTS ( SELECT
           FROM person h
          WHERE ((h.protection <> 'none'::text) AND ((h.id = c.person_id) OR (h.id IN ( SELECT r.child_id
                   FROM relation r
                  WHERE (r.person_id = c.person_id))))))))));

CREATE VIEW opening AS -- owned by samplan_fence
 SELECT y.plan_id,
    giver.unit_id AS from_unit_id,
    s.category,
    c.id AS consent_id
   FROM ((((((party y
     JOIN plan p ON ((p.id = y.plan_id)))
     JOIN unit_place mine ON (((mine.unit_id = y.unit_id) AND (mine.valid @> ( SELECT app_today() AS app_today)))))
     CROSS JOIN LATERAL ( SELECT f.id,
            f.valid_from
           FROM consent_in_force f
          WHERE ((f.child_id = p.child_id) AND (f.kind = 'share'::text) AND (lower(mine.valid) <= f.valid_from) AND ((y.taken_over_on IS NULL) OR (y.taken_over_on <= f.valid_from)))
         OFFSET 0) c)
     JOIN consent_scope s ON (((s.consent_id = c.id) AND (s.to_branch_id = mine.branch_id))))
     JOIN party giver ON (((giver.plan_id = y.plan_id) AND (giver.state = 'accepted'::text) AND ((giver.taken_over_on IS NULL) OR (giver.taken_over_on <= c.valid_from)))))
     JOIN unit_place theirs ON (((theirs.unit_id = giver.unit_id) AND (theirs.valid @> ( SELECT app_today() AS app_today)) AND (theirs.branch_id = s.from_branch_id) AND (lower(theirs.valid) <= c.valid_from))))
  WHERE ((y.unit_id = ( SELECT app_unit() AS app_unit)) AND (y.state = 'accepted'::text) AND (NOT (EXISTS ( SELECT
           FROM block_in_force b
          WHERE ((b.child_id = p.child_id) AND (b.unit_id = giver.unit_id))))));

CREATE VIEW own_party AS -- owned by samplan_fence
 SELECT y.id,
    y.plan_id,
    y.unit_id,
    y.state
   FROM party y
  WHERE ((y.unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])) AND (y.disposed_on IS NULL));

CREATE VIEW placed_child AS -- owned by samplan_fence
 SELECT c.id AS child_id
   FROM person c
  WHERE ((c.protection = 'none'::text) OR (EXISTS ( SELECT
           FROM whereabouts_reader n
          WHERE ((n.child_id = c.id) AND (n.unit_id = ( SELECT app_unit() AS app_unit)) AND (n.person_id = ( SELECT app_person() AS app_person)) AND (n.valid @> ( SELECT app_today() AS app_today))))));

CREATE VIEW principal_routine AS -- owned by samplan_owner
 SELECT p.id AS principal_id,
    v.id AS version_id,
    v.child_sees_from,
    v.guardian_sees_until,
    v.reminder_days,
    v.review_working_days,
    v.fewest_told,
    v.consent_ages
   FROM (principal p
     CROSS JOIN LATERAL ( SELECT r.id,
            r.principal_id,
            r.code,
            r.number,
            r.valid_from,
            r.document,
            r.whole,
            r.loaded_by,
            r.created_at,
            r.child_sees_from,
            r.guardian_sees_until,
            r.reminder_days,
            r.review_working_days,
            r.fewest_told,
            r.consent_ages
           FROM routine_version r
          WHERE ((r.code = COALESCE(( SELECT c.code
                   FROM routine_choice c
                  WHERE ((c.principal_id = p.id) AND (c.valid_from <= app_today()))
                  ORDER BY c.created_at DESC, c.id DESC
                 LIMIT 1), 'national'::text)) AND ((r.principal_id = p.id) OR (r.principal_id IS NULL)) AND (r.valid_from <= app_today()))
          ORDER BY (r.principal_id IS NULL), r.valid_from DESC
         LIMIT 1) v);

CREATE VIEW schema_version AS -- owned by postgres
 SELECT max(goose_db_version.version_id) AS version
   FROM goose_db_version
  WHERE goose_db_version.is_applied;

CREATE VIEW staff AS -- owned by samplan_fence
 SELECT s.id,
    s.staff_name
   FROM person s
  WHERE ((s.staff_name IS NOT NULL) AND (app_person() IS NOT NULL));

CREATE VIEW statistics_activity AS -- owned by samplan_fence
 SELECT m.plan_id,
    app_local_day(m.changed_at) AS on_day
   FROM meeting m
  WHERE (m.state = 'closed'::text)
UNION ALL
 SELECT v.plan_id,
    v.dispatched_on AS on_day
   FROM plan_version v
UNION ALL
 SELECT f.plan_id,
    app_local_day(f.created_at) AS on_day
   FROM plan_follow_up f;

CREATE VIEW statistics_count AS -- owned by samplan_fence
 SELECT e.principal_id,
    e.term,
    e.kind,
    e.municipality,
    e.service,
    e.age,
    e.sex,
    e.answer,
    e.days,
    e.entry,
    (count(*))::integer AS times
   FROM statistics_event e
  GROUP BY e.principal_id, e.term, e.kind, e.municipality, e.service, e.age, e.sex, e.answer, e.days, e.entry;

CREATE VIEW statistics_fact AS -- owned by samplan_fence
 SELECT fact_of_plan.kind,
    fact_of_plan.key,
    fact_of_plan.part,
    fact_of_plan.plan_id,
    fact_of_plan.child_id,
    fact_of_plan.unit_id,
    fact_of_plan.on_day,
    fact_of_plan.answer,
    fact_of_plan.days,
    fact_of_plan.entry
   FROM fact_of_plan
UNION ALL
 SELECT fact_of_activity.kind,
    fact_of_activity.key,
    fact_of_activity.part,
    fact_of_activity.plan_id,
    fact_of_activity.child_id,
    fact_of_activity.unit_id,
    fact_of_activity.on_day,
    fact_of_activity.answer,
    fact_of_activity.days,
    fact_of_activity.entry
   FROM fact_of_activity
UNION ALL
 SELECT fact_of_status_change.kind,
    fact_of_status_change.key,
    fact_of_status_change.part,
    fact_of_status_change.plan_id,
    fact_of_status_change.child_id,
    fact_of_status_change.unit_id,
    fact_of_status_change.on_day,
    fact_of_status_change.answer,
    fact_of_status_change.days,
    fact_of_status_change.entry
   FROM fact_of_status_change
UNION ALL
 SELECT fact_of_call.kind,
    fact_of_call.key,
    fact_of_call.part,
    fact_of_call.plan_id,
    fact_of_call.child_id,
    fact_of_call.unit_id,
    fact_of_call.on_day,
    fact_of_call.answer,
    fact_of_call.days,
    fact_of_call.entry
   FROM fact_of_call
UNION ALL
 SELECT fact_of_meeting.kind,
    fact_of_meeting.key,
    fact_of_meeting.part,
    fact_of_meeting.plan_id,
    fact_of_meeting.child_id,
    fact_of_meeting.unit_id,
    fact_of_meeting.on_day,
    fact_of_meeting.answer,
    fact_of_meeting.days,
    fact_of_meeting.entry
   FROM fact_of_meeting
UNION ALL
 SELECT fact_of_version.kind,
    fact_of_version.key,
    fact_of_version.part,
    fact_of_version.plan_id,
    fact_of_version.child_id,
    fact_of_version.unit_id,
    fact_of_version.on_day,
    fact_of_version.answer,
    fact_of_version.days,
    fact_of_version.entry
   FROM fact_of_version
UNION ALL
 SELECT fact_of_follow_up.kind,
    fact_of_follow_up.key,
    fact_of_follow_up.part,
    fact_of_follow_up.plan_id,
    fact_of_follow_up.child_id,
    fact_of_follow_up.unit_id,
    fact_of_follow_up.on_day,
    fact_of_follow_up.answer,
    fact_of_follow_up.days,
    fact_of_follow_up.entry
   FROM fact_of_follow_up
UNION ALL
 SELECT fact_of_evaluation.kind,
    fact_of_evaluation.key,
    fact_of_evaluation.part,
    fact_of_evaluation.plan_id,
    fact_of_evaluation.child_id,
    fact_of_evaluation.unit_id,
    fact_of_evaluation.on_day,
    fact_of_evaluation.answer,
    fact_of_evaluation.days,
    fact_of_evaluation.entry
   FROM fact_of_evaluation
UNION ALL
 SELECT fact_of_consent_giver.kind,
    fact_of_consent_giver.key,
    fact_of_consent_giver.part,
    fact_of_consent_giver.plan_id,
    fact_of_consent_giver.child_id,
    fact_of_consent_giver.unit_id,
    fact_of_consent_giver.on_day,
    fact_of_consent_giver.answer,
    fact_of_consent_giver.days,
    fact_of_consent_giver.entry
   FROM fact_of_consent_giver
UNION ALL
 SELECT fact_of_consent.kind,
    fact_of_consent.key,
    fact_of_consent.part,
    fact_of_consent.plan_id,
    fact_of_consent.child_id,
    fact_of_consent.unit_id,
    fact_of_consent.on_day,
    fact_of_consent.answer,
    fact_of_consent.days,
    fact_of_consent.entry
   FROM fact_of_consent
UNION ALL
 SELECT fact_of_request.kind,
    fact_of_request.key,
    fact_of_request.part,
    fact_of_request.plan_id,
    fact_of_request.child_id,
    fact_of_request.unit_id,
    fact_of_request.on_day,
    fact_of_request.answer,
    fact_of_request.days,
    fact_of_request.entry
   FROM fact_of_request
UNION ALL
 SELECT fact_of_forum_case.kind,
    fact_of_forum_case.key,
    fact_of_forum_case.part,
    fact_of_forum_case.plan_id,
    fact_of_forum_case.child_id,
    fact_of_forum_case.unit_id,
    fact_of_forum_case.on_day,
    fact_of_forum_case.answer,
    fact_of_forum_case.days,
    fact_of_forum_case.entry
   FROM fact_of_forum_case;

CREATE VIEW statistics_source AS -- owned by samplan_fence
 SELECT f.kind,
    f.key,
    f.part,
    d.principal_id,
    app_half_year(f.on_day) AS term,
    d.municipality,
    d.service,
    d.age,
    d.sex,
    f.answer,
    f.days,
    f.entry
   FROM (statistics_fact f
     CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d(principal_id, municipality, service, age, sex));

CREATE VIEW unit_term AS -- owned by samplan_owner
 SELECT q.unit_id,
    COALESCE(s.assess_days, 0) AS assess_days,
    COALESCE(s.decide_days, 14) AS decide_days,
    COALESCE(s.feedback_days, 7) AS feedback_days,
    COALESCE(s.questions_a_day, 50) AS questions_a_day,
    r.reminder_days
   FROM ((((unit_place q
     JOIN branch b ON ((b.id = q.branch_id)))
     JOIN authority a ON ((a.id = b.authority_id)))
     JOIN principal_routine r ON ((r.principal_id = a.principal_id)))
     LEFT JOIN term_setting s ON ((s.authority_id = a.id)))
  WHERE (q.valid @> app_today());

-- Fences

CREATE POLICY absence_add ON absence FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (entered_by = app_person()));

CREATE POLICY absence_change ON absence FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY absence_fence ON absence FOR ALL TO samplan_fence
  USING true;

CREATE POLICY absence_read ON absence FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY assignment_fence ON assignment FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY assignment_fence_add ON assignment FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY assignment_fence_change ON assignment FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY assignment_read ON assignment FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (person_id = app_person()));

CREATE POLICY attachment_add ON attachment FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = attachment.item_id) AND (i.kind = 'attachment'::text) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY attachment_change ON attachment FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = attachment.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY attachment_dispose ON attachment FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY attachment_dispose_see ON attachment FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY attachment_read ON attachment FOR SELECT TO samplan_app
  USING app_sees_item(item_id);

CREATE POLICY attachment_content_add ON attachment_content FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = attachment_content.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY attachment_content_dispose ON attachment_content FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY attachment_content_fence ON attachment_content FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY attachment_content_fence_drop ON attachment_content FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY attachment_content_read ON attachment_content FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM attachment a
  WHERE ((a.item_id = attachment_content.item_id) AND (a.state = 'ready'::text))));

CREATE POLICY audit_entry_add ON audit_entry FOR INSERT TO samplan_app
  WITH CHECK (((person_id IS NULL) OR (person_id = app_person())) AND (NOT (client_id IS DISTINCT FROM app_client())));

CREATE POLICY audit_entry_export ON audit_entry FOR INSERT TO samplan_sealer
  WITH CHECK ((operation = 'ExportLog'::text) AND (actor_kind = 'system'::text) AND (num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0) AND (objects = '{}'::uuid[]));

CREATE POLICY audit_entry_fence_add ON audit_entry FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY audit_entry_log ON audit_entry FOR SELECT TO samplan_log
  USING true;

CREATE POLICY audit_entry_old ON audit_entry FOR SELECT TO samplan_disposal
  USING ((at < (now() - '5 years'::interval)) AND (EXISTS ( SELECT
   FROM seal_leaf l
  WHERE (l.entry_id = audit_entry.id))));

CREATE POLICY audit_entry_seal ON audit_entry FOR SELECT TO samplan_sealer
  USING true;

CREATE POLICY audit_entry_weed ON audit_entry FOR DELETE TO samplan_disposal
  USING ((at < (now() - '5 years'::interval)) AND (EXISTS ( SELECT
   FROM seal_leaf l
  WHERE (l.entry_id = audit_entry.id))));

CREATE POLICY audit_entry_weeding ON audit_entry FOR INSERT TO samplan_disposal
  WITH CHECK ((operation = ANY (ARRAY['WeedLog'::text, 'CarryOutDisposal'::text, 'ReapplyDisposal'::text])) AND (actor_kind = 'system'::text) AND (num_nonnulls(person_id, assignment_id, role, unit_id, child_id, plan_id) = 0) AND (objects = '{}'::uuid[]));

CREATE POLICY authority_fence ON authority FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY authority_public ON authority FOR SELECT TO samplan_app
  USING true;

CREATE POLICY authority_told ON authority FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY branch_fence ON branch FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY branch_public ON branch FOR SELECT TO samplan_app
  USING true;

CREATE POLICY branch_told ON branch FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY call_add ON call FOR INSERT TO samplan_app
  WITH CHECK ((author_id = app_person()) AND (sent_on IS NULL) AND (unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = call.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY call_change ON call FOR UPDATE TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = call.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY call_dispose ON call FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY call_fence ON call FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY call_fence_change ON call FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY call_read ON call FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = call.plan_id))));

CREATE POLICY call_addressee_add ON call_addressee FOR INSERT TO samplan_app
  WITH CHECK ((state = 'drafted'::text) AND (EXISTS ( SELECT
   FROM call c
  WHERE ((c.id = call_addressee.call_id) AND (c.sent_on IS NULL)))));

CREATE POLICY call_addressee_change ON call_addressee FOR UPDATE TO samplan_app
  USING 
CASE state
    WHEN 'drafted'::text THEN (EXISTS ( SELECT
       FROM call c
      WHERE (c.id = call_addressee.call_id)))
    ELSE ((state <> 'dropped'::text) AND (unit_id = app_unit()))
END
  WITH CHECK ((unit_id = app_unit()) OR (EXISTS ( SELECT
   FROM call c
  WHERE (c.id = call_addressee.call_id))));

CREATE POLICY call_addressee_dispose ON call_addressee FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY call_addressee_fence ON call_addressee FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY call_addressee_fence_add ON call_addressee FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY call_addressee_fence_change ON call_addressee FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY call_addressee_read ON call_addressee FOR SELECT TO samplan_app
  USING (((unit_id = app_unit()) AND (state <> ALL (ARRAY['drafted'::text, 'dropped'::text]))) OR (EXISTS ( SELECT
   FROM call c
  WHERE (c.id = call_addressee.call_id))));

CREATE POLICY care_block_add ON care_block FOR INSERT TO samplan_app
  WITH CHECK ((recorded_by = app_person()) AND ((child_id = app_person()) OR (unit_id = app_unit())) AND app_is_care_giver(unit_id));

CREATE POLICY care_block_change ON care_block FOR UPDATE TO samplan_app
  USING ((child_id = app_person()) OR (unit_id = app_unit()));

CREATE POLICY care_block_dispose ON care_block FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY care_block_fence ON care_block FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY care_block_fence_change ON care_block FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY care_block_read ON care_block FOR SELECT TO samplan_app
  USING ((child_id = app_person()) OR (unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])));

CREATE POLICY care_block_reason_add ON care_block_reason FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM care_block b
  WHERE ((b.id = care_block_reason.block_id) AND (b.unit_id = app_unit())))));

CREATE POLICY care_block_reason_dispose ON care_block_reason FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY care_block_reason_fence ON care_block_reason FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY care_block_reason_fence_change ON care_block_reason FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY care_block_reason_read ON care_block_reason FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY case_file_add ON case_file FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY case_file_change ON case_file FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY case_file_dispose ON case_file FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY case_file_fence ON case_file FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY case_file_fence_add ON case_file FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY case_file_fence_change ON case_file FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY case_file_fence_drop ON case_file FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY case_file_log ON case_file FOR SELECT TO samplan_log
  USING true;

CREATE POLICY case_file_read ON case_file FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (((child_id || ':'::text) || unit_id) = ANY (app_family_files())));

CREATE POLICY case_file_folded_dispose ON case_file_folded FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY case_file_folded_dispose_see ON case_file_folded FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY case_file_folded_fence_add ON case_file_folded FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY case_worker_add ON case_worker FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY case_worker_change ON case_worker FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY case_worker_dispose ON case_worker FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY case_worker_fence ON case_worker FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY case_worker_fence_add ON case_worker FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY case_worker_fence_change ON case_worker FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY case_worker_fence_drop ON case_worker FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY case_worker_read ON case_worker FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY checkpoint_add ON checkpoint FOR INSERT TO samplan_sealer
  WITH CHECK true;

CREATE POLICY checkpoint_read ON checkpoint FOR SELECT TO samplan_sealer
  USING true;

CREATE POLICY client_add ON client FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (registered_by = app_person()));

CREATE POLICY client_change ON client FOR UPDATE TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY client_fence ON client FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY client_log ON client FOR SELECT TO samplan_log
  USING true;

CREATE POLICY client_read ON client FOR SELECT TO samplan_app
  USING ((principal_id = app_principal()) OR (id = app_system()));

CREATE POLICY client_key_fence ON client_key FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY client_key_own ON client_key FOR ALL TO samplan_app
  USING (EXISTS ( SELECT
   FROM client c
  WHERE (c.id = client_key.client_id)));

CREATE POLICY client_token_fence ON client_token FOR ALL TO samplan_fence
  USING true;

CREATE POLICY collaboration_group_add ON collaboration_group FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (created_by = app_person()));

CREATE POLICY collaboration_group_change ON collaboration_group FOR UPDATE TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY collaboration_group_fence ON collaboration_group FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY collaboration_group_staff ON collaboration_group FOR SELECT TO samplan_app
  USING (app_unit() IS NOT NULL);

CREATE POLICY concern_handling_add ON concern_handling FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (assigned_by = app_person()) AND (EXISTS ( SELECT
   FROM concern_report c
  WHERE ((c.id = concern_handling.report_id) AND (c.to_unit_id = app_unit())))));

CREATE POLICY concern_handling_change ON concern_handling FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY concern_handling_dispose ON concern_handling FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY concern_handling_fence ON concern_handling FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY concern_handling_fence_change ON concern_handling FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY concern_handling_read ON concern_handling FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY concern_report_add ON concern_report FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (author_id = app_person()) AND (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = concern_report.child_id) AND (f.unit_id = app_unit())))));

CREATE POLICY concern_report_change ON concern_report FOR UPDATE TO samplan_app
  USING (to_unit_id = app_unit());

CREATE POLICY concern_report_dispose ON concern_report FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY concern_report_disposed ON concern_report FOR SELECT TO samplan_app
  USING (NOT app_is_disposed(child_id, sent_on));

CREATE POLICY concern_report_fence ON concern_report FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY concern_report_fence_change ON concern_report FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY concern_report_read ON concern_report FOR SELECT TO samplan_app
  USING ((app_unit() = from_unit_id) OR (app_unit() = to_unit_id));

CREATE POLICY confirmation_add ON confirmation FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM party y
  WHERE ((y.id = confirmation.party_id) AND (y.unit_id = app_unit())))));

CREATE POLICY confirmation_dispose ON confirmation FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY confirmation_fence ON confirmation FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY confirmation_fence_drop ON confirmation FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY confirmation_read ON confirmation FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM known_party y
  WHERE (y.id = confirmation.party_id)));

CREATE POLICY consent_add ON consent FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (limits IS NULL));

CREATE POLICY consent_change ON consent FOR UPDATE TO samplan_app
  USING ((unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])) OR app_was_asked(id));

CREATE POLICY consent_dispose ON consent FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_disposed ON consent FOR SELECT TO samplan_app
  USING ((disposed_on IS NULL) OR (unit_id <> ALL (( SELECT app_own_units() AS app_own_units)::uuid[])));

CREATE POLICY consent_fence ON consent FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY consent_fence_add ON consent FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY consent_fence_change ON consent FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY consent_log ON consent FOR SELECT TO samplan_log
  USING true;

CREATE POLICY consent_read ON consent FOR SELECT TO samplan_app
  USING ((unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])) OR app_knows_consent(id));

CREATE POLICY consent_exclusion_add ON consent_exclusion FOR INSERT TO samplan_app
  WITH CHECK (app_recorded_consent(consent_id) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = consent_exclusion.item_id) AND (i.owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[]))))));

CREATE POLICY consent_exclusion_dispose ON consent_exclusion FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_exclusion_fence ON consent_exclusion FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY consent_exclusion_fence_add ON consent_exclusion FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY consent_exclusion_read ON consent_exclusion FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = consent_exclusion.item_id) AND (i.owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])))));

CREATE POLICY consent_giver_add ON consent_giver FOR INSERT TO samplan_app
  WITH CHECK app_recorded_consent(consent_id);

CREATE POLICY consent_giver_change ON consent_giver FOR UPDATE TO samplan_app
  USING ((person_id = app_person()) OR app_recorded_consent(consent_id));

CREATE POLICY consent_giver_dispose ON consent_giver FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_giver_fence ON consent_giver FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY consent_giver_fence_add ON consent_giver FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY consent_giver_log ON consent_giver FOR SELECT TO samplan_log
  USING true;

CREATE POLICY consent_giver_read ON consent_giver FOR SELECT TO samplan_app
  USING ((person_id = app_person()) OR app_sees_consent(consent_id));

CREATE POLICY consent_scope_add ON consent_scope FOR INSERT TO samplan_app
  WITH CHECK app_recorded_consent(consent_id);

CREATE POLICY consent_scope_dispose ON consent_scope FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_scope_fence ON consent_scope FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY consent_scope_fence_add ON consent_scope FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY consent_scope_read ON consent_scope FOR SELECT TO samplan_app
  USING ((from_branch_id = app_branch()) OR (to_branch_id = app_branch()) OR app_told_consent(consent_id));

CREATE POLICY consent_signature_add ON consent_signature FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (client_id = app_client()) AND ((client_name)::text = app_client_name()));

CREATE POLICY consent_signature_dispose ON consent_signature FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_signature_dispose_see ON consent_signature FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY consent_signature_read ON consent_signature FOR SELECT TO samplan_app
  USING ((person_id = app_person()) OR ((app_unit() IS NOT NULL) AND app_sees_consent(consent_id)));

CREATE POLICY contact_address_add ON contact_address FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (capacity =
CASE
    WHEN (app_unit() IS NULL) THEN 'family'::text
    ELSE 'staff'::text
END));

CREATE POLICY contact_address_change ON contact_address FOR UPDATE TO samplan_app
  USING ((person_id = app_person()) AND (capacity =
CASE
    WHEN (app_unit() IS NULL) THEN 'family'::text
    ELSE 'staff'::text
END));

CREATE POLICY contact_address_fence ON contact_address FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY contact_address_own ON contact_address FOR SELECT TO samplan_app
  USING ((person_id = app_person()) AND (capacity =
CASE
    WHEN (app_unit() IS NULL) THEN 'family'::text
    ELSE 'staff'::text
END));

CREATE POLICY contact_card_add ON contact_card FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (published_by = app_person()));

CREATE POLICY contact_card_change ON contact_card FOR UPDATE TO samplan_app
  USING (unit_id = app_unit())
  WITH CHECK (confirmed_by = app_person());

CREATE POLICY contact_card_public ON contact_card FOR SELECT TO samplan_app
  USING true;

CREATE POLICY custody_decision_add ON custody_decision FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (recorder_id = app_person()));

CREATE POLICY custody_decision_change ON custody_decision FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY custody_decision_dispose ON custody_decision FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY custody_decision_fence ON custody_decision FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY custody_decision_fence_change ON custody_decision FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY custody_decision_read ON custody_decision FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY custody_measure_add ON custody_measure FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM custody_decision d
  WHERE (d.id = custody_measure.decision_id)));

CREATE POLICY custody_measure_dispose ON custody_measure FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY custody_measure_dispose_see ON custody_measure FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY custody_measure_read ON custody_measure FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM custody_decision d
  WHERE (d.id = custody_measure.decision_id)));

CREATE POLICY data_extract_dispose ON data_extract FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY data_extract_fence ON data_extract FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY data_extract_fence_add ON data_extract FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY data_extract_read ON data_extract FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM public_request r
  WHERE ((r.id = data_extract.request_id) AND (r.unit_id = app_unit()))));

CREATE POLICY data_extract_extension_add ON data_extract_extension FOR INSERT TO samplan_app
  WITH CHECK ((extended_by = app_person()) AND (extended_on = app_today()) AND (EXISTS ( SELECT
   FROM (public_request r
     JOIN data_extract e ON ((e.request_id = r.id)))
  WHERE ((r.id = data_extract_extension.request_id) AND (r.unit_id = app_unit()) AND (r.state = 'open'::text) AND (app_today() <= e.answer_by) AND (e.answer_by < data_extract_extension.answer_by)))));

CREATE POLICY data_extract_extension_dispose ON data_extract_extension FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY data_extract_extension_fence ON data_extract_extension FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY data_extract_extension_read ON data_extract_extension FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM public_request r
  WHERE ((r.id = data_extract_extension.request_id) AND (r.unit_id = app_unit()))));

CREATE POLICY decision_add ON decision FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = decision.item_id) AND (i.plan_id = decision.plan_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY decision_change ON decision FOR UPDATE TO samplan_app
  USING ((unit_id = app_unit()) OR (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = decision.item_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY decision_dispose ON decision FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY decision_fence ON decision FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY decision_fence_change ON decision FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY decision_read ON decision FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (EXISTS ( SELECT
   FROM item i
  WHERE (i.id = decision.item_id))));

CREATE POLICY decision_answer_add ON decision_answer FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND ((EXISTS ( SELECT
   FROM decision d
  WHERE ((d.item_id = decision_answer.item_id) AND (d.unit_id = app_unit())))) OR ((intervention_id IS NULL) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = decision_answer.item_id) AND (i.owner_unit_id = app_unit())))))));

CREATE POLICY decision_answer_dispose ON decision_answer FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY decision_answer_dispose_see ON decision_answer FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY decision_answer_read ON decision_answer FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM decision d
  WHERE ((d.item_id = decision_answer.item_id) AND (d.unit_id = app_unit())))) OR (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = decision_answer.item_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY deviation_add ON deviation FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY deviation_change ON deviation FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY deviation_fence ON deviation FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_fence_change ON deviation FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY deviation_read ON deviation FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (id IN ( SELECT app_group_deviations() AS app_group_deviations)));

CREATE POLICY deviation_case_add ON deviation_case FOR INSERT TO samplan_app
  WITH CHECK ((origin = 'filed'::text) AND (state = 'submitted'::text) AND (EXISTS ( SELECT
   FROM deviation d
  WHERE ((d.id = deviation_case.deviation_id) AND (d.unit_id = app_unit())))) AND (EXISTS ( SELECT
   FROM group_member m
  WHERE ((m.group_id = deviation_case.group_id) AND (m.unit_id = app_unit()) AND (m.valid @> app_today())))));

CREATE POLICY deviation_case_fence ON deviation_case FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_case_handle ON deviation_case FOR UPDATE TO samplan_app
  USING (group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups))
  WITH CHECK (state <> 'submitted'::text);

CREATE POLICY deviation_case_read ON deviation_case FOR SELECT TO samplan_app
  USING ((group_id IN ( SELECT app_my_groups() AS app_my_groups)) OR (from_group_id IN ( SELECT app_my_groups() AS app_my_groups)) OR ((origin = 'filed'::text) AND (EXISTS ( SELECT
   FROM deviation d
  WHERE ((d.id = deviation_case.deviation_id) AND (d.unit_id = app_unit()))))));

CREATE POLICY deviation_case_refile ON deviation_case FOR UPDATE TO samplan_app
  USING ((state = 'returned'::text) AND (origin = 'filed'::text) AND (EXISTS ( SELECT
   FROM deviation d
  WHERE ((d.id = deviation_case.deviation_id) AND (d.unit_id = app_unit())))))
  WITH CHECK ((state = 'submitted'::text) AND (EXISTS ( SELECT
   FROM group_member m
  WHERE ((m.group_id = deviation_case.group_id) AND (m.unit_id = app_unit()) AND (m.valid @> app_today())))));

CREATE POLICY deviation_case_send ON deviation_case FOR INSERT TO samplan_app
  WITH CHECK ((origin <> 'filed'::text) AND (state = 'submitted'::text) AND (from_group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups)) AND (deviation_id IN ( SELECT app_group_deviations() AS app_group_deviations)) AND (EXISTS ( SELECT
   FROM (collaboration_group f
     JOIN collaboration_group g ON ((g.id = deviation_case.group_id)))
  WHERE ((f.id = deviation_case.from_group_id) AND
        CASE deviation_case.origin
            WHEN 'escalated'::text THEN (g.id = f.above_id)
            ELSE ((g.level = 'local'::text) AND (g.principal_id <> f.principal_id))
        END))));

CREATE POLICY deviation_child_add ON deviation_child FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = deviation_child.child_id) AND (f.unit_id = app_unit()) AND (f.valid @> app_today())))));

CREATE POLICY deviation_child_dispose ON deviation_child FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY deviation_child_fence ON deviation_child FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_child_fence_change ON deviation_child FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY deviation_child_read ON deviation_child FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY deviation_contact_add ON deviation_contact FOR INSERT TO samplan_app
  WITH CHECK ((manager_id = app_person()) AND (EXISTS ( SELECT
   FROM deviation d
  WHERE ((d.id = deviation_contact.deviation_id) AND (d.unit_id = app_unit())))));

CREATE POLICY deviation_contact_change ON deviation_contact FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM deviation d
  WHERE ((d.id = deviation_contact.deviation_id) AND (d.unit_id = app_unit()))))
  WITH CHECK (manager_id = app_person());

CREATE POLICY deviation_contact_fence ON deviation_contact FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_contact_read ON deviation_contact FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM deviation d
  WHERE (d.id = deviation_contact.deviation_id)));

CREATE POLICY deviation_measure_add ON deviation_measure FOR INSERT TO samplan_app
  WITH CHECK ((group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups)) AND (EXISTS ( SELECT
   FROM deviation_case c
  WHERE ((c.id = deviation_measure.case_id) AND (c.group_id = deviation_measure.group_id)))));

CREATE POLICY deviation_measure_change ON deviation_measure FOR UPDATE TO samplan_app
  USING (group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups));

CREATE POLICY deviation_measure_fence ON deviation_measure FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_measure_fence_change ON deviation_measure FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY deviation_measure_read ON deviation_measure FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (group_id IN ( SELECT app_my_groups() AS app_my_groups)));

CREATE POLICY deviation_reporter_add ON deviation_reporter FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (person_id = app_person()));

CREATE POLICY deviation_reporter_fence ON deviation_reporter FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_reporter_fence_change ON deviation_reporter FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY deviation_reporter_read ON deviation_reporter FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY deviation_suggestion_add ON deviation_suggestion FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = deviation_suggestion.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY deviation_suggestion_change ON deviation_suggestion FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = deviation_suggestion.meeting_id) AND (m.unit_id = app_unit()))))
  WITH CHECK (ended_by = app_person());

CREATE POLICY deviation_suggestion_dispose ON deviation_suggestion FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY deviation_suggestion_fence ON deviation_suggestion FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY deviation_suggestion_fence_change ON deviation_suggestion FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY deviation_suggestion_read ON deviation_suggestion FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = deviation_suggestion.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY disclosure_add ON disclosure FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = disclosure.item_id) AND (i.plan_id = disclosure.plan_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY disclosure_change ON disclosure FOR UPDATE TO samplan_app
  USING (from_unit_id = app_unit());

CREATE POLICY disclosure_dispose ON disclosure FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY disclosure_fence ON disclosure FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disclosure_fence_change ON disclosure FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY disclosure_log ON disclosure FOR SELECT TO samplan_log
  USING true;

CREATE POLICY disclosure_read ON disclosure FOR SELECT TO samplan_app
  USING (from_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[]));

CREATE POLICY disposal_case_add ON disposal_case FOR INSERT TO samplan_app
  WITH CHECK ((outcome = 'listed'::text) AND (unit_id = ANY (app_own_units())) AND (EXISTS ( SELECT
   FROM disposal_run r
  WHERE ((r.id = disposal_case.run_id) AND (r.state = 'drawn-up'::text) AND (r.drawn_up_by = app_person())))));

CREATE POLICY disposal_case_again ON disposal_case FOR INSERT TO samplan_fence
  WITH CHECK app_disposing();

CREATE POLICY disposal_case_fence ON disposal_case FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disposal_case_fence_change ON disposal_case FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY disposal_case_read ON disposal_case FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM disposal_run r
  WHERE (r.id = disposal_case.run_id)));

CREATE POLICY disposal_certificate_fence ON disposal_certificate FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disposal_certificate_fence_add ON disposal_certificate FOR INSERT TO samplan_fence
  WITH CHECK app_disposing();

CREATE POLICY disposal_decision_add ON disposal_decision FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM disposal_run r
  WHERE ((r.id = disposal_decision.run_id) AND (r.state = 'drawn-up'::text)))));

CREATE POLICY disposal_decision_again ON disposal_decision FOR INSERT TO samplan_fence
  WITH CHECK app_disposing();

CREATE POLICY disposal_decision_fence ON disposal_decision FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disposal_decision_fence_change ON disposal_decision FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY disposal_decision_read ON disposal_decision FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM disposal_run r
  WHERE (r.id = disposal_decision.run_id)));

CREATE POLICY disposal_run_add ON disposal_run FOR INSERT TO samplan_app
  WITH CHECK ((branch_id = app_branch()) AND (drawn_up_by = app_person()) AND (state = 'drawn-up'::text));

CREATE POLICY disposal_run_again ON disposal_run FOR INSERT TO samplan_fence
  WITH CHECK app_disposing();

CREATE POLICY disposal_run_change ON disposal_run FOR UPDATE TO samplan_app
  USING (branch_id = app_branch())
  WITH CHECK (state <> 'carried-out'::text);

CREATE POLICY disposal_run_fence ON disposal_run FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disposal_run_fence_change ON disposal_run FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY disposal_run_read ON disposal_run FOR SELECT TO samplan_app
  USING (branch_id = app_branch());

CREATE POLICY disposal_setting_add ON disposal_setting FOR INSERT TO samplan_app
  WITH CHECK ((branch_id = app_branch()) AND (set_by = app_person()));

CREATE POLICY disposal_setting_fence ON disposal_setting FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY disposal_setting_fence_change ON disposal_setting FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY disposal_setting_read ON disposal_setting FOR SELECT TO samplan_app
  USING (branch_id = app_branch());

CREATE POLICY emergency_access_add ON emergency_access FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM emergency_inquiry q
  WHERE ((q.id = emergency_access.inquiry_id) AND (q.child_id = emergency_access.child_id) AND (q.assignment_id = emergency_access.assignment_id) AND (q.danger = emergency_access.danger)))) AND (holder_unit_id IN ( SELECT h.unit_id
   FROM app_emergency_holders(emergency_access.inquiry_id) h(unit_id, secrecy_class, is_blocked, review_days))));

CREATE POLICY emergency_access_dispose ON emergency_access FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY emergency_access_disposed ON emergency_access FOR SELECT TO samplan_app
  USING (NOT app_is_disposed(child_id, (opened_at)::date));

CREATE POLICY emergency_access_fence ON emergency_access FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY emergency_access_fence_change ON emergency_access FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY emergency_access_read ON emergency_access FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (holder_unit_id = app_unit()));

CREATE POLICY emergency_inquiry_add ON emergency_inquiry FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (unit_id = app_unit()) AND app_gives_emergency_care());

CREATE POLICY emergency_inquiry_dispose ON emergency_inquiry FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY emergency_inquiry_fence ON emergency_inquiry FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY emergency_inquiry_read ON emergency_inquiry FOR SELECT TO samplan_app
  USING ((person_id = app_person()) AND (unit_id = app_unit()));

CREATE POLICY emergency_review_add ON emergency_review FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM emergency_access e
  WHERE ((e.id = emergency_review.access_id) AND (e.person_id <> app_person())))));

CREATE POLICY emergency_review_dispose ON emergency_review FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY emergency_review_dispose_see ON emergency_review FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY emergency_review_read ON emergency_review FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM emergency_access e
  WHERE (e.id = emergency_review.access_id))) OR (access_id IN ( SELECT e.id
   FROM app_principal_emergencies() e(id, person_id, unit_id, holder_unit_id, danger, opened_at, opens_until, review_due_on))));

CREATE POLICY emergency_review_note_add ON emergency_review_note FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM emergency_review r
  WHERE ((r.id = emergency_review_note.review_id) AND (r.person_id = app_person()) AND (r.unit_id = app_unit())))));

CREATE POLICY emergency_review_note_dispose ON emergency_review_note FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY emergency_review_note_fence ON emergency_review_note FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY emergency_review_note_fence_change ON emergency_review_note FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY emergency_review_note_read ON emergency_review_note FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY evaluation_add ON evaluation FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = evaluation.item_id) AND (i.plan_id = evaluation.plan_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY evaluation_dispose ON evaluation FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY evaluation_fence ON evaluation FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY evaluation_read ON evaluation FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE (i.id = evaluation.item_id)));

CREATE POLICY event_dispose ON event FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY event_fence ON event FOR ALL TO samplan_fence
  USING true;

CREATE POLICY event_read ON event FOR SELECT TO samplan_app
  USING ((app_system() IS NOT NULL) AND (app_unit() IS NOT NULL) AND ((EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = event.plan_id))) OR (EXISTS ( SELECT
   FROM call_addressee a
  WHERE ((a.id = event.about_id) AND (a.unit_id = app_unit())))) OR (EXISTS ( SELECT
   FROM plan_request q
  WHERE ((q.id = event.about_id) AND (q.unit_id = app_unit()))))));

CREATE POLICY formulation_review_add ON formulation_review FOR INSERT TO samplan_app
  WITH CHECK ((branch_id = app_branch()) AND (reviewed_by = app_person()));

CREATE POLICY formulation_review_read ON formulation_review FOR SELECT TO samplan_app
  USING (branch_id = app_branch());

CREATE POLICY formulation_sample_add ON formulation_sample FOR INSERT TO samplan_app
  WITH CHECK (branch_id = app_branch());

CREATE POLICY formulation_sample_read ON formulation_sample FOR SELECT TO samplan_app
  USING (branch_id = app_branch());

CREATE POLICY forum_case_add ON forum_case FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (raised_by = app_person()) AND (group_id IN ( SELECT app_my_groups() AS app_my_groups)));

CREATE POLICY forum_case_change ON forum_case FOR UPDATE TO samplan_app
  USING (group_id IN ( SELECT app_my_groups() AS app_my_groups));

CREATE POLICY forum_case_fence ON forum_case FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY forum_case_fence_change ON forum_case FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY forum_case_read ON forum_case FOR SELECT TO samplan_app
  USING ((withdrawn_on IS NULL) AND (expires_on >= app_today()) AND ((unit_id = app_unit()) OR ((group_id IN ( SELECT app_my_groups() AS app_my_groups)) AND ((basis = 'anonymised'::text) OR (id IN ( SELECT app_told_forum_cases() AS app_told_forum_cases))))));

CREATE POLICY forum_case_child_add ON forum_case_child FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = forum_case_child.child_id) AND (f.unit_id = app_unit()) AND (f.valid @> app_today())))));

CREATE POLICY forum_case_child_fence ON forum_case_child FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY forum_case_child_fence_change ON forum_case_child FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY forum_case_child_fence_remove ON forum_case_child FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY forum_case_child_read ON forum_case_child FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY forum_case_text_add ON forum_case_text FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM forum_case c
  WHERE ((c.id = forum_case_text.case_id) AND (c.group_id IN ( SELECT app_my_groups() AS app_my_groups)))));

CREATE POLICY forum_case_text_change ON forum_case_text FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM forum_case c
  WHERE ((c.id = forum_case_text.case_id) AND (c.group_id IN ( SELECT app_my_groups() AS app_my_groups)))));

CREATE POLICY forum_case_text_fence ON forum_case_text FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY forum_case_text_fence_remove ON forum_case_text FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY forum_case_text_read ON forum_case_text FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM forum_case c
  WHERE (c.id = forum_case_text.case_id)));

CREATE POLICY forum_contribution_add ON forum_contribution FOR INSERT TO samplan_app
  WITH CHECK ((written_by = app_person()) AND (EXISTS ( SELECT
   FROM forum_case c
  WHERE ((c.id = forum_contribution.case_id) AND (c.group_id IN ( SELECT app_my_groups() AS app_my_groups))))));

CREATE POLICY forum_contribution_fence ON forum_contribution FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY forum_contribution_fence_remove ON forum_contribution FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY forum_contribution_read ON forum_contribution FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM forum_case c
  WHERE (c.id = forum_contribution.case_id)));

CREATE POLICY forum_learning_add ON forum_learning FOR INSERT TO samplan_app
  WITH CHECK ((group_id IN ( SELECT app_my_groups() AS app_my_groups)) AND (written_by = app_person()));

CREATE POLICY forum_learning_fence ON forum_learning FOR ALL TO samplan_fence
  USING true;

CREATE POLICY forum_learning_read ON forum_learning FOR SELECT TO samplan_app
  USING (group_id IN ( SELECT app_my_groups() AS app_my_groups));

CREATE POLICY forum_link_opening_add ON forum_link_opening FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (person_id = app_person()) AND (EXISTS ( SELECT
   FROM forum_case_child k
  WHERE ((k.case_id = forum_link_opening.case_id) AND (k.unit_id = app_unit())))));

CREATE POLICY forum_link_opening_fence ON forum_link_opening FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY forum_link_opening_fence_change ON forum_link_opening FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY forum_link_opening_read ON forum_link_opening FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY forum_session_add ON forum_session FOR INSERT TO samplan_app
  WITH CHECK ((group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups)) AND (planned_by = app_person()));

CREATE POLICY forum_session_change ON forum_session FOR UPDATE TO samplan_app
  USING (group_id IN ( SELECT app_chaired_groups() AS app_chaired_groups));

CREATE POLICY forum_session_read ON forum_session FOR SELECT TO samplan_app
  USING (group_id IN ( SELECT app_my_groups() AS app_my_groups));

CREATE POLICY group_member_add ON group_member FOR INSERT TO samplan_app
  WITH CHECK ((added_by = app_person()) AND (EXISTS ( SELECT
   FROM collaboration_group g
  WHERE ((g.id = group_member.group_id) AND (g.principal_id = app_principal())))));

CREATE POLICY group_member_change ON group_member FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM collaboration_group g
  WHERE ((g.id = group_member.group_id) AND (g.principal_id = app_principal()))));

CREATE POLICY group_member_fence ON group_member FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY group_member_staff ON group_member FOR SELECT TO samplan_app
  USING (app_unit() IS NOT NULL);

CREATE POLICY hand_over_add ON hand_over FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (offered_by = app_person()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = hand_over.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY hand_over_answer ON hand_over FOR UPDATE TO samplan_app
  USING (to_unit_id = app_unit());

CREATE POLICY hand_over_dispose ON hand_over FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY hand_over_fence ON hand_over FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY hand_over_fence_change ON hand_over FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY hand_over_read ON hand_over FOR SELECT TO samplan_app
  USING ((to_unit_id = app_unit()) OR ((from_unit_id = app_unit()) AND (offered_by = app_person())));

CREATE POLICY idempotency_key_fence_see ON idempotency_key FOR SELECT TO samplan_fence
  USING (created_at < (now() - '24:00:00'::interval));

CREATE POLICY idempotency_key_fence_weed ON idempotency_key FOR DELETE TO samplan_fence
  USING (created_at < (now() - '24:00:00'::interval));

CREATE POLICY idempotency_key_own ON idempotency_key FOR ALL TO samplan_app
  USING (((person_id = app_person()) AND (NOT (client_id IS DISTINCT FROM app_client()))) OR ((person_id IS NULL) AND (client_id = app_system())));

CREATE POLICY information_ground_add ON information_ground FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (told_by = app_person()) AND (EXISTS ( SELECT
   FROM information_request r
  WHERE ((r.id = information_ground.request_id) AND ((app_unit() = r.from_unit_id) OR (app_unit() = r.to_unit_id))))));

CREATE POLICY information_ground_dispose ON information_ground FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY information_ground_dispose_see ON information_ground FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY information_ground_read ON information_ground FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY information_handling_add ON information_handling FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (assigned_by = app_person()) AND (EXISTS ( SELECT
   FROM information_request r
  WHERE ((r.id = information_handling.request_id) AND (r.to_unit_id = app_unit())))));

CREATE POLICY information_handling_change ON information_handling FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY information_handling_dispose ON information_handling FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY information_handling_fence ON information_handling FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY information_handling_fence_change ON information_handling FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY information_handling_read ON information_handling FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY information_request_add ON information_request FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (author_id = app_person()) AND (state = 'sent'::text) AND (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = information_request.child_id) AND (f.unit_id = app_unit()) AND (f.valid @> app_today())))));

CREATE POLICY information_request_change ON information_request FOR UPDATE TO samplan_app
  USING ((app_unit() = from_unit_id) OR (app_unit() = to_unit_id));

CREATE POLICY information_request_dispose ON information_request FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY information_request_disposed ON information_request FOR SELECT TO samplan_app
  USING (NOT app_is_disposed(child_id, sent_on));

CREATE POLICY information_request_fence ON information_request FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY information_request_fence_change ON information_request FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY information_request_read ON information_request FOR SELECT TO samplan_app
  USING ((app_unit() = from_unit_id) OR (app_unit() = to_unit_id));

CREATE POLICY information_routine_add ON information_routine FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (published_by = app_person()));

CREATE POLICY information_routine_read ON information_routine FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY intervention_catalogue_add ON intervention_catalogue FOR INSERT TO samplan_app
  WITH CHECK (principal_id = app_principal());

CREATE POLICY intervention_catalogue_change ON intervention_catalogue FOR UPDATE TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY intervention_catalogue_fence ON intervention_catalogue FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY intervention_catalogue_public ON intervention_catalogue FOR SELECT TO samplan_app
  USING true;

CREATE POLICY intervention_offer_add ON intervention_offer FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (offered_by = app_person()) AND app_may_offer(item_id, to_unit_id));

CREATE POLICY intervention_offer_answer ON intervention_offer FOR UPDATE TO samplan_app
  USING ((app_unit() = from_unit_id) OR (app_unit() = to_unit_id));

CREATE POLICY intervention_offer_dispose ON intervention_offer FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY intervention_offer_fence ON intervention_offer FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY intervention_offer_fence_change ON intervention_offer FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY intervention_offer_read ON intervention_offer FOR SELECT TO samplan_app
  USING ((from_unit_id = app_unit()) OR ((to_unit_id = app_unit()) AND app_sees_offer(id)));

CREATE POLICY item_add ON item FOR INSERT TO samplan_app
  WITH CHECK ((author_id = app_person()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = item.plan_id) AND
        CASE item.author_kind
            WHEN 'staff'::text THEN (item.owner_unit_id = app_unit())
            ELSE (item.owner_unit_id = p.lead_unit_id)
        END))));

CREATE POLICY item_apart ON item FOR SELECT TO samplan_app
  USING ((kept_apart_on IS NULL) OR (owner_unit_id <> ALL (( SELECT app_own_units() AS app_own_units)::uuid[])) OR (EXISTS ( SELECT
   FROM item_named n
  WHERE (n.item_id = item.id))));

CREATE POLICY item_change ON item FOR UPDATE TO samplan_app
  USING (owner_unit_id = app_unit());

CREATE POLICY item_dispose ON item FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY item_disposed ON item FOR SELECT TO samplan_app
  USING ((disposed_on IS NULL) OR ( SELECT app_reads_version() AS app_reads_version));

CREATE POLICY item_fence ON item FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY item_fence_add ON item FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY item_fence_change ON item FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY item_log ON item FOR SELECT TO samplan_log
  USING true;

CREATE POLICY item_read ON item FOR SELECT TO samplan_app
  USING (((owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])) AND ((visibility <> 'named'::text) OR (EXISTS ( SELECT
   FROM item_named n
  WHERE (n.item_id = item.id))))) OR ((visibility = ANY (ARRAY['parties'::text, 'family'::text])) AND (plan_id = ( SELECT app_plan() AS app_plan)) AND ((((((owner_unit_id)::text || ':'::text) || category) = ANY (( SELECT app_open() AS app_open)::text[])) AND (id <> ALL (( SELECT app_excluded() AS app_excluded)::uuid[]))) OR (id = ANY (( SELECT app_disclosed() AS app_disclosed)::uuid[])))) OR ((visibility = 'family'::text) AND (plan_id = ANY (( SELECT app_family_plans() AS app_family_plans)::uuid[])) AND (id <> ALL (( SELECT app_withheld() AS app_withheld)::uuid[]))));

CREATE POLICY item_named_dispose ON item_named FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY item_named_fence ON item_named FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY item_named_fence_add ON item_named FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY item_named_fence_drop ON item_named FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY item_named_read ON item_named FOR SELECT TO samplan_app
  USING (person_id = app_person());

CREATE POLICY item_named_told ON item_named FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY item_subject_add ON item_subject FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = item_subject.item_id) AND (i.plan_id = item_subject.plan_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY item_subject_change ON item_subject FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = item_subject.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY item_subject_dispose ON item_subject FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY item_subject_fence ON item_subject FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY item_subject_fence_add ON item_subject FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY item_subject_read ON item_subject FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = item_subject.item_id) AND (i.owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])))));

CREATE POLICY known_question_dispose ON known_question FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY known_question_disposed ON known_question FOR SELECT TO samplan_app
  USING (NOT app_is_disposed(child_id, asked_on));

CREATE POLICY known_question_fence ON known_question FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY known_question_fence_add ON known_question FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY known_question_fence_change ON known_question FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY known_question_read ON known_question FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (EXISTS ( SELECT
   FROM known_question_unit u
  WHERE (u.question_id = known_question.id))));

CREATE POLICY known_question_reason_dispose ON known_question_reason FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY known_question_reason_fence ON known_question_reason FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY known_question_reason_fence_add ON known_question_reason FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY known_question_reason_fence_change ON known_question_reason FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY known_question_reason_read ON known_question_reason FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY known_question_unit_dispose ON known_question_unit FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY known_question_unit_fence ON known_question_unit FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY known_question_unit_fence_add ON known_question_unit FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY known_question_unit_read ON known_question_unit FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY lead_offer_add ON lead_offer FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (offered_by = app_person()) AND app_may_lead(plan_id, to_unit_id) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = lead_offer.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY lead_offer_answer ON lead_offer FOR UPDATE TO samplan_app
  USING ((app_unit() = from_unit_id) OR (app_unit() = to_unit_id));

CREATE POLICY lead_offer_dispose ON lead_offer FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY lead_offer_fence ON lead_offer FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY lead_offer_fence_change ON lead_offer FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY lead_offer_read ON lead_offer FOR SELECT TO samplan_app
  USING ((from_unit_id = app_unit()) OR ((to_unit_id = app_unit()) AND app_sees_lead_offer(id)));

CREATE POLICY link_review_add ON link_review FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = link_review.item_id) AND (i.kind = 'link'::text) AND (i.sort = 'lss-plan'::text) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY link_review_change ON link_review FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = link_review.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY link_review_dispose ON link_review FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY link_review_dispose_see ON link_review FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY link_review_read ON link_review FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = link_review.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY log_review_add ON log_review FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (principal_id = app_own_principal()) AND ((NOT own_unit) OR (unit_id = app_unit())));

CREATE POLICY log_review_log ON log_review FOR SELECT TO samplan_log
  USING true;

CREATE POLICY log_review_read ON log_review FOR SELECT TO samplan_app
  USING (principal_id = app_own_principal());

CREATE POLICY log_review_entry_add ON log_review_entry FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM log_review v
  WHERE ((v.id = log_review_entry.review_id) AND (v.person_id = app_person()))));

CREATE POLICY log_review_entry_log ON log_review_entry FOR SELECT TO samplan_log
  USING true;

CREATE POLICY log_review_entry_read ON log_review_entry FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM log_review v
  WHERE (v.id = log_review_entry.review_id)));

CREATE POLICY log_setting_keep ON log_setting FOR ALL TO samplan_owner
  USING true;

CREATE POLICY log_setting_log ON log_setting FOR SELECT TO samplan_log
  USING true;

CREATE POLICY log_setting_told ON log_setting FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY log_verdict_add ON log_verdict FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (entry_id IN ( SELECT e.entry_id
   FROM app_review_entries(log_verdict.review_id, false) e(entry_id, at, operation, outcome, staff_name, role, unit_id, objects, child_number, purpose, child_id, given_name, family_name, protection))));

CREATE POLICY log_verdict_read ON log_verdict FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM log_review v
  WHERE (v.id = log_verdict.review_id)));

CREATE POLICY login_fence ON login FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY login_read ON login FOR SELECT TO samplan_app
  USING (person_id = app_person());

CREATE POLICY mail_work ON mail FOR ALL TO samplan_worker
  USING true
  WITH CHECK true;

CREATE POLICY mail_told_add ON mail_told FOR INSERT TO samplan_worker
  WITH CHECK true;

CREATE POLICY mail_told_read ON mail_told FOR SELECT TO samplan_worker
  USING true;

CREATE POLICY maturity_assessment_add ON maturity_assessment FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY maturity_assessment_dispose ON maturity_assessment FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY maturity_assessment_fence ON maturity_assessment FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY maturity_assessment_fence_change ON maturity_assessment FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY maturity_assessment_read ON maturity_assessment FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY meeting_add ON meeting FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = meeting.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY meeting_change ON meeting FOR UPDATE TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting.plan_id))));

CREATE POLICY meeting_dispose ON meeting FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_fence ON meeting FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY meeting_fence_change ON meeting FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY meeting_read ON meeting FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting.plan_id)));

CREATE POLICY meeting_attendance_add ON meeting_attendance FOR INSERT TO samplan_app
  WITH CHECK ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_attendance.meeting_id))) AND app_chairs(meeting_id));

CREATE POLICY meeting_attendance_change ON meeting_attendance FOR UPDATE TO samplan_app
  USING ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_attendance.meeting_id))) AND app_chairs(meeting_id));

CREATE POLICY meeting_attendance_dispose ON meeting_attendance FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_attendance_fence ON meeting_attendance FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY meeting_attendance_fence_change ON meeting_attendance FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY meeting_attendance_read ON meeting_attendance FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_attendance.meeting_id))) AND app_chairs(meeting_id)));

CREATE POLICY meeting_family_attendance_add ON meeting_family_attendance FOR INSERT TO samplan_app
  WITH CHECK ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_family_attendance.meeting_id))) AND app_chairs(meeting_id));

CREATE POLICY meeting_family_attendance_change ON meeting_family_attendance FOR UPDATE TO samplan_app
  USING ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_family_attendance.meeting_id))) AND app_chairs(meeting_id));

CREATE POLICY meeting_family_attendance_dispose ON meeting_family_attendance FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_family_attendance_fence ON meeting_family_attendance FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY meeting_family_attendance_read ON meeting_family_attendance FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM meeting m
  WHERE (m.id = meeting_family_attendance.meeting_id))) AND ((person_id = app_person()) OR app_chairs(meeting_id)));

CREATE POLICY meeting_leader_add ON meeting_leader FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_leader.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_leader_change ON meeting_leader FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_leader.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_leader_dispose ON meeting_leader FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_leader_fence ON meeting_leader FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY meeting_leader_read ON meeting_leader FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_leader.meeting_id) AND (m.unit_id = app_unit())))) OR ((EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting_leader.plan_id))) AND app_may_place(plan_id)));

CREATE POLICY meeting_leader_self ON meeting_leader FOR SELECT TO samplan_app
  USING ((app_person() = ANY (person_ids)) AND (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting_leader.plan_id))));

CREATE POLICY meeting_link_add ON meeting_link FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_link.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_link_change ON meeting_link FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_link.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_link_dispose ON meeting_link FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_link_dispose_see ON meeting_link FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_link_read ON meeting_link FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting_link.plan_id))) AND app_may_attend(plan_id));

CREATE POLICY meeting_place_add ON meeting_place FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_place.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_place_change ON meeting_place FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_place.meeting_id) AND (m.unit_id = app_unit()))));

CREATE POLICY meeting_place_dispose ON meeting_place FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_place_dispose_see ON meeting_place FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_place_read ON meeting_place FOR SELECT TO samplan_app
  USING ((EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = meeting_place.plan_id))) AND app_may_place(plan_id));

CREATE POLICY meeting_reply_add ON meeting_reply FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_reply.meeting_id) AND (m.plan_id = ANY (app_family_plans()))))));

CREATE POLICY meeting_reply_change ON meeting_reply FOR UPDATE TO samplan_app
  USING (person_id = app_person());

CREATE POLICY meeting_reply_dispose ON meeting_reply FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_reply_dispose_see ON meeting_reply FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY meeting_reply_read ON meeting_reply FOR SELECT TO samplan_app
  USING ((person_id = app_person()) OR (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.id = meeting_reply.meeting_id) AND (m.unit_id = app_unit())))));

CREATE POLICY minute_add ON minute FOR INSERT TO samplan_app
  WITH CHECK ((EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = minute.item_id) AND (i.kind = 'minute'::text) AND (i.owner_unit_id = app_unit())))) AND app_chairs(meeting_id));

CREATE POLICY minute_change ON minute FOR UPDATE TO samplan_app
  USING ((EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = minute.item_id) AND (i.owner_unit_id = app_unit())))) AND app_chairs(meeting_id));

CREATE POLICY minute_dispose ON minute FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY minute_fence ON minute FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY minute_read ON minute FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE (i.id = minute.item_id)));

CREATE POLICY minute_correction_add ON minute_correction FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM (minute n
     JOIN item i ON ((i.id = n.item_id)))
  WHERE ((n.item_id = minute_correction.item_id) AND (n.settled_on IS NOT NULL) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY minute_correction_dispose ON minute_correction FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY minute_correction_dispose_see ON minute_correction FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY minute_correction_read ON minute_correction FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE (i.id = minute_correction.item_id)));

CREATE POLICY notification_mark_add ON notification_mark FOR INSERT TO samplan_app
  WITH CHECK (person_id = app_person());

CREATE POLICY notification_mark_own ON notification_mark FOR SELECT TO samplan_app
  USING (person_id = app_person());

CREATE POLICY objection_add ON objection FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (by_staff = (app_unit() IS NOT NULL)) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = objection.item_id) AND
        CASE
            WHEN objection.by_staff THEN (i.owner_unit_id = app_unit())
            ELSE (((objection.speaker = 'child'::text) = (i.plan_id = ANY (( SELECT app_self_plans() AS app_self_plans)::uuid[]))) AND ((NOT objection.is_kept) OR (objection.speaker = 'child'::text)))
        END))));

CREATE POLICY objection_change ON objection FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = objection.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY objection_dispose ON objection FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY objection_fence ON objection FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY objection_fence_add ON objection FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY objection_read ON objection FOR SELECT TO samplan_app
  USING app_sees_objected(item_id, is_kept, person_id);

CREATE POLICY objection_decision_add ON objection_decision FOR INSERT TO samplan_app
  WITH CHECK ((decided_by = app_person()) AND (EXISTS ( SELECT
   FROM (objection o
     JOIN item i ON ((i.id = o.item_id)))
  WHERE ((o.id = objection_decision.objection_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY objection_decision_dispose ON objection_decision FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY objection_decision_fence ON objection_decision FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY objection_decision_fence_add ON objection_decision FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY objection_decision_read ON objection_decision FOR SELECT TO samplan_app
  USING app_sees_objection(objection_id);

CREATE POLICY objection_keeping_add ON objection_keeping FOR INSERT TO samplan_app
  WITH CHECK ((decided_by = app_person()) AND (EXISTS ( SELECT
   FROM (objection o
     JOIN item i ON ((i.id = o.item_id)))
  WHERE ((o.id = objection_keeping.objection_id) AND ((i.owner_unit_id = app_unit()) OR ((app_unit() IS NULL) AND objection_keeping.is_kept AND o.is_kept AND (o.person_id = app_person())))))));

CREATE POLICY objection_keeping_dispose ON objection_keeping FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY objection_keeping_fence ON objection_keeping FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY objection_keeping_fence_add ON objection_keeping FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY objection_keeping_read ON objection_keeping FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM (objection o
     JOIN item i ON ((i.id = o.item_id)))
  WHERE ((o.id = objection_keeping.objection_id) AND (i.owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])))));

CREATE POLICY party_add ON party FOR INSERT TO samplan_app
  WITH CHECK (added_by_unit_id = app_unit());

CREATE POLICY party_change ON party FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY party_dispose ON party FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY party_fence ON party FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY party_fence_add ON party FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY party_fence_change ON party FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY party_log ON party FOR SELECT TO samplan_log
  USING true;

CREATE POLICY party_read ON party FOR SELECT TO samplan_app
  USING ((ARRAY[unit_id, added_by_unit_id] && ( SELECT app_own_units() AS app_own_units)) OR ((plan_id = ( SELECT app_place() AS app_place)) AND ((plan_id = ANY (( SELECT app_family_plans() AS app_family_plans)::uuid[])) OR ((plan_id = ( SELECT app_plan() AS app_plan)) AND (((unit_id)::text || ':participation'::text) = ANY (( SELECT app_open() AS app_open)::text[]))))));

CREATE POLICY person_dispose ON person FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY person_fence ON person FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY person_fence_add ON person FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY person_fence_change ON person FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY person_log ON person FOR SELECT TO samplan_log
  USING true;

CREATE POLICY person_read ON person FOR SELECT TO samplan_app
  USING ((id = app_person()) OR (staff_name IS NOT NULL) OR (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = person.id) AND (f.unit_id = app_unit())))) OR ((app_unit() IS NULL) AND (EXISTS ( SELECT
   FROM case_file f
  WHERE (f.child_id = person.id)))));

CREATE POLICY person_identifier_dispose ON person_identifier FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY person_identifier_fence ON person_identifier FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY person_identifier_fence_add ON person_identifier FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY person_identifier_read ON person_identifier FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM case_file f
  WHERE ((f.child_id = person_identifier.person_id) AND (f.unit_id = app_unit()))));

CREATE POLICY plan_add ON plan FOR INSERT TO samplan_app
  WITH CHECK (lead_unit_id = app_unit());

CREATE POLICY plan_change ON plan FOR UPDATE TO samplan_app
  USING (lead_unit_id = app_unit());

CREATE POLICY plan_dispose ON plan FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_fence ON plan FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_fence_change ON plan FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_log ON plan FOR SELECT TO samplan_log
  USING true;

CREATE POLICY plan_read ON plan FOR SELECT TO samplan_app
  USING ((id = ANY (( SELECT app_family_plans() AS app_family_plans)::uuid[])) OR (EXISTS ( SELECT
   FROM own_party y
  WHERE ((y.plan_id = plan.id) AND (y.state = ANY (ARRAY['accepted'::text, 'left'::text]))))));

CREATE POLICY plan_deadline_reason_add ON plan_deadline_reason FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (person_id = app_person()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_deadline_reason.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_deadline_reason_dispose ON plan_deadline_reason FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_deadline_reason_fence ON plan_deadline_reason FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_deadline_reason_fence_change ON plan_deadline_reason FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_deadline_reason_read ON plan_deadline_reason FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = plan_deadline_reason.plan_id))));

CREATE POLICY plan_follow_up_add ON plan_follow_up FOR INSERT TO samplan_app
  WITH CHECK ((person_id = app_person()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_follow_up.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_follow_up_dispose ON plan_follow_up FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_follow_up_fence ON plan_follow_up FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_follow_up_read ON plan_follow_up FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = plan_follow_up.plan_id)));

CREATE POLICY plan_lead_term_dispose ON plan_lead_term FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_lead_term_fence ON plan_lead_term FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_lead_term_fence_add ON plan_lead_term FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY plan_lead_term_fence_change ON plan_lead_term FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_lead_term_read ON plan_lead_term FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM party y
  WHERE ((y.plan_id = plan_lead_term.plan_id) AND (y.unit_id = plan_lead_term.unit_id))));

CREATE POLICY plan_origin_add ON plan_origin FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND ((EXISTS ( SELECT
   FROM hand_over h
  WHERE ((h.plan_id = plan_origin.follows_id) AND (h.to_unit_id = app_unit()) AND (h.state = 'accepted'::text)))) OR (EXISTS ( SELECT
   FROM (plan p
     JOIN plan q ON ((q.child_id = p.child_id)))
  WHERE ((p.id = plan_origin.follows_id) AND (q.id = plan_origin.plan_id) AND (p.lead_unit_id = app_unit()) AND (q.lead_unit_id = app_unit()) AND (p.kind = 'barnets-plan'::text) AND (q.kind = 'sip'::text))))));

CREATE POLICY plan_origin_dispose ON plan_origin FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_origin_fence ON plan_origin FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_origin_fence_change ON plan_origin FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_origin_read ON plan_origin FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY plan_reading_add ON plan_reading FOR INSERT TO samplan_app
  WITH CHECK ((app_unit() IS NULL) AND (person_id = app_person()) AND (plan_id = ANY (app_family_plans())));

CREATE POLICY plan_reading_dispose ON plan_reading FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_reading_dispose_see ON plan_reading FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_reading_read ON plan_reading FOR SELECT TO samplan_app
  USING (((app_unit() IS NULL) AND (person_id = app_person())) OR (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_reading.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_request_add ON plan_request FOR INSERT TO samplan_app
  WITH CHECK ((app_unit() IS NULL) AND (person_id = app_person()) AND (state = 'received'::text) AND (EXISTS ( SELECT
   FROM app_receivers(app_today()) v(principal_id, unit_id)
  WHERE ((v.principal_id = plan_request.principal_id) AND (v.unit_id = plan_request.unit_id)))));

CREATE POLICY plan_request_change ON plan_request FOR UPDATE TO samplan_app
  USING (unit_id = app_unit())
  WITH CHECK ((unit_id = app_unit()) AND (state <> 'withdrawn'::text));

CREATE POLICY plan_request_dispose ON plan_request FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_request_disposed ON plan_request FOR SELECT TO samplan_app
  USING (NOT app_is_disposed(child_id, received_on));

CREATE POLICY plan_request_fence ON plan_request FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_request_fence_change ON plan_request FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_request_read ON plan_request FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (id IN ( SELECT app_my_requests() AS app_my_requests)));

CREATE POLICY plan_request_withdraw ON plan_request FOR UPDATE TO samplan_app
  USING ((app_unit() IS NULL) AND (id IN ( SELECT app_my_requests() AS app_my_requests)))
  WITH CHECK ((app_unit() IS NULL) AND (state = 'withdrawn'::text));

CREATE POLICY plan_request_handling_add ON plan_request_handling FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (assigned_by = app_person()) AND (EXISTS ( SELECT
   FROM plan_request r
  WHERE ((r.id = plan_request_handling.request_id) AND (r.unit_id = app_unit())))));

CREATE POLICY plan_request_handling_change ON plan_request_handling FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY plan_request_handling_dispose ON plan_request_handling FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_request_handling_fence ON plan_request_handling FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_request_handling_fence_change ON plan_request_handling FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_request_handling_read ON plan_request_handling FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY plan_request_plan_add ON plan_request_plan FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM (plan_request r
     JOIN plan p ON ((p.child_id = r.child_id)))
  WHERE ((r.id = plan_request_plan.request_id) AND (r.unit_id = app_unit()) AND (p.id = plan_request_plan.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_request_plan_dispose ON plan_request_plan FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_request_plan_fence ON plan_request_plan FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_request_plan_fence_change ON plan_request_plan FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_request_plan_read ON plan_request_plan FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR ((app_unit() IS NULL) AND (plan_id = ANY (app_family_plans()))));

CREATE POLICY plan_status_change_add ON plan_status_change FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_status_change.plan_id) AND (p.lead_unit_id = app_unit()))));

CREATE POLICY plan_status_change_dispose ON plan_status_change FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_status_change_fence ON plan_status_change FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_status_change_fence_add ON plan_status_change FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY plan_status_change_read ON plan_status_change FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = plan_status_change.plan_id)));

CREATE POLICY plan_status_reason_add ON plan_status_reason FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY plan_status_reason_dispose ON plan_status_reason FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_status_reason_fence ON plan_status_reason FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_status_reason_fence_change ON plan_status_reason FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_status_reason_read ON plan_status_reason FOR SELECT TO samplan_app
  USING ((unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])) AND (EXISTS ( SELECT
   FROM plan_status_change c
  WHERE (c.id = plan_status_reason.change_id))));

CREATE POLICY plan_status_reason_refusal ON plan_status_reason FOR SELECT TO samplan_app
  USING ((declined_by = 'principal'::text) AND (EXISTS ( SELECT
   FROM (plan_status_change c
     JOIN plan p ON ((p.id = c.plan_id)))
  WHERE ((c.id = plan_status_reason.change_id) AND (p.id = ANY (app_family_plans())) AND app_knows_place(p.child_id)))));

CREATE POLICY plan_transition_add ON plan_transition FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (planned_by = app_person()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_transition.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_transition_change ON plan_transition FOR UPDATE TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_transition.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY plan_transition_dispose ON plan_transition FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_transition_family ON plan_transition FOR SELECT TO samplan_app
  USING ((app_unit() IS NULL) AND for_family AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_transition.plan_id) AND (p.id = ANY (app_family_plans())) AND app_knows_place(p.child_id)))));

CREATE POLICY plan_transition_fence ON plan_transition FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_transition_fence_change ON plan_transition FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_transition_read ON plan_transition FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) AND (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_transition.plan_id) AND app_knows_place(p.child_id)))));

CREATE POLICY plan_transition_receiver_add ON plan_transition_receiver FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM plan_transition t
  WHERE ((t.id = plan_transition_receiver.transition_id) AND (t.unit_id = app_unit()) AND (t.state = 'planned'::text))));

CREATE POLICY plan_transition_receiver_dispose ON plan_transition_receiver FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_transition_receiver_fence ON plan_transition_receiver FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_transition_receiver_fence_change ON plan_transition_receiver FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY plan_transition_receiver_read ON plan_transition_receiver FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM plan_transition t
  WHERE (t.id = plan_transition_receiver.transition_id)));

CREATE POLICY plan_version_add ON plan_version FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = plan_version.plan_id) AND (p.lead_unit_id = app_unit()))));

CREATE POLICY plan_version_dispose ON plan_version FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_version_fence ON plan_version FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY plan_version_read ON plan_version FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM plan p
  WHERE (p.id = plan_version.plan_id)));

CREATE POLICY plan_version_item_dispose ON plan_version_item FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_version_item_dispose_see ON plan_version_item FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY plan_version_item_fence_add ON plan_version_item FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY plan_version_item_read ON plan_version_item FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE (i.id = plan_version_item.item_id)));

CREATE POLICY principal_fence ON principal FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY principal_public ON principal FOR SELECT TO samplan_app
  USING true;

CREATE POLICY principal_told ON principal FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY protection_record_add ON protection_record FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (person_id = app_person()));

CREATE POLICY protection_record_dispose ON protection_record FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY protection_record_fence ON protection_record FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY protection_record_fence_add ON protection_record FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY protection_record_read ON protection_record FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY public_request_add ON public_request FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (registered_by = app_person()) AND (state = 'open'::text));

CREATE POLICY public_request_change ON public_request FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY public_request_dispose ON public_request FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY public_request_fence ON public_request FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY public_request_fence_add ON public_request FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY public_request_fence_change ON public_request FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY public_request_read ON public_request FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY public_request_item_add ON public_request_item FOR INSERT TO samplan_app
  WITH CHECK ((listed_by = app_person()) AND (EXISTS ( SELECT
   FROM public_request r
  WHERE ((r.id = public_request_item.request_id) AND (r.unit_id = app_unit()) AND (r.state = 'open'::text)))) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = public_request_item.item_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY public_request_item_change ON public_request_item FOR UPDATE TO samplan_app
  USING ((EXISTS ( SELECT
   FROM public_request r
  WHERE ((r.id = public_request_item.request_id) AND (r.unit_id = app_unit())))) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = public_request_item.item_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY public_request_item_dispose ON public_request_item FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY public_request_item_dispose_see ON public_request_item FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY public_request_item_fence ON public_request_item FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY public_request_item_fence_add ON public_request_item FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY public_request_item_of_child ON public_request_item FOR INSERT TO samplan_app
  WITH CHECK ((NOT (EXISTS ( SELECT
   FROM data_extract e
  WHERE (e.request_id = public_request_item.request_id)))) OR (EXISTS ( SELECT
   FROM ((data_extract e
     JOIN plan p ON ((p.child_id = e.child_id)))
     JOIN item i ON ((i.plan_id = p.id)))
  WHERE ((e.request_id = public_request_item.request_id) AND (i.id = public_request_item.item_id)))));

CREATE POLICY public_request_item_read ON public_request_item FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM public_request r
  WHERE ((r.id = public_request_item.request_id) AND (r.unit_id = app_unit()))));

CREATE POLICY questionnaire_add ON questionnaire FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (drafted_by = app_person()));

CREATE POLICY questionnaire_change ON questionnaire FOR UPDATE TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY questionnaire_public ON questionnaire FOR SELECT TO samplan_app
  USING true;

CREATE POLICY register_import_dispose_see ON register_import FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY register_import_own ON register_import FOR ALL TO samplan_app
  USING (unit_id = app_unit())
  WITH CHECK (unit_id = app_unit());

CREATE POLICY register_import_row_dispose ON register_import_row FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY register_import_row_dispose_see ON register_import_row FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY register_import_row_own ON register_import_row FOR ALL TO samplan_app
  USING (EXISTS ( SELECT
   FROM register_import i
  WHERE (i.id = register_import_row.import_id)))
  WITH CHECK (EXISTS ( SELECT
   FROM register_import i
  WHERE (i.id = register_import_row.import_id)));

CREATE POLICY register_message_dispose ON register_message FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY register_message_dispose_see ON register_message FOR SELECT TO samplan_fence
  USING app_disposing();

CREATE POLICY register_message_own ON register_message FOR ALL TO samplan_app
  USING (unit_id = app_unit())
  WITH CHECK (unit_id = app_unit());

CREATE POLICY relation_add ON relation FOR INSERT TO samplan_app
  WITH CHECK (unit_id = app_unit());

CREATE POLICY relation_change ON relation FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY relation_dispose ON relation FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY relation_fence ON relation FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY relation_fence_add ON relation FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY relation_fence_change ON relation FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY relation_fence_drop ON relation FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY relation_read ON relation FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) OR (person_id = app_person()));

CREATE POLICY reorganisation_add ON reorganisation FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (drafted_by = app_person()) AND (status = 'drafted'::text) AND (version = 1));

CREATE POLICY reorganisation_fence ON reorganisation FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_fence_change ON reorganisation FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY reorganisation_read ON reorganisation FOR SELECT TO samplan_app
  USING ((id IN ( SELECT app_reorganisations() AS app_reorganisations)) OR (id IN ( SELECT app_own_drafts() AS app_own_drafts)));

CREATE POLICY reorganisation_case_fence ON reorganisation_case FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_case_fence_add ON reorganisation_case FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY reorganisation_move_add ON reorganisation_move FOR INSERT TO samplan_app
  WITH CHECK (reorganisation_id IN ( SELECT app_own_drafts() AS app_own_drafts));

CREATE POLICY reorganisation_move_fence ON reorganisation_move FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_move_read ON reorganisation_move FOR SELECT TO samplan_app
  USING (reorganisation_id IN ( SELECT app_reorganisations() AS app_reorganisations));

CREATE POLICY reorganisation_part_add ON reorganisation_part FOR INSERT TO samplan_app
  WITH CHECK ((staff = 0) AND (reorganisation_id IN ( SELECT app_own_drafts() AS app_own_drafts)));

CREATE POLICY reorganisation_part_fence ON reorganisation_part FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_part_fence_change ON reorganisation_part FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY reorganisation_part_read ON reorganisation_part FOR SELECT TO samplan_app
  USING (reorganisation_id IN ( SELECT app_reorganisations() AS app_reorganisations));

CREATE POLICY reorganisation_placement_fence ON reorganisation_placement FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_placement_fence_add ON reorganisation_placement FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY reorganisation_placement_fence_drop ON reorganisation_placement FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY reorganisation_placement_read ON reorganisation_placement FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY reorganisation_side_add ON reorganisation_side FOR INSERT TO samplan_app
  WITH CHECK ((decided_on IS NULL) AND (reorganisation_id IN ( SELECT app_own_drafts() AS app_own_drafts)));

CREATE POLICY reorganisation_side_fence ON reorganisation_side FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY reorganisation_side_fence_change ON reorganisation_side FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY reorganisation_side_read ON reorganisation_side FOR SELECT TO samplan_app
  USING (reorganisation_id IN ( SELECT app_reorganisations() AS app_reorganisations));

CREATE POLICY request_receiver_add ON request_receiver FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (chosen_by = app_person()));

CREATE POLICY request_receiver_fence ON request_receiver FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY request_receiver_public ON request_receiver FOR SELECT TO samplan_app
  USING true;

CREATE POLICY retention_mark_add ON retention_mark FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (set_by = app_person()));

CREATE POLICY retention_mark_change ON retention_mark FOR UPDATE TO samplan_app
  USING (unit_id = app_unit())
  WITH CHECK (ended_by = app_person());

CREATE POLICY retention_mark_dispose ON retention_mark FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY retention_mark_fence ON retention_mark FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY retention_mark_fence_change ON retention_mark FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY retention_mark_read ON retention_mark FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY river_job_dispose ON job.river_job FOR INSERT TO samplan_fence
  WITH CHECK ((kind = 'discard'::text) AND app_disposing());

CREATE POLICY river_job_own ON job.river_job FOR ALL TO samplan_app
  USING 
CASE kind
    WHEN 'greeting'::text THEN ((args ->> 'addressId'::text) IN ( SELECT (c.id)::text AS id
       FROM contact_address c))
    WHEN 'discard'::text THEN (EXISTS ( SELECT
       FROM (attachment a
         JOIN item i ON ((i.id = a.item_id)))
      WHERE (((a.item_id)::text = (river_job.args ->> 'itemId'::text)) AND (i.owner_unit_id = app_unit()))))
    ELSE false
END
  WITH CHECK 
CASE kind
    WHEN 'greeting'::text THEN ((args ->> 'addressId'::text) IN ( SELECT (c.id)::text AS id
       FROM contact_address c))
    WHEN 'discard'::text THEN (EXISTS ( SELECT
       FROM (attachment a
         JOIN item i ON ((i.id = a.item_id)))
      WHERE (((a.item_id)::text = (river_job.args ->> 'itemId'::text)) AND (i.owner_unit_id = app_unit()))))
    ELSE false
END;

CREATE POLICY river_job_work ON job.river_job FOR ALL TO samplan_worker
  USING true
  WITH CHECK true;

CREATE POLICY river_leader_work ON job.river_leader FOR ALL TO samplan_worker
  USING true
  WITH CHECK true;

CREATE POLICY river_notification_work ON job.river_notification FOR ALL TO samplan_worker
  USING true
  WITH CHECK true;

CREATE POLICY river_queue_work ON job.river_queue FOR ALL TO samplan_worker
  USING true
  WITH CHECK true;

CREATE POLICY role_holder_add ON role_holder FOR INSERT TO samplan_app
  WITH CHECK app_takes_role(party_id, role, stands_in_for_id);

CREATE POLICY role_holder_change ON role_holder FOR UPDATE TO samplan_app
  USING ((EXISTS ( SELECT
   FROM party y
  WHERE ((y.id = role_holder.party_id) AND (y.unit_id = app_unit())))) OR (EXISTS ( SELECT
   FROM plan p
  WHERE ((p.id = role_holder.plan_id) AND (p.lead_unit_id = app_unit())))));

CREATE POLICY role_holder_dispose ON role_holder FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY role_holder_fence ON role_holder FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY role_holder_fence_add ON role_holder FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY role_holder_fence_change ON role_holder FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY role_holder_read ON role_holder FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM party y
  WHERE (y.id = role_holder.party_id)));

CREATE POLICY role_offer_add ON role_offer FOR INSERT TO samplan_app
  WITH CHECK ((from_unit_id = app_unit()) AND (offered_by = app_person()) AND app_gives_role(plan_id, role));

CREATE POLICY role_offer_answer ON role_offer FOR UPDATE TO samplan_app
  USING (to_unit_id = app_unit());

CREATE POLICY role_offer_dispose ON role_offer FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY role_offer_fence ON role_offer FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY role_offer_fence_change ON role_offer FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY role_offer_read ON role_offer FOR SELECT TO samplan_app
  USING ((to_unit_id = app_unit()) OR ((from_unit_id = app_unit()) AND (offered_by = app_person())));

CREATE POLICY routine_choice_add ON routine_choice FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (chosen_by = app_person()));

CREATE POLICY routine_choice_fence ON routine_choice FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY routine_choice_public ON routine_choice FOR SELECT TO samplan_app
  USING true;

CREATE POLICY routine_version_add ON routine_version FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (loaded_by = app_person()));

CREATE POLICY routine_version_built_in ON routine_version FOR ALL TO samplan_owner
  USING (principal_id IS NULL)
  WITH CHECK (principal_id IS NULL);

CREATE POLICY routine_version_fence ON routine_version FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY routine_version_public ON routine_version FOR SELECT TO samplan_app
  USING true;

CREATE POLICY seal_add ON seal FOR INSERT TO samplan_sealer
  WITH CHECK true;

CREATE POLICY seal_read ON seal FOR SELECT TO samplan_sealer
  USING true;

CREATE POLICY seal_key_add ON seal_key FOR INSERT TO samplan_sealer
  WITH CHECK true;

CREATE POLICY seal_key_read ON seal_key FOR SELECT TO samplan_sealer
  USING true;

CREATE POLICY seal_leaf_add ON seal_leaf FOR INSERT TO samplan_sealer
  WITH CHECK true;

CREATE POLICY seal_leaf_read ON seal_leaf FOR SELECT TO samplan_sealer
  USING true;

CREATE POLICY seal_leaf_weed ON seal_leaf FOR SELECT TO samplan_disposal
  USING true;

CREATE POLICY statistics_active_fence ON statistics_active FOR ALL TO samplan_fence
  USING true;

CREATE POLICY statistics_event_fence ON statistics_event FOR ALL TO samplan_fence
  USING true;

CREATE POLICY survey_answer_add ON survey_answer FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY survey_answer_change ON survey_answer FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY survey_answer_fence ON survey_answer FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY survey_taken_add ON survey_taken FOR INSERT TO samplan_fence
  WITH CHECK (person_id = app_person());

CREATE POLICY survey_taken_dispose ON survey_taken FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY survey_taken_fence ON survey_taken FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY survey_taken_own ON survey_taken FOR SELECT TO samplan_app
  USING (person_id = app_person());

CREATE POLICY term_setting_public ON term_setting FOR SELECT TO samplan_app, samplan_fence
  USING true;

CREATE POLICY unit_fence ON unit FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_fence_add ON unit FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY unit_fence_change ON unit FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY unit_fence_drop ON unit FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY unit_log ON unit FOR SELECT TO samplan_log
  USING true;

CREATE POLICY unit_public ON unit FOR SELECT TO samplan_app
  USING true;

CREATE POLICY unit_code_fence ON unit_code FOR ALL TO samplan_fence
  USING true
  WITH CHECK true;

CREATE POLICY unit_code_public ON unit_code FOR SELECT TO samplan_app
  USING true;

CREATE POLICY unit_import_add ON unit_import FOR INSERT TO samplan_app
  WITH CHECK ((principal_id = app_principal()) AND (started_by = app_person()) AND (status = 'awaiting'::text));

CREATE POLICY unit_import_change ON unit_import FOR UPDATE TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY unit_import_fence ON unit_import FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_import_read ON unit_import FOR SELECT TO samplan_app
  USING (principal_id = app_principal());

CREATE POLICY unit_import_row_add ON unit_import_row FOR INSERT TO samplan_app
  WITH CHECK (EXISTS ( SELECT
   FROM unit_import i
  WHERE ((i.id = unit_import_row.import_id) AND (i.status = 'awaiting'::text))));

CREATE POLICY unit_import_row_fence ON unit_import_row FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_import_row_read ON unit_import_row FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM unit_import i
  WHERE (i.id = unit_import_row.import_id)));

CREATE POLICY unit_place_fence ON unit_place FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_place_fence_add ON unit_place FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY unit_place_fence_change ON unit_place FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY unit_place_fence_drop ON unit_place FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY unit_place_public ON unit_place FOR SELECT TO samplan_app
  USING true;

CREATE POLICY unit_predecessor_fence ON unit_predecessor FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_predecessor_fence_add ON unit_predecessor FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY unit_predecessor_fence_drop ON unit_predecessor FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY unit_predecessor_public ON unit_predecessor FOR SELECT TO samplan_app
  USING true;

CREATE POLICY unit_successor_fence ON unit_successor FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY unit_successor_fence_add ON unit_successor FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY unit_successor_fence_drop ON unit_successor FOR DELETE TO samplan_fence
  USING true;

CREATE POLICY unit_successor_public ON unit_successor FOR SELECT TO samplan_app
  USING true;

CREATE POLICY used_once_fence ON used_once FOR ALL TO samplan_fence
  USING true;

CREATE POLICY webhook_fence ON webhook FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY webhook_own ON webhook FOR ALL TO samplan_app
  USING (client_id = app_system());

CREATE POLICY webhook_delivery_fence ON webhook_delivery FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY webhook_delivery_own ON webhook_delivery FOR ALL TO samplan_app
  USING (EXISTS ( SELECT
   FROM webhook w
  WHERE (w.id = webhook_delivery.webhook_id)));

CREATE POLICY whereabouts_add ON whereabouts FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (author_id = app_person()) AND app_knows_place(child_id));

CREATE POLICY whereabouts_change ON whereabouts FOR UPDATE TO samplan_app
  USING ((unit_id = app_unit()) AND app_knows_place(child_id));

CREATE POLICY whereabouts_dispose ON whereabouts FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY whereabouts_fence ON whereabouts FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY whereabouts_fence_change ON whereabouts FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY whereabouts_read ON whereabouts FOR SELECT TO samplan_app
  USING ((unit_id = app_unit()) AND app_knows_place(child_id));

CREATE POLICY whereabouts_block_add ON whereabouts_block FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (decided_by = app_person()));

CREATE POLICY whereabouts_block_change ON whereabouts_block FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY whereabouts_block_dispose ON whereabouts_block FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY whereabouts_block_fence ON whereabouts_block FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY whereabouts_block_fence_change ON whereabouts_block FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY whereabouts_block_read ON whereabouts_block FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY whereabouts_reader_add ON whereabouts_reader FOR INSERT TO samplan_app
  WITH CHECK ((unit_id = app_unit()) AND (granted_by = app_person()));

CREATE POLICY whereabouts_reader_change ON whereabouts_reader FOR UPDATE TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY whereabouts_reader_dispose ON whereabouts_reader FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY whereabouts_reader_fence ON whereabouts_reader FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY whereabouts_reader_fence_change ON whereabouts_reader FOR UPDATE TO samplan_fence
  USING true;

CREATE POLICY whereabouts_reader_read ON whereabouts_reader FOR SELECT TO samplan_app
  USING (unit_id = app_unit());

CREATE POLICY withholding_add ON withholding FOR INSERT TO samplan_app
  WITH CHECK ((NOT asked) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = withholding.item_id) AND (i.owner_unit_id = app_unit())))));

CREATE POLICY withholding_ask ON withholding FOR INSERT TO samplan_app
  WITH CHECK (asked AND (app_unit() IS NULL) AND (decided_by = app_person()) AND (ended_on IS NULL) AND (assessed_on IS NULL) AND (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = withholding.item_id) AND (i.author_id = app_person()) AND (i.author_kind = 'child'::text)))));

CREATE POLICY withholding_asked ON withholding FOR SELECT TO samplan_app
  USING (asked AND (app_unit() IS NULL) AND (decided_by = app_person()));

CREATE POLICY withholding_change ON withholding FOR UPDATE TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = withholding.item_id) AND (i.owner_unit_id = app_unit()))));

CREATE POLICY withholding_dispose ON withholding FOR DELETE TO samplan_fence
  USING app_disposing();

CREATE POLICY withholding_fence ON withholding FOR SELECT TO samplan_fence
  USING true;

CREATE POLICY withholding_fence_add ON withholding FOR INSERT TO samplan_fence
  WITH CHECK true;

CREATE POLICY withholding_read ON withholding FOR SELECT TO samplan_app
  USING (EXISTS ( SELECT
   FROM item i
  WHERE ((i.id = withholding.item_id) AND (i.owner_unit_id = ANY (( SELECT app_own_units() AS app_own_units)::uuid[])))));

CREATE POLICY withholding_told ON withholding FOR SELECT TO samplan_fence
  USING true;

-- Rights on tables
GRANT INSERT, SELECT ON absence TO samplan_app;
GRANT DELETE, SELECT ON absence TO samplan_fence;
GRANT SELECT ON assignment TO samplan_app;
GRANT INSERT, SELECT ON assignment TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON attachment TO samplan_app;
GRANT DELETE, SELECT ON attachment TO samplan_fence;
GRANT INSERT, SELECT ON attachment_content TO samplan_app;
GRANT DELETE, SELECT ON attachment_content TO samplan_fence;
GRANT INSERT ON audit_entry TO samplan_app;
GRANT DELETE, INSERT ON audit_entry TO samplan_disposal;
GRANT INSERT ON audit_entry TO samplan_fence;
GRANT SELECT ON audit_entry TO samplan_log;
GRANT INSERT, SELECT ON audit_entry TO samplan_sealer;
GRANT SELECT ON authority TO samplan_app;
GRANT SELECT ON authority TO samplan_fence;
GRANT SELECT ON branch TO samplan_app;
GRANT SELECT ON branch TO samplan_fence;
GRANT INSERT, SELECT ON call TO samplan_app;
GRANT DELETE, SELECT ON call TO samplan_fence;
GRANT INSERT, SELECT ON call_addressee TO samplan_app;
GRANT DELETE, INSERT, SELECT ON call_addressee TO samplan_fence;
GRANT INSERT, SELECT ON care_block TO samplan_app;
GRANT DELETE, SELECT ON care_block TO samplan_fence;
GRANT INSERT, SELECT ON care_block_reason TO samplan_app;
GRANT DELETE, SELECT ON care_block_reason TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON case_file TO samplan_app;
GRANT DELETE, INSERT, SELECT ON case_file TO samplan_fence;
GRANT SELECT ON case_file TO samplan_log;
GRANT DELETE, INSERT, SELECT ON case_file_folded TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON case_worker TO samplan_app;
GRANT DELETE, INSERT, SELECT ON case_worker TO samplan_fence;
GRANT INSERT, SELECT ON checkpoint TO samplan_sealer;
GRANT INSERT, SELECT ON client TO samplan_app;
GRANT SELECT ON client TO samplan_fence;
GRANT INSERT, SELECT ON client_key TO samplan_app;
GRANT SELECT ON client_key TO samplan_fence;
GRANT DELETE, INSERT, SELECT ON client_token TO samplan_fence;
GRANT INSERT, SELECT ON collaboration_group TO samplan_app;
GRANT SELECT ON collaboration_group TO samplan_fence;
GRANT INSERT, SELECT ON concern_handling TO samplan_app;
GRANT DELETE, SELECT ON concern_handling TO samplan_fence;
GRANT INSERT, SELECT ON concern_report TO samplan_app;
GRANT DELETE, SELECT ON concern_report TO samplan_fence;
GRANT INSERT, SELECT ON confirmation TO samplan_app;
GRANT DELETE, SELECT ON confirmation TO samplan_fence;
GRANT INSERT, SELECT ON consent TO samplan_app;
GRANT DELETE, INSERT, SELECT ON consent TO samplan_fence;
GRANT SELECT ON consent TO samplan_log;
GRANT INSERT, SELECT ON consent_exclusion TO samplan_app;
GRANT DELETE, INSERT, SELECT ON consent_exclusion TO samplan_fence;
GRANT INSERT, SELECT ON consent_giver TO samplan_app;
GRANT DELETE, INSERT, SELECT ON consent_giver TO samplan_fence;
GRANT SELECT ON consent_giver TO samplan_log;
GRANT INSERT, SELECT ON consent_scope TO samplan_app;
GRANT DELETE, INSERT, SELECT ON consent_scope TO samplan_fence;
GRANT INSERT, SELECT ON consent_signature TO samplan_app;
GRANT DELETE, SELECT ON consent_signature TO samplan_fence;
GRANT INSERT, SELECT ON contact_address TO samplan_app;
GRANT SELECT ON contact_address TO samplan_fence;
GRANT INSERT, SELECT ON contact_card TO samplan_app;
GRANT INSERT, SELECT ON custody_decision TO samplan_app;
GRANT DELETE, SELECT ON custody_decision TO samplan_fence;
GRANT INSERT, SELECT ON custody_measure TO samplan_app;
GRANT DELETE, SELECT ON custody_measure TO samplan_fence;
GRANT SELECT ON data_extract TO samplan_app;
GRANT DELETE, INSERT, SELECT ON data_extract TO samplan_fence;
GRANT INSERT, SELECT ON data_extract_extension TO samplan_app;
GRANT DELETE, SELECT ON data_extract_extension TO samplan_fence;
GRANT INSERT, SELECT ON decision TO samplan_app;
GRANT DELETE, SELECT ON decision TO samplan_fence;
GRANT INSERT, SELECT ON decision_answer TO samplan_app;
GRANT DELETE, SELECT ON decision_answer TO samplan_fence;
GRANT INSERT, SELECT ON deviation TO samplan_app;
GRANT SELECT ON deviation TO samplan_fence;
GRANT INSERT, SELECT ON deviation_case TO samplan_app;
GRANT SELECT ON deviation_case TO samplan_fence;
GRANT INSERT, SELECT ON deviation_child TO samplan_app;
GRANT DELETE, SELECT ON deviation_child TO samplan_fence;
GRANT INSERT, SELECT ON deviation_contact TO samplan_app;
GRANT SELECT ON deviation_contact TO samplan_fence;
GRANT INSERT, SELECT ON deviation_measure TO samplan_app;
GRANT SELECT ON deviation_measure TO samplan_fence;
GRANT INSERT, SELECT ON deviation_reporter TO samplan_app;
GRANT SELECT ON deviation_reporter TO samplan_fence;
GRANT INSERT, SELECT ON deviation_suggestion TO samplan_app;
GRANT DELETE, SELECT ON deviation_suggestion TO samplan_fence;
GRANT INSERT, SELECT ON disclosure TO samplan_app;
GRANT DELETE, SELECT ON disclosure TO samplan_fence;
GRANT SELECT ON disclosure TO samplan_log;
GRANT INSERT, SELECT ON disposal_case TO samplan_app;
GRANT INSERT, SELECT ON disposal_case TO samplan_fence;
GRANT INSERT, SELECT ON disposal_certificate TO samplan_fence;
GRANT INSERT, SELECT ON disposal_decision TO samplan_app;
GRANT INSERT, SELECT ON disposal_decision TO samplan_fence;
GRANT INSERT, SELECT ON disposal_run TO samplan_app;
GRANT INSERT, SELECT ON disposal_run TO samplan_fence;
GRANT INSERT, SELECT ON disposal_setting TO samplan_app;
GRANT SELECT ON disposal_setting TO samplan_fence;
GRANT INSERT, SELECT ON emergency_access TO samplan_app;
GRANT DELETE, SELECT ON emergency_access TO samplan_fence;
GRANT INSERT, SELECT ON emergency_inquiry TO samplan_app;
GRANT DELETE, SELECT ON emergency_inquiry TO samplan_fence;
GRANT INSERT, SELECT ON emergency_review TO samplan_app;
GRANT DELETE, SELECT ON emergency_review TO samplan_fence;
GRANT INSERT, SELECT ON emergency_review_note TO samplan_app;
GRANT DELETE, SELECT ON emergency_review_note TO samplan_fence;
GRANT INSERT, SELECT ON evaluation TO samplan_app;
GRANT DELETE, SELECT ON evaluation TO samplan_fence;
GRANT SELECT ON event TO samplan_app;
GRANT DELETE, INSERT, SELECT ON event TO samplan_fence;
GRANT INSERT, SELECT ON formulation_review TO samplan_app;
GRANT INSERT, SELECT ON formulation_sample TO samplan_app;
GRANT INSERT, SELECT ON forum_case TO samplan_app;
GRANT SELECT ON forum_case TO samplan_fence;
GRANT INSERT, SELECT ON forum_case_child TO samplan_app;
GRANT DELETE, SELECT ON forum_case_child TO samplan_fence;
GRANT INSERT, SELECT ON forum_case_text TO samplan_app;
GRANT DELETE, SELECT ON forum_case_text TO samplan_fence;
GRANT INSERT, SELECT ON forum_contribution TO samplan_app;
GRANT DELETE, SELECT ON forum_contribution TO samplan_fence;
GRANT INSERT, SELECT ON forum_learning TO samplan_app;
GRANT DELETE, SELECT ON forum_learning TO samplan_fence;
GRANT INSERT, SELECT ON forum_link_opening TO samplan_app;
GRANT SELECT ON forum_link_opening TO samplan_fence;
GRANT INSERT, SELECT ON forum_session TO samplan_app;
GRANT INSERT, SELECT ON group_member TO samplan_app;
GRANT SELECT ON group_member TO samplan_fence;
GRANT INSERT, SELECT ON hand_over TO samplan_app;
GRANT DELETE, SELECT ON hand_over TO samplan_fence;
GRANT DELETE, INSERT, SELECT, UPDATE ON idempotency_key TO samplan_app;
GRANT DELETE ON idempotency_key TO samplan_fence;
GRANT INSERT, SELECT ON information_ground TO samplan_app;
GRANT DELETE, SELECT ON information_ground TO samplan_fence;
GRANT INSERT, SELECT ON information_handling TO samplan_app;
GRANT DELETE, SELECT ON information_handling TO samplan_fence;
GRANT INSERT, SELECT ON information_request TO samplan_app;
GRANT DELETE, SELECT ON information_request TO samplan_fence;
GRANT INSERT, SELECT ON information_routine TO samplan_app;
GRANT INSERT, SELECT, UPDATE ON intervention_catalogue TO samplan_app;
GRANT SELECT ON intervention_catalogue TO samplan_fence;
GRANT INSERT, SELECT ON intervention_offer TO samplan_app;
GRANT DELETE, SELECT ON intervention_offer TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON item TO samplan_app;
GRANT DELETE, INSERT, SELECT ON item TO samplan_fence;
GRANT SELECT ON item TO samplan_log;
GRANT SELECT ON item_named TO samplan_app;
GRANT DELETE, INSERT, SELECT ON item_named TO samplan_fence;
GRANT INSERT, SELECT ON item_subject TO samplan_app;
GRANT DELETE, INSERT, SELECT ON item_subject TO samplan_fence;
GRANT SELECT ON known_child TO samplan_app;
GRANT SELECT ON known_disclosure TO samplan_app;
GRANT SELECT ON known_party TO samplan_app;
GRANT SELECT ON known_question TO samplan_app;
GRANT DELETE, INSERT, SELECT ON known_question TO samplan_fence;
GRANT SELECT ON known_question_reason TO samplan_app;
GRANT DELETE, INSERT, SELECT ON known_question_reason TO samplan_fence;
GRANT SELECT ON known_question_unit TO samplan_app;
GRANT DELETE, INSERT, SELECT ON known_question_unit TO samplan_fence;
GRANT INSERT, SELECT ON lead_offer TO samplan_app;
GRANT DELETE, SELECT ON lead_offer TO samplan_fence;
GRANT INSERT, SELECT ON link_review TO samplan_app;
GRANT DELETE, SELECT ON link_review TO samplan_fence;
GRANT SELECT ON live_consent TO samplan_app;
GRANT INSERT, SELECT ON log_review TO samplan_app;
GRANT SELECT ON log_review TO samplan_log;
GRANT INSERT, SELECT ON log_review_entry TO samplan_app;
GRANT SELECT ON log_review_entry TO samplan_log;
GRANT SELECT ON log_setting TO samplan_fence;
GRANT SELECT ON log_setting TO samplan_log;
GRANT INSERT, SELECT ON log_verdict TO samplan_app;
GRANT SELECT ON login TO samplan_app;
GRANT SELECT ON login TO samplan_fence;
GRANT INSERT, SELECT ON mail TO samplan_worker;
GRANT INSERT, SELECT ON mail_told TO samplan_worker;
GRANT SELECT ON mailable_address TO samplan_worker;
GRANT INSERT, SELECT ON maturity_assessment TO samplan_app;
GRANT DELETE, SELECT ON maturity_assessment TO samplan_fence;
GRANT INSERT, SELECT ON meeting TO samplan_app;
GRANT DELETE, SELECT ON meeting TO samplan_fence;
GRANT INSERT, SELECT ON meeting_attendance TO samplan_app;
GRANT DELETE, SELECT ON meeting_attendance TO samplan_fence;
GRANT INSERT, SELECT ON meeting_family_attendance TO samplan_app;
GRANT DELETE, SELECT ON meeting_family_attendance TO samplan_fence;
GRANT INSERT, SELECT ON meeting_leader TO samplan_app;
GRANT DELETE, SELECT ON meeting_leader TO samplan_fence;
GRANT INSERT, SELECT ON meeting_link TO samplan_app;
GRANT DELETE, SELECT ON meeting_link TO samplan_fence;
GRANT INSERT, SELECT ON meeting_place TO samplan_app;
GRANT DELETE, SELECT ON meeting_place TO samplan_fence;
GRANT INSERT, SELECT ON meeting_reply TO samplan_app;
GRANT DELETE, SELECT ON meeting_reply TO samplan_fence;
GRANT INSERT, SELECT ON minute TO samplan_app;
GRANT DELETE, SELECT ON minute TO samplan_fence;
GRANT INSERT, SELECT ON minute_correction TO samplan_app;
GRANT DELETE, SELECT ON minute_correction TO samplan_fence;
GRANT INSERT, SELECT ON notification_mark TO samplan_app;
GRANT INSERT, SELECT ON objection TO samplan_app;
GRANT DELETE, INSERT, SELECT ON objection TO samplan_fence;
GRANT INSERT, SELECT ON objection_decision TO samplan_app;
GRANT DELETE, INSERT, SELECT ON objection_decision TO samplan_fence;
GRANT INSERT, SELECT ON objection_keeping TO samplan_app;
GRANT DELETE, INSERT, SELECT ON objection_keeping TO samplan_fence;
GRANT SELECT ON own_party TO samplan_app;
GRANT INSERT, SELECT, UPDATE ON party TO samplan_app;
GRANT DELETE, INSERT, SELECT ON party TO samplan_fence;
GRANT SELECT ON party TO samplan_log;
GRANT SELECT ON person TO samplan_app;
GRANT DELETE, INSERT, SELECT ON person TO samplan_fence;
GRANT SELECT ON person TO samplan_log;
GRANT SELECT ON person_identifier TO samplan_app;
GRANT DELETE, INSERT, SELECT ON person_identifier TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON plan TO samplan_app;
GRANT DELETE, SELECT ON plan TO samplan_fence;
GRANT SELECT ON plan TO samplan_log;
GRANT INSERT, SELECT ON plan_deadline_reason TO samplan_app;
GRANT DELETE, SELECT ON plan_deadline_reason TO samplan_fence;
GRANT INSERT, SELECT ON plan_follow_up TO samplan_app;
GRANT DELETE, SELECT ON plan_follow_up TO samplan_fence;
GRANT SELECT ON plan_lead_term TO samplan_app;
GRANT DELETE, INSERT, SELECT ON plan_lead_term TO samplan_fence;
GRANT INSERT, SELECT ON plan_origin TO samplan_app;
GRANT DELETE, SELECT ON plan_origin TO samplan_fence;
GRANT INSERT, SELECT ON plan_reading TO samplan_app;
GRANT DELETE, SELECT ON plan_reading TO samplan_fence;
GRANT INSERT, SELECT ON plan_request TO samplan_app;
GRANT DELETE, SELECT ON plan_request TO samplan_fence;
GRANT INSERT, SELECT ON plan_request_handling TO samplan_app;
GRANT DELETE, SELECT ON plan_request_handling TO samplan_fence;
GRANT INSERT, SELECT ON plan_request_plan TO samplan_app;
GRANT DELETE, SELECT ON plan_request_plan TO samplan_fence;
GRANT INSERT, SELECT ON plan_status_change TO samplan_app;
GRANT DELETE, INSERT, SELECT ON plan_status_change TO samplan_fence;
GRANT INSERT, SELECT ON plan_status_reason TO samplan_app;
GRANT DELETE, SELECT ON plan_status_reason TO samplan_fence;
GRANT INSERT, SELECT ON plan_transition TO samplan_app;
GRANT DELETE, SELECT ON plan_transition TO samplan_fence;
GRANT INSERT, SELECT ON plan_transition_receiver TO samplan_app;
GRANT DELETE, SELECT ON plan_transition_receiver TO samplan_fence;
GRANT INSERT, SELECT ON plan_version TO samplan_app;
GRANT DELETE, SELECT ON plan_version TO samplan_fence;
GRANT SELECT ON plan_version_item TO samplan_app;
GRANT DELETE, INSERT, SELECT ON plan_version_item TO samplan_fence;
GRANT SELECT ON principal TO samplan_app;
GRANT SELECT ON principal TO samplan_fence;
GRANT SELECT ON principal_routine TO samplan_app;
GRANT SELECT ON principal_routine TO samplan_fence;
GRANT INSERT, SELECT ON protection_record TO samplan_app;
GRANT DELETE, INSERT, SELECT ON protection_record TO samplan_fence;
GRANT INSERT, SELECT ON public_request TO samplan_app;
GRANT DELETE, INSERT, SELECT ON public_request TO samplan_fence;
GRANT INSERT, SELECT ON public_request_item TO samplan_app;
GRANT DELETE, INSERT, SELECT ON public_request_item TO samplan_fence;
GRANT INSERT, SELECT ON questionnaire TO samplan_app;
GRANT INSERT, SELECT ON register_import TO samplan_app;
GRANT SELECT ON register_import TO samplan_fence;
GRANT INSERT, SELECT ON register_import_row TO samplan_app;
GRANT DELETE, SELECT ON register_import_row TO samplan_fence;
GRANT INSERT, SELECT ON register_message TO samplan_app;
GRANT DELETE, SELECT ON register_message TO samplan_fence;
GRANT INSERT, SELECT, UPDATE ON relation TO samplan_app;
GRANT DELETE, INSERT, SELECT ON relation TO samplan_fence;
GRANT INSERT, SELECT ON reorganisation TO samplan_app;
GRANT SELECT ON reorganisation TO samplan_fence;
GRANT INSERT, SELECT ON reorganisation_case TO samplan_fence;
GRANT INSERT, SELECT ON reorganisation_move TO samplan_app;
GRANT SELECT ON reorganisation_move TO samplan_fence;
GRANT INSERT, SELECT ON reorganisation_part TO samplan_app;
GRANT SELECT ON reorganisation_part TO samplan_fence;
GRANT SELECT ON reorganisation_placement TO samplan_app;
GRANT DELETE, INSERT, SELECT ON reorganisation_placement TO samplan_fence;
GRANT INSERT, SELECT ON reorganisation_side TO samplan_app;
GRANT SELECT ON reorganisation_side TO samplan_fence;
GRANT INSERT, SELECT ON request_receiver TO samplan_app;
GRANT SELECT ON request_receiver TO samplan_fence;
GRANT INSERT, SELECT ON retention_mark TO samplan_app;
GRANT DELETE, SELECT ON retention_mark TO samplan_fence;
GRANT INSERT, SELECT ON job.river_job TO samplan_app;
GRANT INSERT ON job.river_job TO samplan_fence;
GRANT DELETE, INSERT, SELECT, UPDATE ON job.river_job TO samplan_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON job.river_leader TO samplan_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON job.river_notification TO samplan_worker;
GRANT DELETE, INSERT, SELECT, UPDATE ON job.river_queue TO samplan_worker;
GRANT INSERT, SELECT ON role_holder TO samplan_app;
GRANT DELETE, INSERT, SELECT ON role_holder TO samplan_fence;
GRANT INSERT, SELECT ON role_offer TO samplan_app;
GRANT DELETE, SELECT ON role_offer TO samplan_fence;
GRANT INSERT, SELECT ON routine_choice TO samplan_app;
GRANT SELECT ON routine_choice TO samplan_fence;
GRANT INSERT, SELECT ON routine_version TO samplan_app;
GRANT SELECT ON routine_version TO samplan_fence;
GRANT SELECT ON schema_version TO samplan_app;
GRANT INSERT, SELECT ON seal TO samplan_sealer;
GRANT INSERT, SELECT ON seal_key TO samplan_sealer;
GRANT INSERT, SELECT ON seal_leaf TO samplan_sealer;
GRANT SELECT ON staff TO samplan_app;
GRANT DELETE, INSERT, SELECT ON statistics_active TO samplan_fence;
GRANT SELECT ON statistics_count TO samplan_stats;
GRANT DELETE, INSERT, SELECT ON statistics_event TO samplan_fence;
GRANT INSERT, SELECT ON survey_answer TO samplan_fence;
GRANT SELECT ON survey_taken TO samplan_app;
GRANT DELETE, INSERT, SELECT ON survey_taken TO samplan_fence;
GRANT SELECT ON term_setting TO samplan_app;
GRANT SELECT ON term_setting TO samplan_fence;
GRANT SELECT ON unit TO samplan_app;
GRANT DELETE, INSERT, SELECT ON unit TO samplan_fence;
GRANT SELECT ON unit TO samplan_log;
GRANT SELECT ON unit_code TO samplan_app;
GRANT DELETE, INSERT, SELECT ON unit_code TO samplan_fence;
GRANT INSERT, SELECT ON unit_import TO samplan_app;
GRANT SELECT ON unit_import TO samplan_fence;
GRANT INSERT, SELECT ON unit_import_row TO samplan_app;
GRANT SELECT ON unit_import_row TO samplan_fence;
GRANT SELECT ON unit_place TO samplan_app;
GRANT DELETE, INSERT, SELECT ON unit_place TO samplan_fence;
GRANT SELECT ON unit_predecessor TO samplan_app;
GRANT DELETE, INSERT, SELECT ON unit_predecessor TO samplan_fence;
GRANT SELECT ON unit_successor TO samplan_app;
GRANT DELETE, INSERT, SELECT ON unit_successor TO samplan_fence;
GRANT SELECT ON unit_term TO samplan_app;
GRANT DELETE, INSERT, SELECT ON used_once TO samplan_fence;
GRANT INSERT, SELECT ON webhook TO samplan_app;
GRANT SELECT ON webhook TO samplan_fence;
GRANT INSERT, SELECT ON webhook_delivery TO samplan_app;
GRANT SELECT ON webhook_delivery TO samplan_fence;
GRANT INSERT, SELECT ON whereabouts TO samplan_app;
GRANT DELETE, SELECT ON whereabouts TO samplan_fence;
GRANT INSERT, SELECT ON whereabouts_block TO samplan_app;
GRANT DELETE, SELECT ON whereabouts_block TO samplan_fence;
GRANT INSERT, SELECT ON whereabouts_reader TO samplan_app;
GRANT DELETE, SELECT ON whereabouts_reader TO samplan_fence;
GRANT INSERT, SELECT ON withholding TO samplan_app;
GRANT DELETE, INSERT, SELECT ON withholding TO samplan_fence;

-- Functions

-- owned by samplan_fence: Opens the own unit's case when a call is accepted
CREATE OR REPLACE FUNCTION public.app_accept_party(p_party uuid, p_contact uuid, p_today date, p_case uuid, p_worker uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_plan plan%ROWTYPE;
BEGIN
  SELECT p.* INTO v_plan FROM party y JOIN plan p ON p.id = y.plan_id
   WHERE y.id = p_party AND y.unit_id = app_unit() AND y.state IN ('called', 'invited', 'accepted');
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT p_case, f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'call to a plan', daterange(p_today, NULL)
      FROM case_file f
     WHERE f.child_id = v_plan.child_id AND f.unit_id = v_plan.lead_unit_id AND f.valid @> p_today
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> p_today);
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT p_worker, v_plan.child_id, app_unit(), p_contact, daterange(p_today, NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = v_plan.child_id AND w.unit_id = app_unit()
                          AND w.person_id = p_contact AND w.valid @> p_today);
END $function$
;

-- owned by samplan_owner: The age band of somebody on a day
CREATE OR REPLACE FUNCTION public.app_age_band(p_birth date, p_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN p_birth IS NULL THEN 'unknown' WHEN p_birth > p_day - interval '6 years' THEN '0-5' WHEN p_birth > p_day - interval '13 years' THEN '6-12'
    WHEN p_birth > p_day - interval '16 years' THEN '13-15' WHEN p_birth > p_day - interval '18 years' THEN '16-17' ELSE '18-or-more' END $function$
;

-- owned by samplan_fence: Makes versions that were read before stale
CREATE OR REPLACE FUNCTION public.app_age_records(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_units uuid[] := ARRAY(SELECT unit_id FROM reorganisation_move WHERE reorganisation_id = p_id AND kind = 'move');
BEGIN
  UPDATE item e SET version = e.version + 1 FROM party y WHERE y.unit_id = ANY (v_units) AND e.plan_id = y.plan_id AND e.owner_unit_id = y.unit_id;
  UPDATE plan e SET version = e.version + 1 FROM party y WHERE y.unit_id = ANY (v_units) AND e.id = y.plan_id AND e.lead_unit_id = y.unit_id;
  UPDATE consent e SET version = e.version + 1 FROM case_file f WHERE f.unit_id = ANY (v_units) AND e.child_id = f.child_id AND e.unit_id = f.unit_id;
  UPDATE case_file SET version = version + 1 WHERE unit_id = ANY (v_units);
END $function$
;

-- owned by samplan_fence: Keeps or changes the caller's answer to the survey of a meeting
CREATE OR REPLACE FUNCTION public.app_answer_survey(p_id uuid, p_meeting uuid, p_version uuid, p_until date, p_answers jsonb, p_words jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  v_plan uuid; v_unit uuid; v_principal uuid; v_period date := app_half_year(p_until); v_respondent text; v_id uuid;
BEGIN
  SELECT m.plan_id, m.unit_id INTO v_plan, v_unit FROM meeting m WHERE m.id = p_meeting AND m.state = 'closed';
  IF app_unit() IS NOT NULL AND EXISTS (SELECT FROM meeting_attendance a WHERE a.meeting_id = p_meeting AND a.unit_id = app_unit()
       AND a.person_id = app_person() AND a.presence IN ('came', 'digital')) THEN
    v_respondent := 'staff';
  ELSIF app_unit() IS NULL AND v_plan = ANY (app_family_plans()) THEN
    v_respondent := CASE WHEN v_plan = ANY (app_self_plans()) THEN 'child' ELSE 'guardian' END;
  END IF;
  IF v_respondent IS NULL OR p_until IS NULL OR p_until < app_today() THEN
    RAISE EXCEPTION 'not the caller''s to answer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('survey' || v_unit || v_period, 0));
  IF EXISTS (SELECT FROM survey_taken t WHERE t.meeting_id = p_meeting AND t.person_id = app_person()) THEN
    UPDATE survey_answer a SET answers = p_answers, words = p_words WHERE a.id = p_id;
    IF NOT FOUND THEN RETURN false; END IF;
  ELSE
    SELECT b.principal_id INTO v_principal FROM unit_place q JOIN branch c ON c.id = q.branch_id JOIN authority b ON b.id = c.authority_id
     WHERE q.unit_id = v_unit ORDER BY lower(q.valid) DESC LIMIT 1;
    INSERT INTO survey_taken VALUES (p_meeting, app_person());
    INSERT INTO survey_answer VALUES (p_id, v_unit, v_principal, v_period, v_respondent, p_version, p_answers, p_words);
  END IF;
  FOR v_id IN SELECT a.id FROM survey_answer a WHERE a.unit_id = v_unit AND a.period = v_period ORDER BY random() LOOP
    UPDATE survey_answer a SET answers = a.answers WHERE a.id = v_id;
  END LOOP;
  RETURN true;
END $function$
;

-- owned by samplan_fence: Applies the reorganisations that are due
CREATE OR REPLACE FUNCTION public.app_apply_due(p_today date, p_now timestamp with time zone DEFAULT clock_timestamp())
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_id uuid; v_applied int := 0;
BEGIN
  IF NOT EXISTS (SELECT FROM reorganisation WHERE status = 'decided' AND takes_effect_on <= p_today) THEN RETURN 0; END IF;
  FOR v_id IN SELECT id FROM reorganisation WHERE status = 'decided' AND takes_effect_on <= p_today ORDER BY takes_effect_on, created_at, id LOOP
    PERFORM FROM reorganisation WHERE id = v_id AND status = 'decided' FOR UPDATE; -- another may have been first
    IF FOUND THEN
      PERFORM app_apply_reorganisation(v_id, p_now);
      v_applied := v_applied + 1;
    END IF;
  END LOOP;
  RETURN v_applied;
END $function$
;

-- owned by samplan_fence: Trigger: the strictest recorded level is the one that counts
CREATE OR REPLACE FUNCTION public.app_apply_protection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_level text;
BEGIN
  PERFORM 1 FROM person WHERE id = NEW.child_id FOR UPDATE;
  SELECT last.level INTO v_level
    FROM (SELECT DISTINCT ON (r.unit_id) r.level FROM protection_record r WHERE r.child_id = NEW.child_id
           ORDER BY r.unit_id, r.created_at DESC, r.id DESC) last
   ORDER BY app_protection_level(last.level) DESC LIMIT 1;
  UPDATE person SET protection = v_level WHERE id = NEW.child_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Hands over what one reorganisation says
CREATE OR REPLACE FUNCTION public.app_apply_reorganisation(p_id uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_day date; v_today text := current_setting('app.today', true); t record;
BEGIN
  SELECT takes_effect_on INTO v_day FROM reorganisation WHERE id = p_id;
  PERFORM set_config('app.today', (v_day - 1)::text, true);
  INSERT INTO reorganisation_case (reorganisation_id, unit_id, child_id, to_unit_id, is_open)
    SELECT p_id, c.unit_id, c.child_id, c.to_unit_id, c.is_open FROM app_reorganised_cases(p_id) c WHERE c.to_unit_id <> c.unit_id;
  PERFORM app_keep_apart(p_id, v_day), app_part_from_cases(p_id, v_day);
  FOR t IN SELECT c AS handed, m.kind = 'split' OR m.kind = 'merge' AND c.to_unit_id = m.into_unit_id AS along,
                  CASE WHEN was.branch_id = becomes.branch_id THEN lower(was.valid) ELSE v_day END AS since
             FROM reorganisation_case c
             JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = c.unit_id
             LEFT JOIN unit_place was ON was.unit_id = c.unit_id AND was.valid @> (v_day - 1)
             LEFT JOIN unit_place becomes ON becomes.unit_id = c.to_unit_id AND becomes.valid @> v_day
            WHERE c.reorganisation_id = p_id LOOP
    PERFORM app_hand_over_case(t.handed, v_day, t.along), app_hand_over_plans(t.handed, v_day, t.along, t.since);
  END LOOP;
  UPDATE plan p SET next_follow_up_unit_id = s.successor_id, version = p.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = p_id AND p.next_follow_up_unit_id = s.unit_id;
  PERFORM app_reassign_staff(p_id, v_day), app_age_records(p_id);
  UPDATE reorganisation SET status = 'applied', applied_at = p_now, version = version + 1 WHERE id = p_id;
  INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, objects, reaches, grounds)
    SELECT gen_random_uuid(), p_now, gen_random_uuid(), 'ApplyReorganisation', 'done', 'system', array_agg(o.id), array_agg('system'::text), array_agg(NULL::uuid)
      FROM (SELECT p_id AS id UNION ALL SELECT unit_id FROM reorganisation_move WHERE reorganisation_id = p_id
            UNION ALL SELECT new_unit_id FROM reorganisation_part WHERE reorganisation_id = p_id) o;
  PERFORM set_config('app.today', coalesce(v_today, ''), true);
END $function$
;

-- owned by samplan_fence: Makes the own principal's organisation what the rows of a tried import came to
CREATE OR REPLACE FUNCTION public.app_apply_unit_import(p_import uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM FROM unit_import i WHERE i.id = p_import AND i.principal_id = app_principal() AND i.status = 'checked' AND i.organisation = app_organisation_digest();
  IF NOT FOUND OR EXISTS (SELECT FROM unit_import_row r JOIN app_used_units() u ON u.unit_id = r.unit_id WHERE r.import_id = p_import AND r.outcome = 'ended')
    OR EXISTS (SELECT FROM unit_import_row r JOIN unit_code c ON c.unit_id <> r.unit_id AND (c.hsa_id = r.hsa_id OR c.school_unit_code = r.school_unit_code)
                WHERE r.import_id = p_import AND r.outcome IN ('added', 'changed', 'ended') AND c.principal_id <> app_principal()) THEN
    RETURN false;
  END IF;
  INSERT INTO unit (id, name, secrecy_class)
    SELECT r.unit_id, r.name, r.secrecy_class FROM unit_import_row r WHERE r.import_id = p_import AND r.outcome = 'added';
  INSERT INTO unit_place (unit_id, branch_id, valid)
    SELECT r.unit_id, r.branch_id, daterange(r.first_day, r.last_day, '[]') FROM unit_import_row r WHERE r.import_id = p_import AND r.outcome = 'added';
  UPDATE unit u SET name = r.name FROM unit_import_row r
   WHERE r.import_id = p_import AND r.outcome IN ('changed', 'ended') AND u.id = r.unit_id AND u.name <> r.name;
  UPDATE unit_place q SET valid = daterange(lower(q.valid), r.last_day, '[]') FROM unit_import_row r
   WHERE r.import_id = p_import AND r.outcome = 'ended' AND q.unit_id = r.unit_id AND upper_inf(q.valid);
  -- Two units may have changed codes with each other: all are taken away before any is given.
  DELETE FROM unit_code c USING unit_import_row r WHERE r.import_id = p_import AND r.outcome IN ('changed', 'ended') AND c.unit_id = r.unit_id;
  INSERT INTO unit_code (unit_id, principal_id, hsa_id, school_unit_code, local_id, municipality_code)
    SELECT r.unit_id, app_principal(), r.hsa_id, r.school_unit_code, r.local_id, r.municipality_code FROM unit_import_row r
     WHERE r.import_id = p_import AND r.outcome IN ('added', 'changed', 'ended')
       AND (r.hsa_id, r.school_unit_code, r.local_id, r.municipality_code) IS DISTINCT FROM (NULL, NULL, NULL, NULL);
  RETURN true;
END $function$
;

-- owned by samplan_fence: Takes a request in and lists what is to be tested
CREATE OR REPLACE FUNCTION public.app_ask_extract(p_id uuid, p_unit uuid, p_child uuid, p_body text, p_requester text, p_today date, p_answer_by date, p_now timestamp with time zone, p_seen uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF app_unit() IS NOT NULL OR app_person() IS NULL OR p_child <> app_person()
     AND NOT EXISTS (SELECT FROM plan p WHERE p.child_id = p_child AND p.id = ANY (app_family_plans())) THEN
    RAISE EXCEPTION 'an extract is for oneself, or a child of one''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('data_extract' || app_person(), 0));
  IF EXISTS (SELECT FROM app_my_extracts() x WHERE x.child_id = p_child AND x.unit_id = p_unit AND x.state = 'open') THEN
    RETURN false;
  END IF;
  INSERT INTO public_request (id, unit_id, body, requester, received_on, registered_by, created_at, state)
    VALUES (p_id, p_unit, p_body, p_requester, p_today, app_person(), p_now, 'open');
  INSERT INTO data_extract (request_id, child_id, person_id, answer_by) VALUES (p_id, p_child, app_person(), p_answer_by);
  INSERT INTO public_request_item (request_id, item_id, listed_by, listed_at)
    SELECT p_id, i.id, app_person(), p_now FROM plan p JOIN item i ON i.plan_id = p.id
     WHERE p.child_id = p_child AND i.owner_unit_id = p_unit AND i.author_kind = 'staff' AND i.disposed_on IS NULL AND i.id <> ALL (p_seen);
  RETURN true;
END $function$
;

-- owned by samplan_fence: Asks another board whether a child is known, and keeps the question
CREATE OR REPLACE FUNCTION public.app_ask_known(p_question uuid, p_child uuid, p_branch uuid, p_classes text[], p_ground text, p_reason text, p_most integer, p_at timestamp with time zone, OUT refusal text, OUT is_known boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_own authority%ROWTYPE; v_asked authority%ROWTYPE; v_kind text;
BEGIN
  SELECT a.* INTO v_own FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = app_branch();
  SELECT a.* INTO v_asked FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = p_branch;
  SELECT p.kind INTO v_kind FROM principal p WHERE p.id = v_own.principal_id;
  refusal := CASE
    WHEN NOT EXISTS (SELECT FROM case_file f WHERE f.child_id = p_child AND f.unit_id = app_unit() AND f.valid @> app_today()) THEN 'no-case'
    WHEN v_asked.id IS NULL OR NOT EXISTS (SELECT FROM unit_place q WHERE q.branch_id = p_branch AND q.valid @> app_today()) THEN 'unknown'
    WHEN v_own.principal_id IS DISTINCT FROM v_asked.principal_id OR v_kind NOT IN ('municipality', 'both') THEN 'other-municipality'
    WHEN v_own.id = v_asked.id THEN 'same-board'
    WHEN NOT EXISTS (SELECT FROM unit_place q JOIN unit n ON n.id = q.unit_id
                      WHERE q.branch_id = p_branch AND q.valid @> app_today() AND n.secrecy_class = ANY (p_classes)) THEN 'not-social-services'
    WHEN (SELECT count(*) FROM known_question k WHERE k.person_id = app_person() AND k.asked_on = app_today()) >= p_most THEN 'too-many'
  END;
  IF refusal IS NOT NULL THEN RETURN; END IF;
  is_known := EXISTS (SELECT FROM case_file f WHERE f.child_id = p_child AND f.unit_id = ANY (app_board_units(v_asked.id, p_classes)));
  INSERT INTO known_question (id, child_id, unit_id, person_id, authority_id, branch_id, ground, is_known, asked_on, created_at)
    VALUES (p_question, p_child, app_unit(), app_person(), v_asked.id, p_branch, p_ground, is_known, app_today(), p_at);
  INSERT INTO known_question_reason (question_id, unit_id, reason) VALUES (p_question, app_unit(), p_reason);
  INSERT INTO known_question_unit (question_id, unit_id)
    SELECT DISTINCT p_question, f.unit_id FROM case_file f WHERE f.child_id = p_child AND f.unit_id = ANY (app_board_units(v_asked.id, p_classes));
END $function$
;

-- owned by samplan_owner: From which age others than guardians consent by age; none when guardians do throughout
CREATE OR REPLACE FUNCTION public.app_asks_others_from(p_ages jsonb)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT min((a ->> 'fromAge')::int) FROM jsonb_array_elements(p_ages) a WHERE a ->> 'givers' <> 'guardians' $function$
;

-- owned by samplan_fence: A child's birth date as a unit knows it
CREATE OR REPLACE FUNCTION public.app_birth_date(p_child uuid, p_unit uuid)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN coalesce((SELECT f.birth_date FROM case_file f WHERE f.child_id = p_child AND f.unit_id = p_unit
                    ORDER BY lower(f.valid) DESC LIMIT 1), (SELECT p.birth_date FROM person p WHERE p.id = p_child));
END $function$
;

-- owned by samplan_owner: Units whose items the child has blocked, in the plan at hand
CREATE OR REPLACE FUNCTION public.app_blocked()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.blocked', true), '')::uuid[] $function$
;

-- owned by samplan_fence: The units of a board today that are of some classes
CREATE OR REPLACE FUNCTION public.app_board_units(p_authority uuid, p_classes text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(array_agg(q.unit_id), '{}') FROM branch b JOIN unit_place q ON q.branch_id = b.id AND q.valid @> app_today() JOIN unit n ON n.id = q.unit_id
   WHERE b.authority_id = p_authority AND n.secrecy_class = ANY (p_classes) $function$
;

-- owned by samplan_owner: The secrecy domain in which that unit lies today, or NULL
CREATE OR REPLACE FUNCTION public.app_branch()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.branch', true), '')::uuid $function$
;

-- owned by samplan_fence: When and how the meetings are that the own unit is called to
CREATE OR REPLACE FUNCTION public.app_called_meetings()
 RETURNS TABLE(call_id uuid, meeting_id uuid, starts_at timestamp with time zone, ends_at timestamp with time zone, way text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT DISTINCT ON (m.call_id) m.call_id, m.id, m.starts_at, m.ends_at, m.way FROM meeting m
   WHERE m.state <> 'cancelled' AND EXISTS (SELECT FROM call_addressee a
     WHERE a.call_id = m.call_id AND a.unit_id = app_unit() AND a.state IN ('waiting', 'accepted'))
   ORDER BY m.call_id, m.starts_at DESC, m.id DESC $function$
;

-- owned by samplan_fence: Cancels before the day
CREATE OR REPLACE FUNCTION public.app_cancel_reorganisation(p_id uuid, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v reorganisation%ROWTYPE;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided') AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND principal_id = app_principal()) THEN
    RETURN false;
  END IF;
  IF v.status = 'decided' THEN
    DELETE FROM unit_successor WHERE reorganisation_id = p_id;
    IF EXISTS (SELECT FROM reorganisation_move m JOIN unit_place q ON q.unit_id = m.unit_id
                LEFT JOIN app_split_rest(p_id) x ON x.unit_id = m.unit_id
                WHERE m.reorganisation_id = p_id AND x.rest_id IS DISTINCT FROM m.unit_id
                  AND (lower(q.valid) > v.takes_effect_on OR upper(q.valid) > v.takes_effect_on)) THEN
      RETURN false;
    END IF;
    IF NOT app_close_parts(p_id) THEN RETURN false; END IF;
    DELETE FROM unit_place q USING reorganisation_move m
     WHERE m.reorganisation_id = p_id AND m.kind = 'move' AND q.unit_id = m.unit_id AND lower(q.valid) = v.takes_effect_on;
    UPDATE unit_place q SET valid = daterange(lower(q.valid), NULL) FROM reorganisation_move m
     WHERE m.reorganisation_id = p_id AND q.unit_id = m.unit_id AND upper(q.valid) = v.takes_effect_on
       AND NOT EXISTS (SELECT FROM app_split_rest(p_id) x WHERE x.unit_id = m.unit_id AND x.rest_id = m.unit_id);
  END IF;
  UPDATE reorganisation SET status = 'cancelled', cancelled_on = app_today(), cancel_reason = p_reason, version = version + 1 WHERE id = p_id;
  RETURN true;
END $function$
;

-- owned by samplan_fence: Does so between items of the own unit
CREATE OR REPLACE FUNCTION public.app_carry_objections(p_from uuid[], p_new uuid[], p_items uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT app_copy_objection(o.id, c.new_id, t.id) FROM unnest(p_from, p_new, p_items) c (from_id, new_id, to_id)
    JOIN objection o ON o.id = c.from_id JOIN item f ON f.id = o.item_id AND f.owner_unit_id = app_unit()
    JOIN item t ON t.id = c.to_id AND t.owner_unit_id = app_unit() $function$
;

-- owned by samplan_fence: Carries out a decided list of disposal
CREATE OR REPLACE FUNCTION public.app_carry_out_disposal(p_run uuid, p_now timestamp with time zone, p_kept jsonb DEFAULT '{}'::jsonb, OUT disposed integer, OUT dropped integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE r disposal_run%ROWTYPE; d record; v_why text;
BEGIN
  disposed := 0; dropped := 0;
  PERFORM set_config('app.today', (p_now AT TIME ZONE 'Europe/Stockholm')::date::text, true), set_config('app.disposing', 'on', true);
  PERFORM app_weed_keys(1000000);
  SELECT * INTO r FROM disposal_run WHERE id = p_run FOR UPDATE;
  IF NOT FOUND OR NOT p_run IN (SELECT app_decided_disposals(p_now)) THEN RETURN; END IF;
  FOR d IN SELECT c.* FROM disposal_case c WHERE c.run_id = p_run AND c.outcome = 'listed' ORDER BY c.due_on, c.id LOOP
    SELECT f.changed INTO STRICT v_why FROM app_listed_cases(p_run, d.id) f;
    v_why := coalesce(v_why, p_kept ->> d.id::text);
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
END $function$
;

-- owned by samplan_fence: On which days something about children came to units
CREATE OR REPLACE FUNCTION public.app_case_entries(p_units uuid[], p_child uuid)
 RETURNS TABLE(unit_id uuid, child_id uuid, on_day date, is_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH mine AS (
    SELECT y.plan_id, y.unit_id, p.child_id, y.state, y.added_on, y.answered_on, y.left_on, p.status FROM party y JOIN plan p ON p.id = y.plan_id
     WHERE y.disposed_on IS NULL AND (p_child IS NULL OR p.child_id = p_child) AND (p_units IS NULL OR y.unit_id = ANY (p_units))
       AND (y.state = 'accepted' OR y.state = 'left' OR NOT app_is_over(p.status) AND y.state IN ('called', 'invited'))
       AND EXISTS (SELECT FROM case_file f WHERE f.child_id = p.child_id AND f.unit_id = y.unit_id)),
  e (unit_id, child_id, on_day, is_open) AS (
    SELECT f.unit_id, f.child_id, coalesce(upper(f.valid) - 1, lower(f.valid)), coalesce(upper(f.valid) > app_today(), true) FROM case_file f
    UNION ALL SELECT w.unit_id, w.child_id, coalesce(upper(w.valid) - 1, lower(w.valid)), false FROM case_worker w
    UNION ALL SELECT m.unit_id, m.child_id, greatest(m.added_on, m.answered_on, m.left_on), m.state <> 'left' AND NOT app_is_over(m.status) FROM mine m
    UNION ALL SELECT m.unit_id, m.child_id, s.on_day, false FROM mine m JOIN plan_status_change s ON s.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, v.dispatched_on, false FROM mine m JOIN plan_version v ON v.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, u.held_on, false FROM mine m JOIN plan_follow_up u ON u.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT m.unit_id, m.child_id, (t.ends_at AT TIME ZONE 'Europe/Stockholm')::date, false
      FROM mine m JOIN meeting t ON t.plan_id = m.plan_id WHERE m.state = 'accepted'
    UNION ALL SELECT i.owner_unit_id, p.child_id, greatest(i.created_on, i.changed_on, i.taken_over_on), false FROM item i JOIN plan p ON p.id = i.plan_id
      WHERE i.disposed_on IS NULL AND i.author_kind = 'staff'
    UNION ALL SELECT i.owner_unit_id, p.child_id, v.evaluated_on, false FROM evaluation v JOIN item i ON i.id = v.item_id JOIN plan p ON p.id = i.plan_id
    UNION ALL SELECT i.owner_unit_id, p.child_id, c.corrected_on, false FROM minute_correction c JOIN item i ON i.id = c.item_id JOIN plan p ON p.id = i.plan_id
    UNION ALL SELECT i.owner_unit_id, p.child_id, greatest(o.made_on, d.decided_on), false
      FROM objection o LEFT JOIN objection_decision d ON d.objection_id = o.id JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id WHERE i.disposed_on IS NULL
    UNION ALL SELECT d.from_unit_id, p.child_id, greatest(d.decided_on, coalesce(d.ended_on, d.valid_to)), false FROM disclosure d JOIN plan p ON p.id = d.plan_id
    UNION ALL SELECT c.unit_id, c.child_id, greatest(c.created_at::date, coalesce(c.withdrawn_on, c.valid_to)), false FROM consent c WHERE c.disposed_on IS NULL
    UNION ALL SELECT r.from_unit_id, r.child_id, greatest(r.sent_on, r.feedback_on), false FROM concern_report r
    UNION ALL SELECT r.to_unit_id, r.child_id, greatest(r.sent_on, r.received_on, r.decided_on, r.feedback_on), r.decision IS NULL FROM concern_report r
    UNION ALL SELECT x.unit_id, r.child_id, coalesce(r.ended_on, r.sent_on), r.ended_on IS NULL
      FROM information_request r CROSS JOIN LATERAL (VALUES (r.from_unit_id), (r.to_unit_id)) x (unit_id)
    UNION ALL SELECT q.unit_id, q.child_id, greatest(q.received_on, q.assessed_on, q.answered_on, q.withdrawn_on), coalesce(q.answered_on, q.withdrawn_on) IS NULL FROM plan_request q
    UNION ALL SELECT d.unit_id, d.child_id, greatest(d.created_at::date, d.ends_on), false FROM custody_decision d
    UNION ALL SELECT a.unit_id, a.child_id, a.assessed_on, false FROM maturity_assessment a
    UNION ALL SELECT r.unit_id, r.child_id, r.recorded_on, false FROM protection_record r
    UNION ALL SELECT r.unit_id, r.child_id, coalesce(upper(r.valid) - 1, lower(r.valid)), false FROM relation r
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts h
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts_block h
    UNION ALL SELECT h.unit_id, h.child_id, coalesce(upper(h.valid) - 1, lower(h.valid)), false FROM whereabouts_reader h
    UNION ALL SELECT q.unit_id, q.child_id, q.asked_at::date, false FROM emergency_inquiry q WHERE q.child_id IS NOT NULL
    UNION ALL SELECT m.unit_id, m.child_id, m.effective_on, false FROM register_message m
    UNION ALL SELECT q.unit_id, q.child_id, q.asked_on, false FROM known_question q
    UNION ALL SELECT b.unit_id, b.child_id, greatest(b.set_on, b.lifted_on), false FROM care_block b
    UNION ALL SELECT a.unit_id, a.child_id, a.opened_at::date, false FROM emergency_access a
    UNION ALL SELECT q.unit_id, x.child_id, coalesce(q.decided_on, q.received_on), q.state = 'open' FROM data_extract x JOIN public_request q ON q.id = x.request_id)
  SELECT e.unit_id, e.child_id, e.on_day, e.is_open FROM e
   WHERE (p_units IS NULL OR e.unit_id = ANY (p_units)) AND (p_child IS NULL OR e.child_id = p_child)
     AND NOT EXISTS (SELECT FROM disposal_case d WHERE d.unit_id = e.unit_id AND d.child_id = e.child_id AND d.disposed_on >= e.on_day) $function$
;

-- owned by samplan_fence: Keeps number and hash of a certificate
CREATE OR REPLACE FUNCTION public.app_certify_disposal(p_run uuid, p_number integer, p_hash text, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM disposal_run r WHERE r.id = p_run AND r.state = 'carried-out') THEN
    RAISE EXCEPTION 'a list that was not carried out has no certificate' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM set_config('app.disposing', 'on', true);
  INSERT INTO disposal_certificate (run_id, number, hash, written_at) VALUES (p_run, p_number, p_hash, p_now);
  PERFORM set_config('app.disposing', '', true);
END $function$
;

-- owned by samplan_owner: The groups whose chair or secretary the actor is today for the own unit
CREATE OR REPLACE FUNCTION public.app_chaired_groups()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  SELECT m.group_id FROM group_member m WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today()
     AND m.function IN ('chair', 'secretary') $function$
;

-- owned by samplan_fence: Whether the caller may write at a meeting
CREATE OR REPLACE FUNCTION public.app_chairs(p_meeting uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = p_meeting AND (m.unit_id = app_unit()
    OR EXISTS (SELECT FROM meeting_leader d WHERE d.meeting_id = m.id AND app_person() = ANY (d.person_ids))
    OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p.id AND h.person_id = app_person()
      AND y.unit_id = app_unit() AND y.state = 'accepted' AND h.role IN ('leader', 'secretary')
      AND h.starts_on <= app_today() AND (h.ends_on IS NULL OR h.ends_on >= app_today())))) $function$
;

-- owned by samplan_owner: Through which registered client is asked
CREATE OR REPLACE FUNCTION public.app_client()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.client', true), '')::uuid $function$
;

-- owned by samplan_fence: A key of a client that is let in today
CREATE OR REPLACE FUNCTION public.app_client_key(p_client uuid, p_kid text, p_today date)
 RETURNS TABLE(id uuid, jwk jsonb, scopes text[], sign_in_ids text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT k.id, k.jwk, c.scopes, c.sign_in_ids FROM client c JOIN client_key k ON k.client_id = c.id
   WHERE c.id = p_client AND c.valid @> p_today AND c.ended_at IS NULL AND k.kid = p_kid AND k.removed_at IS NULL $function$
;

-- owned by samplan_fence: What the client is called through which is asked
CREATE OR REPLACE FUNCTION public.app_client_name()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT c.name FROM client c WHERE c.id = app_client() $function$
;

-- owned by samplan_fence: Trigger: offers end with the plan
CREATE OR REPLACE FUNCTION public.app_close_lead_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = app_today(), reason = 'plan-over', version = o.version + 1
   WHERE o.plan_id = NEW.id AND o.state = 'waiting';
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Takes parts back before their day
CREATE OR REPLACE FUNCTION public.app_close_parts(p_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_units uuid[] := ARRAY(SELECT new_unit_id FROM reorganisation_part WHERE reorganisation_id = p_id);
BEGIN
  IF EXISTS (SELECT FROM reorganisation_move m WHERE m.unit_id = ANY (v_units) OR m.into_unit_id = ANY (v_units) OR m.keeper_unit_id = ANY (v_units)) THEN
    RETURN false;
  END IF;
  DELETE FROM unit_predecessor WHERE unit_id = ANY (v_units);
  DELETE FROM unit_place WHERE unit_id = ANY (v_units);
  DELETE FROM unit WHERE id = ANY (v_units);
  RETURN true;
END $function$
;

-- owned by samplan_fence: Trigger: what is planned ends with the plan
CREATE OR REPLACE FUNCTION public.app_close_transitions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM app_end_transitions(NEW.id, (SELECT h.to_unit_id FROM hand_over h WHERE h.plan_id = NEW.id AND h.state = 'accepted' AND NEW.status = 'moved'), 'plan-over');
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: How far the child of a report of the own unit is protected
CREATE OR REPLACE FUNCTION public.app_concern_protection(p_report uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT p.protection FROM concern_report c JOIN person p ON p.id = c.child_id
   WHERE c.id = p_report AND app_unit() IN (c.from_unit_id, c.to_unit_id) $function$
;

-- owned by samplan_fence: Copies what stands beside an item to a copy of it
CREATE OR REPLACE FUNCTION public.app_copy_objection(p_from uuid, p_new uuid, p_item uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  INSERT INTO objection (id, item_id, speaker, by_staff, person_id, body, made_on, is_kept, created_at)
    SELECT p_new, p_item, o.speaker, o.by_staff, o.person_id, o.body, o.made_on, o.is_kept, o.created_at FROM objection o WHERE o.id = p_from;
  INSERT INTO objection_decision (objection_id, outcome, correction, reason, decided_by, decided_on, created_at)
    SELECT p_new, d.outcome, d.correction, d.reason, d.decided_by, d.decided_on, d.created_at FROM objection_decision d WHERE d.objection_id = p_from;
  INSERT INTO objection_keeping (id, objection_id, is_kept, reason, decided_by, decided_on, created_at)
    SELECT gen_random_uuid(), p_new, k.is_kept, k.reason, k.decided_by, k.decided_on, k.created_at FROM objection_keeping k WHERE k.objection_id = p_from $function$
;

-- owned by samplan_fence: Trigger: a plan is active
CREATE OR REPLACE FUNCTION public.app_count_active()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM app_keep_active(NEW.plan_id);
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: counts what has happened for statistics
CREATE OR REPLACE FUNCTION public.app_count_for_statistics()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_row jsonb := to_jsonb(NEW); v_part uuid := v_row ->> TG_ARGV[1];
BEGIN
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT f.kind, d.principal_id, app_half_year(coalesce(app_today(), current_date)), d.municipality, d.service, d.age, d.sex, f.answer, f.days, f.entry
    FROM app_facts_of(TG_TABLE_NAME, (v_row ->> TG_ARGV[0])::uuid) f CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d
   WHERE v_part IS NULL OR f.part = v_part;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Whom a fact is counted for, and as what
CREATE OR REPLACE FUNCTION public.app_counted_as(p_plan uuid, p_child uuid, p_unit uuid, p_day date)
 RETURNS TABLE(principal_id uuid, municipality text, service text, age text, sex text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN QUERY
  SELECT o.id, coalesce(o.municipality_code, CASE WHEN c.protection = 'none' THEN (SELECT z.municipality_code
      FROM party y JOIN principal z ON z.id = app_principal_on(y.unit_id, p_day)
     WHERE y.plan_id = p_plan AND y.added_on <= p_day AND z.municipality_code IS NOT NULL ORDER BY y.added_on, y.id LIMIT 1) END),
    u.secrecy_class, app_age_band(c.birth_date, p_day),
    coalesce((SELECT CASE WHEN substr(i.value, 11, 1) IN ('1', '3', '5', '7', '9') THEN 'male' ELSE 'female' END FROM person_identifier i
      WHERE i.person_id = c.id AND i.type IN ('personnummer', 'samordningsnummer') ORDER BY i.type, i.value LIMIT 1), 'unknown')
  FROM unit u JOIN principal o ON o.id = app_principal_on(p_unit, p_day) LEFT JOIN person c ON c.id = p_child WHERE u.id = p_unit;
END $function$
;

-- owned by samplan_fence: Decides for the own principal; writes the places when all sides have
CREATE OR REPLACE FUNCTION public.app_decide_reorganisation(p_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v reorganisation%ROWTYPE; m reorganisation_move%ROWTYPE; v_rest uuid;
BEGIN
  SELECT * INTO v FROM reorganisation WHERE id = p_id AND status = 'drafted' AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation_side SET decided_on = app_today(), decided_by = app_person()
   WHERE reorganisation_id = p_id AND principal_id = app_principal() AND decided_on IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE reorganisation SET version = version + 1 WHERE id = p_id;
  IF EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND decided_on IS NULL) THEN RETURN true; END IF;
  FOR m IN SELECT * FROM reorganisation_move WHERE reorganisation_id = p_id ORDER BY position LOOP
    PERFORM FROM unit_place q WHERE q.unit_id = m.unit_id AND lower(q.valid) < v.takes_effect_on AND upper_inf(q.valid) FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT FROM reorganisation_move k JOIN reorganisation o ON o.id = k.reorganisation_id AND o.status = 'decided'
                             WHERE k.unit_id = m.unit_id AND k.kind = 'split') THEN
      RETURN false;
    END IF;
    SELECT x.rest_id INTO v_rest FROM app_split_rest(p_id) x WHERE x.unit_id = m.unit_id;
    IF m.kind <> 'split' OR v_rest <> m.unit_id THEN
      UPDATE unit_place SET valid = daterange(lower(valid), v.takes_effect_on) WHERE unit_id = m.unit_id AND upper_inf(valid);
    END IF;
    IF m.kind = 'split' THEN
      IF NOT app_open_parts(p_id, m.unit_id, v.takes_effect_on) THEN RETURN false; END IF;
      IF v_rest <> m.unit_id THEN
        INSERT INTO unit_successor (unit_id, successor_id, reorganisation_id) VALUES (m.unit_id, v_rest, p_id);
      END IF;
    ELSIF m.kind = 'move' THEN
      INSERT INTO unit_place (unit_id, branch_id, valid) VALUES (m.unit_id, m.to_branch_id, daterange(v.takes_effect_on, NULL));
    ELSE
      INSERT INTO unit_successor (unit_id, successor_id, reorganisation_id) VALUES (m.unit_id, coalesce(m.into_unit_id, m.keeper_unit_id), p_id);
    END IF;
  END LOOP;
  UPDATE reorganisation SET status = 'decided' WHERE id = p_id;
  RETURN true;
END $function$
;

-- owned by samplan_fence: Lists that two people decided on more than a day ago
CREATE OR REPLACE FUNCTION public.app_decided_disposals(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id FROM disposal_run r
   WHERE r.state = 'decided' AND (SELECT count(DISTINCT d.person_id) >= 2 AND max(d.decided_at) <= p_now - interval '24 hours' FROM disposal_decision d WHERE d.run_id = r.id)
   ORDER BY r.created_at, r.id $function$
;

-- owned by samplan_fence: Throws the file of an attachment of the own unit away
CREATE OR REPLACE FUNCTION public.app_destroy_file(p_item uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  DELETE FROM attachment_content c USING item i WHERE c.item_id = p_item AND i.id = p_item AND i.owner_unit_id = app_unit() $function$
;

-- owned by samplan_owner: Items of the plan at hand that a legal ground opens to the own unit
CREATE OR REPLACE FUNCTION public.app_disclosed()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.disclosed', true), ''), '{}')::uuid[] $function$
;

-- owned by samplan_fence: Freezes the items of a dispatched version
CREATE OR REPLACE FUNCTION public.app_dispatch(p_plan uuid, p_version uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  INSERT INTO plan_version_item (version_id, item_id, title, body, horizon, goal_id, outside_actor, contact_name, starts_on, ends_on, status, form,
         area, sort, spoken_by, catalogue_id)
  SELECT p_version, i.id, i.title, i.body, i.horizon, i.goal_id, i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.form,
         i.area, i.sort, i.spoken_by, i.catalogue_id
    FROM item i JOIN plan p ON p.id = i.plan_id
   WHERE i.plan_id = p_plan AND p.lead_unit_id = app_unit() AND i.visibility IN ('parties', 'family') AND i.kind NOT IN ('minute', 'comment') $function$
;

-- owned by samplan_fence: Cases of the own domain in which nothing is open or held
CREATE OR REPLACE FUNCTION public.app_disposal_candidates()
 RETURNS TABLE(unit_id uuid, child_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT h.unit_id, h.child_id, h.secrecy_class, app_birth_date(h.child_id, h.unit_id), h.last_entry_on, h.marks
    FROM app_holdings(app_own_units(), NULL) h
   WHERE NOT h.is_open AND NOT h.is_held
     AND NOT EXISTS (SELECT FROM disposal_case d JOIN disposal_run r ON r.id = d.run_id
                      WHERE d.unit_id = h.unit_id AND d.child_id = h.child_id AND d.outcome = 'listed' AND r.state IN ('drawn-up', 'decided'))
   ORDER BY h.last_entry_on, h.unit_id, h.child_id $function$
;

-- owned by samplan_fence: The certificate of a list that was carried out
CREATE OR REPLACE FUNCTION public.app_disposal_certificate(p_run uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT jsonb_build_object('run', r.id, 'branch', r.branch_id, 'profile', r.profile, 'drawnUpBy', r.drawn_up_by, 'drawnUpOn', r.drawn_up_on, 'createdAt', r.created_at,
      'carriedOutOn', r.carried_out_on,
      'decisions', coalesce((SELECT jsonb_agg(jsonb_build_object('person', d.person_id, 'at', d.decided_at) ORDER BY d.decided_at, d.person_id)
                               FROM disposal_decision d WHERE d.run_id = r.id), '[]'),
      'cases', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'unit', c.unit_id, 'child', c.child_id, 'clock', c.clock, 'paragraph', c.paragraph,
                                  'lastEntryOn', c.last_entry_on, 'dueOn', c.due_on, 'finishBy', c.finish_by, 'outcome', c.outcome, 'droppedBecause', c.dropped_because,
                                  'disposedOn', c.disposed_on, 'items', c.items, 'files', c.files, 'plans', c.plans) ORDER BY c.due_on, c.id)
                           FROM disposal_case c WHERE c.run_id = r.id), '[]'))
    FROM disposal_run r WHERE r.id = p_run AND r.state = 'carried-out' $function$
;

-- owned by samplan_fence: Which certificates this database has carried out
CREATE OR REPLACE FUNCTION public.app_disposal_certificates()
 RETURNS TABLE(run_id uuid, number integer, hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.run_id, c.number, c.hash FROM disposal_certificate c ORDER BY c.number $function$
;

-- owned by samplan_fence: How the cases on a list of the own domain stand today
CREATE OR REPLACE FUNCTION public.app_disposal_facts(p_run uuid)
 RETURNS TABLE(case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT f.* FROM disposal_run r CROSS JOIN LATERAL app_listed_cases(r.id, NULL) f WHERE r.id = p_run AND r.branch_id = app_branch() $function$
;

-- owned by samplan_fence: Names on a list of the own domain
CREATE OR REPLACE FUNCTION public.app_disposal_names(p_run uuid)
 RETURNS TABLE(case_id uuid, given_name text, family_name text, birth_date date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT DISTINCT ON (d.id) d.id, f.given_name, f.family_name, f.birth_date
    FROM disposal_run r JOIN disposal_case d ON d.run_id = r.id JOIN person c ON c.id = d.child_id AND c.protection = 'none'
    JOIN case_file f ON f.child_id = d.child_id AND f.unit_id = d.unit_id
   WHERE r.id = p_run AND r.branch_id = app_branch() AND d.unit_id = ANY (app_own_units()) AND d.outcome = 'listed' AND r.state IN ('drawn-up', 'decided')
   ORDER BY d.id, lower(f.valid) DESC $function$
;

-- owned by samplan_fence: Removes one holder's copy about a child
CREATE OR REPLACE FUNCTION public.app_dispose_case(p_case uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
END $function$
;

-- owned by samplan_fence: Removes files of items
CREATE OR REPLACE FUNCTION public.app_dispose_files(p_items uuid[])
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_files int;
BEGIN
  INSERT INTO job.river_job (kind, args, max_attempts)
    SELECT 'discard', jsonb_build_object('itemId', a.item_id), 25 FROM attachment a WHERE a.item_id = ANY (p_items) AND a.kept_in = 'bucket';
  DELETE FROM attachment_content WHERE item_id = ANY (p_items);
  DELETE FROM attachment WHERE item_id = ANY (p_items);
  GET DIAGNOSTICS v_files = ROW_COUNT;
  RETURN v_files;
END $function$
;

-- owned by samplan_fence: Removes what a unit holds in the plans of a child
CREATE OR REPLACE FUNCTION public.app_dispose_items(p_unit uuid, p_child uuid, OUT items integer, OUT files integer)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
  DELETE FROM plan_transition_receiver r USING plan_transition t WHERE t.id = r.transition_id AND t.plan_id = ANY (v_plans) AND t.unit_id = p_unit;
  DELETE FROM plan_transition WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;
  DELETE FROM plan_deadline_reason WHERE plan_id = ANY (v_plans) AND unit_id = p_unit;
  DELETE FROM plan_status_reason r USING plan_status_change c
   WHERE c.id = r.change_id AND c.plan_id = ANY (v_plans) AND r.unit_id = p_unit AND r.declined_by IS DISTINCT FROM 'principal';
  DELETE FROM call_addressee a USING call c WHERE c.id = a.call_id AND c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  UPDATE meeting m SET call_id = NULL FROM call c WHERE c.id = m.call_id AND c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  DELETE FROM call c WHERE c.plan_id = ANY (v_plans) AND c.unit_id = p_unit AND c.sent_on IS NULL;
  UPDATE party SET disposed_on = app_today(), version = version + 1 WHERE plan_id = ANY (v_plans) AND unit_id = p_unit AND disposed_on IS NULL;
END $function$
;

-- owned by samplan_fence: Forgets people that nothing refers to
CREATE OR REPLACE FUNCTION public.app_dispose_people(p_people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_person uuid;
BEGIN
  FOREACH v_person IN ARRAY p_people LOOP
    BEGIN
      DELETE FROM person_identifier WHERE person_id = v_person;
      DELETE FROM person WHERE id = v_person AND staff_name IS NULL;
    EXCEPTION WHEN foreign_key_violation THEN NULL;
    END;
  END LOOP;
END $function$
;

-- owned by samplan_fence: Removes a plan that nobody holds any more
CREATE OR REPLACE FUNCTION public.app_dispose_plan(p_plan uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
  DELETE FROM plan_transition_receiver r USING plan_transition t WHERE t.id = r.transition_id AND t.plan_id = p_plan;
  DELETE FROM plan_transition WHERE plan_id = p_plan;
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
END $function$
;

-- owned by samplan_fence: Trigger: what is weeded of an item is weeded of requests for it
CREATE OR REPLACE FUNCTION public.app_dispose_public_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  DELETE FROM public_request_item l WHERE l.item_id = OLD.id;
  RETURN COALESCE(NEW, OLD);
END $function$
;

-- owned by samplan_fence: Removes what a unit alone holds about a child
CREATE OR REPLACE FUNCTION public.app_dispose_records(p_unit uuid, p_child uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
  DELETE FROM public_request_item l USING data_extract e, public_request r
   WHERE e.request_id = l.request_id AND r.id = l.request_id AND e.child_id = p_child AND r.unit_id = p_unit;
  DELETE FROM data_extract_extension x USING data_extract e, public_request r
   WHERE e.request_id = x.request_id AND r.id = x.request_id AND e.child_id = p_child AND r.unit_id = p_unit;
  WITH gone AS (DELETE FROM data_extract e USING public_request r WHERE r.id = e.request_id AND e.child_id = p_child AND r.unit_id = p_unit RETURNING e.request_id)
    DELETE FROM public_request r USING gone g WHERE r.id = g.request_id;
  DELETE FROM case_file WHERE child_id = p_child AND unit_id = p_unit;
  UPDATE consent SET disposed_on = app_today() WHERE child_id = p_child AND unit_id = p_unit AND disposed_on IS NULL;
END $function$
;

-- owned by samplan_fence: Removes what nobody holds any more about a child
CREATE OR REPLACE FUNCTION public.app_dispose_rest(p_child uuid, p_holders uuid[], OUT files integer, OUT plans integer)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
END $function$
;

-- owned by samplan_owner: Whether this transaction carries out a decided disposal
CREATE OR REPLACE FUNCTION public.app_disposing()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('app.disposing', true), '') = 'on' $function$
;

-- owned by samplan_fence: Removes the confirmations of a changed frame
CREATE OR REPLACE FUNCTION public.app_drop_all_confirmations(p_plan uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  DELETE FROM confirmation c USING party y, plan p
   WHERE c.plan_id = p_plan AND y.id = c.party_id AND p.id = p_plan AND p.lead_unit_id = app_unit() AND y.unit_id <> app_unit() $function$
;

-- owned by samplan_fence: Removes the confirmations that a changed item touches
CREATE OR REPLACE FUNCTION public.app_drop_confirmations(p_item uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v item%ROWTYPE; v_lead uuid;
BEGIN
  SELECT * INTO v FROM item WHERE id = p_item;
  IF NOT EXISTS (SELECT FROM confirmation c JOIN party y ON y.id = c.party_id WHERE c.plan_id = v.plan_id AND y.unit_id <> app_unit()) THEN
    RETURN;
  END IF;
  SELECT lead_unit_id INTO v_lead FROM plan WHERE id = v.plan_id;
  IF NOT app_unit_sees(v_lead, p_item) THEN RETURN; END IF;
  DELETE FROM confirmation c USING party y
   WHERE c.party_id = y.id AND c.plan_id = v.plan_id AND y.unit_id <> app_unit() AND app_unit_sees(y.unit_id, p_item);
END $function$
;

-- owned by samplan_fence: Trigger: hand-overs of units that are no more wait no longer
CREATE OR REPLACE FUNCTION public.app_drop_hand_overs()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE hand_over h SET state = 'declined', answered_on = NEW.takes_effect_on, answer_reason = 'reorganisation', version = h.version + 1
   WHERE h.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (h.from_unit_id, h.to_unit_id));
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: offers of units that are no more wait no longer
CREATE OR REPLACE FUNCTION public.app_drop_intervention_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE intervention_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: offers between units that were reorganised wait no longer
CREATE OR REPLACE FUNCTION public.app_drop_lead_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Takes cases off a list of the own domain
CREATE OR REPLACE FUNCTION public.app_drop_listed_cases(p_run uuid, p_cases uuid[], p_causes text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE disposal_case c SET outcome = 'dropped', dropped_because = x.cause FROM unnest(p_cases, p_causes) x (id, cause), disposal_run r
   WHERE c.id = x.id AND c.run_id = p_run AND c.outcome = 'listed' AND r.id = p_run AND r.branch_id = app_branch() AND r.state = 'drawn-up';
END $function$
;

-- owned by samplan_fence: Trigger: offers of units that are no more wait no longer
CREATE OR REPLACE FUNCTION public.app_drop_role_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE role_offer o SET state = 'declined', answered_on = NEW.takes_effect_on, reason = 'reorganisation', version = o.version + 1
   WHERE o.state = 'waiting' AND EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = NEW.id AND m.kind <> 'move'
     AND m.unit_id IN (o.from_unit_id, o.to_unit_id));
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: How the cases on a list stand that is to be carried out now
CREATE OR REPLACE FUNCTION public.app_due_disposal_facts(p_run uuid, p_now timestamp with time zone)
 RETURNS TABLE(case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT p_run IN (SELECT app_decided_disposals(p_now)) THEN RETURN; END IF;
  PERFORM set_config('app.today', (p_now AT TIME ZONE 'Europe/Stockholm')::date::text, true);
  PERFORM pg_advisory_xact_lock(hashtextextended(r.branch_id::text, 7265776)) FROM disposal_run r WHERE r.id = p_run;
  RETURN QUERY SELECT * FROM app_listed_cases(p_run, NULL);
END $function$
;

-- owned by samplan_fence: What the domain of a list has decided that is to be carried out now
CREATE OR REPLACE FUNCTION public.app_due_disposal_settings(p_run uuid, p_now timestamp with time zone)
 RETURNS TABLE(secrecy_class text, number integer, years integer, sample text, born_on integer[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT s.secrecy_class, s.number, s.years, s.sample, s.born_on FROM disposal_run r JOIN disposal_setting s ON s.branch_id = r.branch_id
   WHERE r.id = p_run AND r.id IN (SELECT app_decided_disposals(p_now)) $function$
;

-- owned by samplan_fence: Webhooks where something may have to be told
CREATE OR REPLACE FUNCTION public.app_due_webhooks(p_now timestamp with time zone, p_today date)
 RETURNS TABLE(webhook_id uuid, client_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT w.id, w.client_id FROM webhook w JOIN client c ON c.id = w.client_id
   WHERE w.ended_at IS NULL AND w.stopped_at IS NULL AND NOT w.is_paused AND c.ended_at IS NULL AND c.valid @> p_today AND 'events' = ANY (c.scopes)
     AND (EXISTS (SELECT FROM event e WHERE e.position IS NULL) OR EXISTS (SELECT FROM event e WHERE e.position > w.told_to)
       OR EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.next_at <= p_now))
   ORDER BY w.id $function$
;

-- owned by samplan_fence: The child behind an identity number, in an emergency
CREATE OR REPLACE FUNCTION public.app_emergency_child(p_type text, p_value text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT i.person_id FROM person_identifier i WHERE i.type = p_type AND i.value = p_value AND app_gives_emergency_care() $function$
;

-- owned by samplan_fence: Care givers that hold something about the child of an own inquiry
CREATE OR REPLACE FUNCTION public.app_emergency_holders(p_inquiry uuid)
 RETURNS TABLE(unit_id uuid, secrecy_class text, is_blocked boolean, review_days integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT n.id, n.secrecy_class, EXISTS (SELECT FROM block_in_force k WHERE k.child_id = q.child_id AND k.unit_id = n.id), app_review_days(n.id)
    FROM emergency_inquiry q
    JOIN unit n ON app_is_care_giver(n.id) AND EXISTS (SELECT FROM plan p JOIN item i ON i.plan_id = p.id
           WHERE p.child_id = q.child_id AND i.owner_unit_id = n.id AND i.visibility IN ('unit', 'parties', 'family') AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL)
   WHERE q.id = p_inquiry AND q.person_id = app_person() AND q.unit_id = app_unit() AND app_gives_emergency_care()
   ORDER BY n.name, n.id $function$
;

-- owned by samplan_fence: What an own emergency access shows now
CREATE OR REPLACE FUNCTION public.app_emergency_items(p_access uuid, p_assignment uuid, p_now timestamp with time zone)
 RETURNS SETOF item
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT i.*
    FROM emergency_access e
    JOIN plan p ON p.child_id = e.child_id
    JOIN item i ON i.plan_id = p.id AND i.owner_unit_id = e.holder_unit_id AND i.visibility IN ('unit', 'parties', 'family')
      AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL
   WHERE e.id = p_access AND e.person_id = app_person() AND e.unit_id = app_unit() AND e.assignment_id = p_assignment
     AND p_now >= e.opened_at AND p_now < e.opens_until AND app_gives_emergency_care() AND app_is_care_giver(e.holder_unit_id) $function$
;

-- owned by samplan_fence: What stands beside the items of an emergency access
CREATE OR REPLACE FUNCTION public.app_emergency_objections(p_access uuid, p_assignment uuid, p_now timestamp with time zone)
 RETURNS TABLE(item_id uuid, id uuid, speaker text, by_staff boolean, body text, made_on date, is_kept boolean, outcome text, correction text, reason text, decided_on date, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT o.item_id, o.id, o.speaker, o.by_staff, o.body::text, o.made_on, o.is_kept, d.outcome, d.correction::text, d.reason::text, d.decided_on, o.created_at
    FROM app_emergency_items(p_access, p_assignment, p_now) i JOIN objection o ON o.item_id = i.id LEFT JOIN objection_decision d ON d.objection_id = o.id $function$
;

-- owned by samplan_fence: Removes the words of cases and the links to children
CREATE OR REPLACE FUNCTION public.app_empty_forum_cases(p_cases uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  DELETE FROM forum_case_text WHERE case_id = ANY (p_cases);
  DELETE FROM forum_contribution WHERE case_id = ANY (p_cases);
  DELETE FROM forum_case_child WHERE case_id = ANY (p_cases);
  UPDATE forum_link_opening SET reason = NULL WHERE case_id = ANY (p_cases) AND reason IS NOT NULL $function$
;

-- owned by samplan_fence: Trigger: roles end with the part of the unit
CREATE OR REPLACE FUNCTION public.app_end_holders()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE role_holder h SET ends_on = greatest(h.starts_on - 1, NEW.left_on), version = h.version + 1
   WHERE h.party_id = NEW.id AND coalesce(h.ends_on > NEW.left_on, true);
  UPDATE role_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.party_id = NEW.id AND o.state = 'waiting';
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: offers end with the part of a unit
CREATE OR REPLACE FUNCTION public.app_end_intervention_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE intervention_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.plan_id = NEW.plan_id AND NEW.unit_id IN (o.from_unit_id, o.to_unit_id) AND o.state = 'waiting';
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: offers end with the part of a unit
CREATE OR REPLACE FUNCTION public.app_end_lead_offers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE lead_offer o SET state = 'declined', answered_on = NEW.left_on, reason = 'left', version = o.version + 1
   WHERE o.plan_id = NEW.plan_id AND NEW.unit_id IN (o.from_unit_id, o.to_unit_id) AND o.state = 'waiting';
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Ends what is planned of a plan that went over or ended
CREATE OR REPLACE FUNCTION public.app_end_transitions(p_plan uuid, p_to uuid, p_reason text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_transition t SET ended_on = app_today(), version = t.version + 1,
    state = CASE WHEN x.is_done THEN 'carried-out' ELSE 'cancelled' END, end_reason = CASE WHEN NOT x.is_done THEN p_reason END
    FROM (SELECT o.id, EXISTS (SELECT FROM plan_transition_receiver r WHERE r.transition_id = o.id AND r.to_unit_id = p_to
              AND r.since = (SELECT max(n.since) FROM plan_transition_receiver n WHERE n.transition_id = o.id)) AS is_done
            FROM plan_transition o WHERE o.plan_id = p_plan AND o.state = 'planned') x
   WHERE x.id = t.id;
END $function$
;

-- owned by samplan_fence: Identifies a citizen, sets who asks and which plans are the family's
CREATE OR REPLACE FUNCTION public.app_enter_citizen(p_type text, p_value text, p_today date)
 RETURNS TABLE(person_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
DECLARE v_person uuid; v record; v_unit uuid; v_child_from int; v_guardian_until int; v_birth date; v_own uuid[] := '{}'; v_all uuid[] := '{}';
  v_files text[] := '{}'; v_withheld text;
BEGIN
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.person', v_person::text, true), set_config('app.today', p_today::text, true);
  FOR v IN
    SELECT p.id, p.child_id, p.lead_unit_id AS unit_id, true AS is_own FROM plan p WHERE p.child_id = v_person AND p.informed_on <= p_today
    UNION
    SELECT p.id, p.child_id, p.lead_unit_id, false FROM relation r JOIN plan p ON p.child_id = r.child_id AND p.lead_unit_id = r.unit_id
     WHERE r.person_id = v_person AND r.valid @> p_today AND p.informed_on <= p_today
       AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
  LOOP
    IF v.unit_id IS DISTINCT FROM v_unit THEN
      v_unit := v.unit_id;
      SELECT g.child_from, g.guardian_until INTO v_child_from, v_guardian_until FROM app_family_ages(v_unit) g;
    END IF;
    v_birth := app_birth_date(v.child_id, v_unit);
    IF (CASE WHEN v.is_own THEN p_today >= v_birth + make_interval(years => v_child_from) ELSE p_today < v_birth + make_interval(years => v_guardian_until) END) THEN
      v_all := v_all || v.id;
      v_files := v_files || (v.child_id || ':' || v_unit);
      IF v.is_own THEN v_own := v_own || v.id; END IF;
    END IF;
  END LOOP;
  IF v_all <> '{}' THEN
    SELECT array_agg(i.id)::text INTO v_withheld FROM item i
     WHERE i.plan_id = ANY (v_all) AND i.visibility = 'family' AND (
       EXISTS (SELECT FROM withholding h WHERE h.item_id = i.id AND h.ended_on IS NULL
                  AND (h.person_id = v_person OR h.person_id IS NULL AND i.plan_id <> ALL (v_own)))
       OR EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id AND t.ended_on IS NULL AND t.person_id <> v_person));
  END IF;
  PERFORM set_config('app.self_plans', v_own::text, true), set_config('app.family_plans', v_all::text, true),
          set_config('app.family_files', v_files::text, true), set_config('app.withheld', coalesce(v_withheld, '{}'), true);
  RETURN QUERY SELECT v_person;
END $function$
;

-- owned by samplan_fence: Says through which registered client is asked, and what it may be used for
CREATE OR REPLACE FUNCTION public.app_enter_client(p_client uuid, p_alone boolean, p_today date)
 RETURNS TABLE(scopes text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
BEGIN
  SELECT c.scopes INTO scopes FROM client c WHERE c.id = p_client AND c.valid @> p_today AND c.ended_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.client', p_client::text, true), set_config('app.today', p_today::text, true),
    set_config('app.system', CASE WHEN p_alone THEN p_client::text ELSE '' END, true);
  RETURN NEXT;
END $function$
;

-- owned by samplan_fence: Identifies a member of staff, sets who asks for this transaction, lists the assignments
CREATE OR REPLACE FUNCTION public.app_enter_staff(p_issuer text, p_subject text, p_assignment uuid, p_today date)
 RETURNS TABLE(person_id uuid, person_name text, assignment_id uuid, role text, unit_id uuid, unit_name text, branch_id uuid, secrecy_class text, valid daterange, chosen boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
DECLARE v_fitting int; v_set text;
BEGIN
  SELECT l.person_id, s.staff_name INTO person_id, person_name FROM login l JOIN person s ON s.id = l.person_id
   WHERE l.issuer = p_issuer AND l.subject = p_subject;
  IF NOT FOUND THEN RETURN; END IF;
  IF EXISTS (SELECT FROM reorganisation r WHERE r.status = 'decided' AND r.takes_effect_on <= p_today) THEN
    PERFORM app_apply_due(p_today);
  END IF;
  v_set := set_config('app.person', person_id::text, true) || set_config('app.today', p_today::text, true);
  FOR assignment_id, role, unit_id, unit_name, branch_id, secrecy_class, valid, chosen, v_fitting IN
    SELECT a.id, a.role, a.unit_id, n.name, u.branch_id, n.secrecy_class, a.valid,
           u.branch_id IS NOT NULL AND (p_assignment IS NULL OR a.id = p_assignment),
           count(u.branch_id) FILTER (WHERE p_assignment IS NULL OR a.id = p_assignment) OVER ()
      FROM assignment a JOIN unit n ON n.id = a.unit_id LEFT JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> p_today
     WHERE a.person_id = app_enter_staff.person_id AND a.valid @> p_today
     ORDER BY n.name, a.role, a.id
  LOOP
    chosen := chosen AND v_fitting = 1;
    IF chosen THEN
      v_set := set_config('app.unit', unit_id::text, true) || set_config('app.branch', branch_id::text, true)
        || set_config('app.own_units', (SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = app_enter_staff.branch_id AND q.valid @> p_today), true)
        || set_config('app.assignment', assignment_id::text, true);
    END IF;
    RETURN NEXT;
  END LOOP;
  IF NOT FOUND THEN -- works nowhere today
    chosen := false;
    RETURN NEXT;
  END IF;
END $function$
;

-- owned by samplan_fence: Trigger: a call is received, or answered
CREATE OR REPLACE FUNCTION public.app_event_of_call()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_plan uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state OR NEW.state NOT IN ('waiting', 'accepted', 'declined') THEN RETURN NULL; END IF;
  SELECT c.plan_id INTO v_plan FROM call c WHERE c.id = NEW.call_id;
  IF NEW.state = 'waiting' THEN
    PERFORM app_happened('call-received', NEW.id, v_plan);
  ELSE
    PERFORM app_happened('call-answered', NEW.call_id, v_plan);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Keeps that a consent opened or closed something in the plans of its child
CREATE OR REPLACE FUNCTION public.app_event_of_consent(p_kind text, p_consent uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  INSERT INTO event (kind, about_id, plan_id, through_id)
  SELECT p_kind, p.id, p.id, c.id FROM consent c JOIN plan p ON p.child_id = c.child_id
   WHERE c.id = p_consent AND c.kind = 'share' AND NOT app_is_over(p.status)
     AND NOT EXISTS (SELECT FROM event e WHERE e.about_id = p.id AND e.kind = p_kind AND e.through_id = c.id) ORDER BY p.id $function$
;

-- owned by samplan_fence: Trigger: a unit is asked by a decision, or has answered, or is not asked any longer
CREATE OR REPLACE FUNCTION public.app_event_of_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NEW.unit_id IS NULL OR TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state IN ('proposed', 'open') THEN
    PERFORM app_happened('decision-asked', NEW.item_id, NEW.plan_id);
  ELSIF NEW.state = 'cancelled' THEN
    PERFORM app_happened('decision-cancelled', NEW.item_id, NEW.plan_id);
  ELSIF NEW.state <> 'noted' THEN
    PERFORM app_happened('decision-answered', NEW.item_id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a consent is in force
CREATE OR REPLACE FUNCTION public.app_event_of_giver()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM consent_in_force f WHERE f.id = NEW.consent_id) THEN
    PERFORM app_event_of_consent('plan-access-opened', NEW.consent_id);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a meeting is booked, moved, cancelled or closed
CREATE OR REPLACE FUNCTION public.app_event_of_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM app_happened('meeting-booked', NEW.id, NEW.plan_id);
  ELSIF NEW.state <> OLD.state THEN
    PERFORM app_happened(CASE NEW.state WHEN 'cancelled' THEN 'meeting-cancelled' ELSE 'meeting-closed' END, NEW.id, NEW.plan_id);
  ELSIF (NEW.starts_at, NEW.ends_at, NEW.way) IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.way) THEN
    PERFORM app_happened('meeting-changed', NEW.id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a plan is established, or over
CREATE OR REPLACE FUNCTION public.app_event_of_plan()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NEW.to_status = 'established' OR app_is_over(NEW.to_status) THEN
    PERFORM app_happened(CASE WHEN NEW.to_status = 'established' THEN 'plan-established' ELSE 'plan-ended' END, NEW.plan_id, NEW.plan_id);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a request for a plan is received, answered or withdrawn
CREATE OR REPLACE FUNCTION public.app_event_of_request()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state = 'received' THEN
    PERFORM app_happened('plan-request-received', NEW.id, NULL);
  ELSIF NEW.state = 'withdrawn' THEN
    PERFORM app_happened('plan-request-withdrawn', NEW.id, NULL);
  ELSIF NEW.state <> 'assessing' THEN
    PERFORM app_happened('plan-request-answered', NEW.id, NULL);
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a version is dispatched
CREATE OR REPLACE FUNCTION public.app_event_of_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM app_happened('version-dispatched', NEW.plan_id, NEW.plan_id);
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: a consent is withdrawn
CREATE OR REPLACE FUNCTION public.app_event_of_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM app_event_of_consent('plan-access-ended', NEW.id);
  RETURN NULL;
END $function$
;

-- owned by samplan_owner: Items that a consent in force keeps back from the own domain
CREATE OR REPLACE FUNCTION public.app_excluded()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.excluded', true), ''), '{}')::uuid[] $function$
;

-- owned by samplan_fence: Who could see an item on a day
CREATE OR REPLACE FUNCTION public.app_explain_item(p_item uuid, p_day date)
 RETURNS TABLE(rule text, unit_id uuid, secrecy_class text, own_principal boolean, role text, person_id uuid, staff_name text, works daterange, has_case daterange, named boolean, consent_id uuid, disclosure_id uuid, ground text, paragraph text, opens daterange)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
DECLARE v item%ROWTYPE; v_plan plan%ROWTYPE; v_today text := current_setting('app.today', true); v_principal uuid := app_own_principal(); v_class text;
BEGIN
  SELECT i.* INTO v FROM item i WHERE i.id = p_item AND (app_place_on(i.owner_unit_id, app_today())).principal_id = v_principal;
  IF v.id IS NULL THEN RETURN; END IF;
  SELECT p.* INTO v_plan FROM plan p WHERE p.id = v.plan_id;
  SELECT n.secrecy_class INTO v_class FROM unit n WHERE n.id = v.owner_unit_id;
  rule := 'item'; unit_id := v.owner_unit_id; secrecy_class := v_class; own_principal := true;
  RETURN NEXT;
  IF v.created_on > p_day THEN RETURN; END IF;
  PERFORM set_config('app.today', p_day::text, true); -- consents are weighed as of that day
  RETURN QUERY
  WITH holder AS (SELECT q.branch_id, greatest(lower(q.valid), v.taken_over_on) AS placed FROM unit_place q WHERE q.unit_id = v.owner_unit_id AND q.valid @> p_day),
  share AS MATERIALIZED (
    SELECT c.id, c.kind, c.valid_from, least(c.valid_to, c.withdrawn_on) AS ends FROM consent c
     WHERE c.child_id = v_plan.child_id AND c.kind IN ('share', 'other-person') AND p_day BETWEEN c.valid_from AND least(c.valid_to, c.withdrawn_on)
       AND NOT EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.answered_on > p_day)
       AND app_is_given(c.id, c.child_id, c.unit_id)),
  part AS (
    SELECT y.unit_id, m.branch_id, greatest(lower(m.valid), y.taken_over_on) AS placed, coalesce(y.answered_on, y.added_on) AS first_day, y.left_on AS last_day
      FROM party y JOIN unit_place m ON m.unit_id = y.unit_id AND m.valid @> p_day
     WHERE y.plan_id = v.plan_id AND y.state IN ('accepted', 'left')
       AND coalesce(y.answered_on, y.added_on) <= p_day AND coalesce(y.left_on, 'infinity') >= p_day),
  blocked AS (
    SELECT FROM care_block b WHERE b.child_id = v_plan.child_id AND b.unit_id = v.owner_unit_id AND b.set_on <= p_day
       AND (b.lifted_on IS NULL OR b.lifted_on > p_day)),
  reached AS (
    SELECT 'own' AS rule, q.unit_id, NULL::uuid AS consent_id, NULL::uuid AS disclosure_id, NULL AS ground, NULL AS paragraph, NULL::daterange AS opens
      FROM holder h JOIN unit_place q ON q.branch_id = h.branch_id AND q.valid @> p_day
     WHERE q.unit_id = v.owner_unit_id OR NOT EXISTS (SELECT FROM blocked)
    UNION ALL
    SELECT 'released', y.unit_id, c.id, NULL, 'consent', NULL, daterange(greatest(c.valid_from, y.first_day), least(c.ends, y.last_day), '[]')
      FROM part y CROSS JOIN holder h
      JOIN part o ON o.unit_id = v.owner_unit_id
      JOIN share c ON y.placed <= c.valid_from AND h.placed <= c.valid_from AND o.placed <= c.valid_from
      JOIN consent_scope s ON s.consent_id = c.id AND s.from_branch_id = h.branch_id AND s.to_branch_id = y.branch_id AND s.category = v.category
     WHERE c.kind = 'share' AND v.visibility IN ('parties', 'family') AND y.branch_id <> h.branch_id AND NOT EXISTS (SELECT FROM blocked)
       AND NOT EXISTS (SELECT FROM consent_exclusion x JOIN share z ON z.id = x.consent_id
                         JOIN consent_scope t ON t.consent_id = x.consent_id AND t.to_branch_id = y.branch_id WHERE x.item_id = v.id)
       AND NOT EXISTS (SELECT FROM item_subject j WHERE j.item_id = v.id AND (j.ended_on IS NULL OR j.ended_on > p_day) AND NOT EXISTS (
             SELECT FROM share z JOIN consent_giver g ON g.consent_id = z.id AND g.person_id = j.person_id AND g.capacity = 'subject'
               JOIN consent_scope t ON t.consent_id = z.id AND t.from_branch_id = h.branch_id AND t.to_branch_id = y.branch_id AND t.category = v.category
              WHERE z.kind = 'other-person' AND y.placed <= z.valid_from AND h.placed <= z.valid_from))
    UNION ALL
    SELECT 'released', y.unit_id, NULL, d.id, d.ground, d.paragraph::text, daterange(greatest(d.decided_on, y.first_day), least(d.valid_to, d.ended_on, y.last_day), '[]')
      FROM part y CROSS JOIN holder h
      JOIN disclosure d ON d.item_id = v.id AND d.to_unit_id = y.unit_id AND p_day BETWEEN d.decided_on AND least(d.valid_to, d.ended_on)
     WHERE v.visibility IN ('parties', 'family') AND NOT EXISTS (SELECT FROM blocked) AND y.placed <= d.decided_on AND h.placed <= d.decided_on
       AND EXISTS (SELECT FROM part o WHERE o.unit_id = v.owner_unit_id))
  SELECT r.rule, r.unit_id, n.secrecy_class, w.principal_id = v_principal, a.role, CASE WHEN w.principal_id = v_principal THEN a.person_id END,
         CASE WHEN w.principal_id = v_principal THEN s.staff_name::text END, k.valid, f.valid,
         v.visibility <> 'named' AND coalesce(v.kept_apart_on > p_day, true) OR EXISTS (SELECT FROM item_named d WHERE d.item_id = v.id AND d.person_id = a.person_id),
         r.consent_id, r.disclosure_id, r.ground, r.paragraph, r.opens
    FROM reached r JOIN unit n ON n.id = r.unit_id
    CROSS JOIN LATERAL app_place_on(r.unit_id, p_day) w
    JOIN assignment a ON a.unit_id = r.unit_id AND a.valid @> p_day
    JOIN person s ON s.id = a.person_id
    LEFT JOIN case_worker k ON k.child_id = v_plan.child_id AND k.unit_id = r.unit_id AND k.person_id = a.person_id AND k.valid @> p_day
    LEFT JOIN case_file f ON f.child_id = v_plan.child_id AND f.unit_id = r.unit_id AND f.valid @> p_day
   ORDER BY r.rule, n.name, r.unit_id, a.role, s.staff_name, a.id, r.consent_id, r.disclosure_id;
  IF v.visibility = 'family' AND v_plan.informed_on <= p_day THEN
    RETURN QUERY
    SELECT DISTINCT 'family', NULL::uuid, NULL::text, false, t.who, NULL::uuid, NULL::text, NULL::daterange, NULL::daterange, true,
           NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::daterange
      FROM app_family_ages(v_plan.lead_unit_id) g
      CROSS JOIN LATERAL (
        SELECT 'child' AS who, v_plan.child_id AS person
         WHERE p_day >= app_birth_date(v_plan.child_id, v_plan.lead_unit_id) + make_interval(years => g.child_from)
        UNION ALL
        SELECT 'guardian', r.person_id FROM relation r
         WHERE r.child_id = v_plan.child_id AND r.unit_id = v_plan.lead_unit_id AND r.valid @> p_day
           AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
           AND p_day < app_birth_date(v_plan.child_id, v_plan.lead_unit_id) + make_interval(years => g.guardian_until)) t
     WHERE NOT EXISTS (SELECT FROM withholding h WHERE h.item_id = v.id AND h.decided_on <= p_day AND (h.ended_on IS NULL OR h.ended_on > p_day)
                          AND (h.person_id = t.person OR h.person_id IS NULL AND t.who = 'guardian'))
       AND NOT EXISTS (SELECT FROM item_subject j WHERE j.item_id = v.id AND (j.ended_on IS NULL OR j.ended_on > p_day) AND j.person_id <> t.person)
     ORDER BY 5;
  END IF;
  PERFORM set_config('app.today', v_today, true);
END $function$
;

-- owned by samplan_fence: What is counted of a row of a table
CREATE OR REPLACE FUNCTION public.app_facts_of(p_table text, p_key uuid)
 RETURNS SETOF statistics_fact
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  CASE p_table
    WHEN 'plan' THEN RETURN QUERY SELECT * FROM fact_of_plan f WHERE f.key = p_key;
    WHEN 'plan_status_change' THEN RETURN QUERY SELECT * FROM fact_of_status_change f WHERE f.key = p_key;
    WHEN 'call' THEN RETURN QUERY SELECT * FROM fact_of_call f WHERE f.key = p_key;
    WHEN 'meeting' THEN RETURN QUERY SELECT * FROM fact_of_meeting f WHERE f.key = p_key;
    WHEN 'plan_version' THEN RETURN QUERY SELECT * FROM fact_of_version f WHERE f.key = p_key;
    WHEN 'plan_follow_up' THEN RETURN QUERY SELECT * FROM fact_of_follow_up f WHERE f.key = p_key;
    WHEN 'evaluation' THEN RETURN QUERY SELECT * FROM fact_of_evaluation f WHERE f.key = p_key;
    WHEN 'consent_giver' THEN RETURN QUERY SELECT * FROM fact_of_consent_giver f WHERE f.key = p_key;
    WHEN 'consent' THEN RETURN QUERY SELECT * FROM fact_of_consent f WHERE f.key = p_key;
    WHEN 'plan_request' THEN RETURN QUERY SELECT * FROM fact_of_request f WHERE f.key = p_key;
    WHEN 'forum_case' THEN RETURN QUERY SELECT * FROM fact_of_forum_case f WHERE f.key = p_key;
  END CASE;
END $function$
;

-- owned by samplan_fence: Ages at which child and guardian see plans that a unit leads
CREATE OR REPLACE FUNCTION public.app_family_ages(p_unit uuid, OUT child_from integer, OUT guardian_until integer)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_principal uuid := app_principal_on(p_unit, 'infinity');
BEGIN
  SELECT r.child_sees_from, r.guardian_sees_until INTO child_from, guardian_until FROM principal_routine r WHERE r.principal_id = v_principal;
END $function$
;

-- owned by samplan_owner: child:unit pairs of those plans: the cases that lend them the child's name
CREATE OR REPLACE FUNCTION public.app_family_files()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.family_files', true), ''), '{}')::text[] $function$
;

-- owned by samplan_fence: Which unit took part in the family's plans, on which days
CREATE OR REPLACE FUNCTION public.app_family_parts(p_parties uuid[])
 RETURNS TABLE(plan_id uuid, child_id uuid, unit_id uuid, first_day date, last_day date)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH part AS (
    SELECT y.plan_id, p.child_id, y.unit_id, coalesce(y.answered_on, y.added_on) AS first_day, coalesce(y.left_on, 'infinity') AS last_day,
           y.taken_over_on IS NOT NULL AS is_handed
      FROM party y JOIN plan p ON p.id = y.plan_id
     WHERE y.id = ANY (p_parties) AND y.plan_id = ANY (app_family_plans()) AND y.state IN ('accepted', 'left')),
  hand_over AS (
    SELECT c.child_id, c.to_unit_id, max(r.takes_effect_on) AS on_day, (array_agg(c.unit_id))[1] AS from_unit_id, count(*) AS times
      FROM reorganisation_case c JOIN reorganisation r ON r.id = c.reorganisation_id GROUP BY 1, 2)
  SELECT t.plan_id, t.child_id, t.unit_id, CASE WHEN t.is_handed THEN greatest(t.first_day, h.on_day) ELSE t.first_day END, t.last_day
    FROM part t LEFT JOIN hand_over h ON h.child_id = t.child_id AND h.to_unit_id = t.unit_id
  UNION ALL
  SELECT t.plan_id, t.child_id, h.from_unit_id, greatest(t.first_day, b.on_day), least(t.last_day, h.on_day - 1)
    FROM part t JOIN hand_over h ON h.child_id = t.child_id AND h.to_unit_id = t.unit_id AND h.times = 1
    LEFT JOIN hand_over b ON b.child_id = t.child_id AND b.to_unit_id = h.from_unit_id
   WHERE t.is_handed;
END $function$
;

-- owned by samplan_owner: The plans that the person may see as guardian or as the child itself
CREATE OR REPLACE FUNCTION public.app_family_plans()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.family_plans', true), ''), '{}')::uuid[] $function$
;

-- owned by samplan_fence: Trigger: who follows ends the one before
CREATE OR REPLACE FUNCTION public.app_follow_holder()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_before uuid;
BEGIN
  UPDATE role_holder h SET ends_on = NEW.starts_on - 1, version = h.version + 1
   WHERE h.plan_id = NEW.plan_id AND h.role = NEW.role AND h.stands_in_for_id IS NULL AND h.ends_on IS NULL AND h.starts_on <= NEW.starts_on
  RETURNING h.id INTO v_before;
  UPDATE role_holder h SET ends_on = greatest(h.starts_on - 1, NEW.starts_on - 1), version = h.version + 1
   WHERE h.stands_in_for_id = v_before AND h.ends_on >= NEW.starts_on;
  RETURN NEW;
END $function$
;

-- owned by samplan_fence: Of fewer than this nothing is told of a half-year
CREATE OR REPLACE FUNCTION public.app_formulation_fewest(p_term date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT app_statistics_fewest(app_principal(), p_term) $function$
;

-- owned by samplan_fence: Goals and interventions of the own domain with the names and places around them, for an analyst's sample
CREATE OR REPLACE FUNCTION public.app_formulations(p_from date, p_to date)
 RETURNS TABLE(item_id uuid, kind text, words text, has_period boolean, has_contact boolean, child_id uuid, names text[], places text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH staff AS MATERIALIZED (
    SELECT coalesce(array_agg(DISTINCT k.staff_name::text), '{}') AS names FROM assignment a JOIN person k ON k.id = a.person_id
     WHERE a.unit_id = ANY (app_own_units()) AND k.staff_name IS NOT NULL)
  SELECT i.id, i.kind, concat_ws(E'\n', i.title, i.body), i.starts_on IS NOT NULL OR i.ends_on IS NOT NULL OR i.horizon IS NOT NULL,
         i.contact_name IS NOT NULL, p.child_id,
         (SELECT staff.names FROM staff)
           || ARRAY(SELECT f.given_name || ' ' || f.family_name FROM case_file f WHERE f.child_id = p.child_id AND f.unit_id = ANY (app_own_units())
                    UNION SELECT r.given_name || ' ' || r.family_name FROM relation r WHERE r.child_id = p.child_id AND r.unit_id = ANY (app_own_units()))
           || ARRAY(SELECT i.contact_name::text WHERE i.contact_name IS NOT NULL UNION SELECT i.outside_actor::text WHERE i.outside_actor IS NOT NULL),
         ARRAY(SELECT w.body::text FROM whereabouts w WHERE w.child_id = p.child_id AND w.unit_id = ANY (app_own_units())
                  AND w.kind IN ('address', 'school', 'meeting-place', 'municipality', 'other'))
    FROM item i JOIN plan p ON p.id = i.plan_id JOIN person c ON c.id = p.child_id AND c.protection = 'none'
   WHERE i.owner_unit_id = ANY (app_own_units()) AND i.kind IN ('goal', 'intervention') AND i.author_kind = 'staff' AND i.visibility IN ('parties', 'family')
     AND i.created_on BETWEEN p_from AND p_to AND i.kept_apart_on IS NULL AND i.disposed_on IS NULL
     AND NOT EXISTS (SELECT FROM relation r JOIN person x ON x.id = r.person_id WHERE r.child_id = p.child_id AND x.protection <> 'none')
     AND NOT EXISTS (SELECT FROM care_block b WHERE b.child_id = p.child_id AND (b.lifted_on IS NULL OR b.lifted_on > app_today()))
     AND NOT EXISTS (SELECT FROM withholding w WHERE w.item_id = i.id AND w.ended_on IS NULL)
     AND NOT EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id)
     AND EXISTS (SELECT FROM assignment a WHERE a.person_id = app_person() AND a.unit_id = app_unit() AND a.role = 'analyst' AND a.valid @> app_today()) $function$
;

-- owned by samplan_fence: Who consents for a child born on a day whose maturity the unit has not assessed (R16)
CREATE OR REPLACE FUNCTION public.app_givers_by_age(p_unit uuid, p_birth date)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  -- Below the age at which any profile asks others the profile of the unit need not be looked up.
  IF NOT EXISTS (SELECT FROM routine_version r WHERE app_today() >= p_birth + make_interval(years => r.others_asked_from)) THEN RETURN 'guardians'; END IF;
  RETURN coalesce((
    SELECT a.givers
      FROM (SELECT r.consent_ages FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
              JOIN principal_routine r ON r.principal_id = a.principal_id
             WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1) r
     CROSS JOIN LATERAL jsonb_to_recordset(r.consent_ages) AS a ("fromAge" int, "untilAge" int, givers text)
     WHERE app_today() >= p_birth + make_interval(years => a."fromAge") AND app_today() < p_birth + make_interval(years => a."untilAge")),
    'guardians');
END $function$
;

-- owned by samplan_fence: Whether the own unit may ask in an emergency
CREATE OR REPLACE FUNCTION public.app_gives_emergency_care()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM unit n WHERE n.id = app_unit() AND n.secrecy_class = 'health') $function$
;

-- owned by samplan_fence: Whether the own unit may give a role of a plan away
CREATE OR REPLACE FUNCTION public.app_gives_role(p_plan uuid, p_role text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM plan p WHERE p.id = p_plan AND p.lead_unit_id = app_unit())
      OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id
                  WHERE h.plan_id = p_plan AND h.role = p_role AND p_role <> 'leader' AND y.unit_id = app_unit() AND y.state = 'accepted'
                    AND h.ends_on IS NULL AND h.stands_in_for_id IS NULL) $function$
;

-- owned by samplan_fence: The deviations that the actor's groups have
CREATE OR REPLACE FUNCTION public.app_group_deviations()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.deviation_id FROM deviation_case c JOIN group_member m ON m.group_id = c.group_id
   WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today() $function$
;

-- owned by samplan_fence: How many deviations units of an own group only observed in a year, by category
CREATE OR REPLACE FUNCTION public.app_group_observed(p_group uuid, p_year integer)
 RETURNS TABLE(category text, times integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT d.category::text, count(*)::int FROM deviation d
   WHERE d.kind = 'observed' AND d.withdrawn_on IS NULL AND extract(year FROM d.entered_on) = p_year
     AND NOT EXISTS (SELECT FROM deviation_contact t WHERE t.deviation_id = d.id)
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = d.unit_id AND m.valid @> make_date(p_year, 12, 31))
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = app_unit() AND m.person_id = app_person() AND m.valid @> app_today())
   GROUP BY 1 $function$
;

-- owned by samplan_fence: How many suggestions of deviations nobody took up in a year with units of an own group
CREATE OR REPLACE FUNCTION public.app_group_unhandled(p_group uuid, p_year integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = app_unit() AND m.person_id = app_person() AND m.valid @> app_today()) THEN
    RETURN 0;
  END IF;
  RETURN (SELECT count(*) FROM deviation_suggestion g JOIN meeting t ON t.id = g.meeting_id
           WHERE extract(year FROM g.noted_on) = p_year AND (g.ended_on IS NULL OR extract(year FROM g.ended_on) > p_year)
             AND EXISTS (SELECT FROM group_member m WHERE m.group_id = p_group AND m.unit_id = t.unit_id AND m.valid @> make_date(p_year, 12, 31)))::int;
END $function$
;

-- owned by samplan_owner: The half-year in which a day lies, by its first day
CREATE OR REPLACE FUNCTION public.app_half_year(p_day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT make_date(extract(year FROM p_day)::int, CASE WHEN extract(month FROM p_day) < 7 THEN 1 ELSE 7 END, 1) $function$
;

-- owned by samplan_fence: What was said of a block follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_block_reasons()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE care_block_reason s SET unit_id = NEW.to_unit_id FROM care_block b
   WHERE b.id = s.block_id AND b.child_id = NEW.child_id AND s.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: calls follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_calls()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE call_addressee a SET unit_id = NEW.to_unit_id, version = a.version + 1
    FROM call c JOIN plan p ON p.id = c.plan_id
   WHERE c.id = a.call_id AND p.child_id = NEW.child_id AND a.unit_id = NEW.unit_id AND a.state NOT IN ('drafted', 'dropped');
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Hands over a case
CREATE OR REPLACE FUNCTION public.app_hand_over_case(t reorganisation_case, p_day date, p_along boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE f record; v_ids uuid[]; v_valid daterange;
BEGIN
  FOR f IN SELECT id, valid FROM case_file WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM case_file k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id AND k.valid && f.valid
                    ORDER BY lower(k.valid) DESC, k.version DESC, k.id);
    SELECT range_merge(range_agg(k.valid)) INTO v_valid FROM case_file k WHERE k.id = ANY (v_ids);
    INSERT INTO case_file_folded (id, into_id, reorganisation_id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
      SELECT k.id, v_ids[1], t.reorganisation_id, k.child_id, k.unit_id, k.given_name, k.family_name, k.birth_date, k.reason, k.valid
        FROM case_file k WHERE k.id = ANY (v_ids[2:]);
    DELETE FROM case_file WHERE id = ANY (v_ids[2:]);
    UPDATE case_file SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;

  IF NOT p_along THEN -- who stays behind no longer works with it
    DELETE FROM case_worker WHERE child_id = t.child_id AND unit_id = t.unit_id AND lower(valid) >= p_day;
    UPDATE case_worker SET valid = daterange(lower(valid), p_day) WHERE child_id = t.child_id AND unit_id = t.unit_id AND valid @> p_day;
  END IF;
  FOR f IN SELECT id, valid, person_id FROM case_worker WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM case_worker k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id
                      AND k.person_id = f.person_id AND k.valid && f.valid ORDER BY lower(k.valid) DESC, k.id);
    SELECT range_merge(range_agg(k.valid)) INTO v_valid FROM case_worker k WHERE k.id = ANY (v_ids);
    DELETE FROM case_worker WHERE id = ANY (v_ids[2:]);
    UPDATE case_worker SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;

  FOR f IN SELECT id, valid, person_id, kind FROM relation WHERE child_id = t.child_id AND unit_id = t.unit_id ORDER BY lower(valid) LOOP
    v_ids := ARRAY(SELECT k.id FROM relation k WHERE k.id = f.id OR k.child_id = t.child_id AND k.unit_id = t.to_unit_id
                      AND k.person_id = f.person_id AND k.kind = f.kind AND k.valid && f.valid ORDER BY lower(k.valid) DESC, k.version DESC, k.id);
    SELECT daterange(min(lower(k.valid)), min(upper(k.valid))) INTO v_valid FROM relation k WHERE k.id = ANY (v_ids);
    DELETE FROM relation WHERE id = ANY (v_ids[2:]);
    UPDATE relation SET unit_id = t.to_unit_id, valid = v_valid, version = version + 1 WHERE id = v_ids[1];
  END LOOP;
  UPDATE care_block b SET unit_id = t.to_unit_id, version = version + 1 WHERE b.child_id = t.child_id AND b.unit_id = t.unit_id
     AND NOT (b.lifted_on IS NULL AND EXISTS (SELECT FROM care_block k WHERE k.child_id = t.child_id AND k.unit_id = t.to_unit_id AND k.lifted_on IS NULL));
  UPDATE maturity_assessment SET unit_id = t.to_unit_id WHERE child_id = t.child_id AND unit_id = t.unit_id;
  UPDATE consent SET unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND unit_id = t.unit_id;
END $function$
;

-- owned by samplan_fence: Reports that were sent follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_concerns()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE concern_report SET from_unit_id = NEW.to_unit_id, version = version + 1
   WHERE child_id = NEW.child_id AND from_unit_id = NEW.unit_id AND to_unit_id <> NEW.to_unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: reasons for broken deadlines follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_deadline_reasons()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_deadline_reason r SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = r.plan_id AND p.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: what a unit was asked to do follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_decisions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE decision d SET unit_id = NEW.to_unit_id, version = d.version + 1
    FROM plan p WHERE p.id = d.plan_id AND p.child_id = NEW.child_id AND d.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: the own unit's link to a child follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_deviations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE deviation_child c SET unit_id = NEW.to_unit_id WHERE c.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: the own unit's link to a child follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_forum_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE forum_case_child c SET unit_id = NEW.to_unit_id WHERE c.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: what was asked follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_information()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE information_request r SET from_unit_id = NEW.to_unit_id, version = r.version + 1
   WHERE r.child_id = NEW.child_id AND r.from_unit_id = NEW.unit_id AND r.to_unit_id <> NEW.to_unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: that a unit led goes with the case
CREATE OR REPLACE FUNCTION public.app_hand_over_lead_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_lead_term l SET unit_id = NEW.to_unit_id FROM plan p WHERE p.id = l.plan_id AND p.child_id = NEW.child_id AND l.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: marks follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_marks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE retention_mark k SET unit_id = NEW.to_unit_id, version = k.version + 1 WHERE k.child_id = NEW.child_id AND k.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: what is noted of a unit at meetings follows the case
CREATE OR REPLACE FUNCTION public.app_hand_over_meetings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE meeting_attendance a SET unit_id = NEW.to_unit_id, version = a.version + 1
    FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = a.meeting_id AND p.child_id = NEW.child_id AND a.unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM meeting_attendance k WHERE k.meeting_id = a.meeting_id AND k.unit_id = NEW.to_unit_id AND k.person_id = a.person_id);
  UPDATE meeting m SET next_unit_id = NEW.to_unit_id, version = m.version + 1
    FROM plan p WHERE p.id = m.plan_id AND p.child_id = NEW.child_id AND m.next_unit_id = NEW.unit_id;
  UPDATE deviation_suggestion d SET about_unit_id = NEW.to_unit_id FROM meeting m JOIN plan p ON p.id = m.plan_id
   WHERE m.id = d.meeting_id AND p.child_id = NEW.child_id AND d.about_unit_id = NEW.unit_id
     AND NOT EXISTS (SELECT FROM deviation_suggestion k WHERE k.meeting_id = d.meeting_id AND k.about_unit_id = NEW.to_unit_id);
  UPDATE meeting m SET unit_id = NEW.to_unit_id, version = m.version + 1
    FROM plan p WHERE p.id = m.plan_id AND p.child_id = NEW.child_id AND m.unit_id = NEW.unit_id;
  UPDATE call c SET unit_id = NEW.to_unit_id, version = c.version + 1
    FROM plan p WHERE p.id = c.plan_id AND p.child_id = NEW.child_id AND c.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Hands over a child's plans
CREATE OR REPLACE FUNCTION public.app_hand_over_plans(t reorganisation_case, p_day date, p_along boolean, p_since date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE y record; k record; v_loser uuid;
BEGIN
  UPDATE plan SET lead_unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND lead_unit_id = t.unit_id;
  UPDATE plan SET next_follow_up_unit_id = t.to_unit_id, version = version + 1 WHERE child_id = t.child_id AND next_follow_up_unit_id = t.unit_id;
  UPDATE party e SET added_by_unit_id = t.to_unit_id FROM plan p WHERE p.id = e.plan_id AND p.child_id = t.child_id AND e.added_by_unit_id = t.unit_id;
  UPDATE plan_status_reason e SET unit_id = t.to_unit_id FROM plan_status_change c JOIN plan p ON p.id = c.plan_id
   WHERE c.id = e.change_id AND p.child_id = t.child_id AND e.unit_id = t.unit_id;
  FOR y IN SELECT e.id, e.plan_id, e.state FROM party e JOIN plan p ON p.id = e.plan_id WHERE p.child_id = t.child_id AND e.unit_id = t.unit_id LOOP
    SELECT e.id, e.state INTO k FROM party e
     WHERE e.plan_id = y.plan_id AND e.unit_id = t.to_unit_id AND e.state IN ('called', 'invited', 'accepted');
    IF FOUND AND y.state IN ('called', 'invited', 'accepted') THEN -- a unit takes part once
      v_loser := CASE WHEN k.state = 'accepted' OR y.state <> 'accepted' THEN y.id ELSE k.id END;
      DELETE FROM confirmation WHERE party_id = v_loser;
      UPDATE party SET state = 'left', left_on = p_day - 1, version = version + 1 WHERE id = v_loser;
    END IF;
    UPDATE party SET unit_id = t.to_unit_id, contact_id = CASE WHEN p_along THEN contact_id END,
           taken_over_on = greatest(taken_over_on, p_since), version = version + 1 WHERE id = y.id;
  END LOOP;
  -- What a ground opened, it opened to that unit and to no other (R24); a decision about what was handed over follows it.
  UPDATE disclosure d SET to_unit_id = t.to_unit_id, ended_on = coalesce(d.ended_on, p_day), ended_by = coalesce(d.ended_by, r.drafted_by), version = d.version + 1
    FROM plan p, reorganisation r WHERE p.id = d.plan_id AND p.child_id = t.child_id AND d.to_unit_id = t.unit_id AND r.id = t.reorganisation_id;
  UPDATE disclosure d SET from_unit_id = t.to_unit_id, version = d.version + 1,
         ended_on = CASE WHEN d.to_unit_id = t.to_unit_id THEN coalesce(d.ended_on, p_day) ELSE d.ended_on END,
         ended_by = CASE WHEN d.to_unit_id = t.to_unit_id THEN coalesce(d.ended_by, r.drafted_by) ELSE d.ended_by END
    FROM plan p, reorganisation r WHERE p.id = d.plan_id AND p.child_id = t.child_id AND d.from_unit_id = t.unit_id AND r.id = t.reorganisation_id;
  UPDATE item e SET owner_unit_id = t.to_unit_id, taken_over_on = greatest(e.taken_over_on, p_since), version = e.version + 1
    FROM plan p WHERE p.id = e.plan_id AND p.child_id = t.child_id AND e.owner_unit_id = t.unit_id;
END $function$
;

-- owned by samplan_fence: Trigger: what is recorded of a protected child goes with its case
CREATE OR REPLACE FUNCTION public.app_hand_over_protection()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_day date; v_level text; v_theirs text; v_at timestamptz;
BEGIN
  SELECT takes_effect_on INTO v_day FROM reorganisation WHERE id = NEW.reorganisation_id;
  SELECT r.level INTO v_level FROM protection_record r WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.unit_id
   ORDER BY r.created_at DESC, r.id DESC LIMIT 1;
  IF v_level <> 'none' THEN
    SELECT r.level INTO v_theirs FROM protection_record r WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.to_unit_id
     ORDER BY r.created_at DESC, r.id DESC LIMIT 1;
    SELECT max(r.created_at) + interval '1 microsecond' INTO v_at FROM protection_record r WHERE r.child_id = NEW.child_id;
    IF app_protection_level(v_level) > app_protection_level(coalesce(v_theirs, 'none')) THEN
      INSERT INTO protection_record (id, child_id, unit_id, level, recorded_on, created_at)
        VALUES (gen_random_uuid(), NEW.child_id, NEW.to_unit_id, v_level, v_day, v_at);
    END IF;
    INSERT INTO protection_record (id, child_id, unit_id, level, recorded_on, created_at)
      VALUES (gen_random_uuid(), NEW.child_id, NEW.unit_id, 'none', v_day, v_at);
  END IF;
  UPDATE whereabouts SET unit_id = NEW.to_unit_id, version = version + 1 WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  UPDATE whereabouts_reader SET valid = daterange(lower(valid), v_day), version = version + 1
   WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id AND valid @> v_day AND lower(valid) < v_day;
  UPDATE whereabouts_block b SET unit_id = NEW.to_unit_id, version = version + 1
   WHERE b.child_id = NEW.child_id AND b.unit_id = NEW.unit_id AND NOT EXISTS (SELECT FROM whereabouts_block k
     WHERE k.child_id = b.child_id AND k.unit_id = NEW.to_unit_id AND k.person_id = b.person_id AND k.valid && b.valid);
  UPDATE plan_origin o SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = o.plan_id AND p.child_id = NEW.child_id AND o.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Questions that were asked, and decisions, follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_questions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE known_question_reason r SET unit_id = NEW.to_unit_id FROM known_question k
   WHERE k.id = r.question_id AND k.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  UPDATE known_question SET unit_id = NEW.to_unit_id WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  INSERT INTO known_question_unit (question_id, unit_id)
    SELECT u.question_id, NEW.to_unit_id FROM known_question_unit u JOIN known_question k ON k.id = u.question_id
     WHERE k.child_id = NEW.child_id AND u.unit_id = NEW.unit_id ON CONFLICT DO NOTHING;
  UPDATE custody_decision SET unit_id = NEW.to_unit_id, version = version + 1 WHERE child_id = NEW.child_id AND unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: requests follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_request_handling h SET unit_id = NEW.to_unit_id, version = h.version + 1 FROM plan_request r
   WHERE r.id = h.request_id AND r.child_id = NEW.child_id AND h.unit_id = NEW.unit_id;
  UPDATE plan_request_plan h SET unit_id = NEW.to_unit_id FROM plan_request r
   WHERE r.id = h.request_id AND r.child_id = NEW.child_id AND h.unit_id = NEW.unit_id;
  UPDATE plan_request r SET unit_id = NEW.to_unit_id, version = r.version + 1 WHERE r.child_id = NEW.child_id AND r.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: transitions follow the case
CREATE OR REPLACE FUNCTION public.app_hand_over_transitions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_transition_receiver r SET from_unit_id = NEW.to_unit_id FROM plan_transition t JOIN plan p ON p.id = t.plan_id
   WHERE t.id = r.transition_id AND p.child_id = NEW.child_id AND r.from_unit_id = NEW.unit_id;
  UPDATE plan_transition t SET unit_id = NEW.to_unit_id FROM plan p
   WHERE p.id = t.plan_id AND p.child_id = NEW.child_id AND t.unit_id = NEW.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Hand-overs that the caller may know of
CREATE OR REPLACE FUNCTION public.app_hand_overs()
 RETURNS TABLE(id uuid, plan_id uuid, child_id uuid, given_name text, family_name text, protection text, kind text, from_unit_id uuid, to_unit_id uuid, state text, offered_by uuid, offered_on date, answered_on date, answer_reason text, created_at timestamp with time zone, version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT h.id, h.plan_id, p.child_id, f.given_name, f.family_name, c.protection, p.kind, h.from_unit_id, h.to_unit_id, h.state,
         h.offered_by, h.offered_on, h.answered_on, h.answer_reason, h.created_at, h.version
    FROM hand_over h JOIN plan p ON p.id = h.plan_id JOIN person c ON c.id = p.child_id
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = h.from_unit_id AND f.valid @> app_today()
   WHERE h.to_unit_id = app_unit() OR h.from_unit_id = app_unit() AND h.offered_by = app_person() $function$
;

-- owned by samplan_fence: Keeps that something happened
CREATE OR REPLACE FUNCTION public.app_happened(p_kind text, p_about uuid, p_plan uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  INSERT INTO event (kind, about_id, plan_id) VALUES (p_kind, p_about, p_plan) $function$
;

-- owned by samplan_fence: What units hold about children, for the clocks
CREATE OR REPLACE FUNCTION public.app_holdings(p_units uuid[], p_child uuid)
 RETURNS TABLE(unit_id uuid, child_id uuid, secrecy_class text, last_entry_on date, is_open boolean, is_held boolean, marks text[], marked_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH e AS (SELECT x.unit_id, x.child_id, n.secrecy_class, max(x.on_day) AS last_on, bool_or(x.is_open) AS is_open
               FROM app_case_entries(p_units, p_child) x JOIN unit n ON n.id = x.unit_id GROUP BY 1, 2, 3),
  m AS (SELECT k.child_id, n.secrecy_class, bool_or(k.kind = 'legal-hold' AND k.ended_on IS NULL) AS is_held,
               array_agg(DISTINCT k.kind) FILTER (WHERE k.ended_on IS NULL) AS kinds, max(k.created_at) FILTER (WHERE k.ended_on IS NULL) AS at
          FROM retention_mark k JOIN unit n ON n.id = k.unit_id WHERE k.unit_id = ANY (p_units) GROUP BY 1, 2)
  SELECT e.unit_id, e.child_id, e.secrecy_class, max(e.last_on) OVER w, bool_or(e.is_open) OVER w, coalesce(m.is_held, false),
         coalesce(m.kinds, '{}'), m.at
    FROM e LEFT JOIN m ON m.child_id = e.child_id AND m.secrecy_class = e.secrecy_class WINDOW w AS (PARTITION BY e.child_id, e.secrecy_class) $function$
;

-- owned by samplan_fence: How far the child of a request of the own unit is protected
CREATE OR REPLACE FUNCTION public.app_information_protection(p_request uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT p.protection FROM information_request r JOIN person p ON p.id = r.child_id
   WHERE r.id = p_request AND app_unit() IN (r.from_unit_id, r.to_unit_id) $function$
;

-- owned by samplan_fence: Trigger: who is away from a unit is away from the one that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_absences()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE absence a SET unit_id = s.successor_id, version = a.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = a.unit_id
     AND NOT EXISTS (SELECT FROM absence k WHERE k.unit_id = s.successor_id AND k.person_id = a.person_id
       AND daterange(k.starts_on, coalesce(k.back_on, k.ends_on + 1)) && daterange(a.starts_on, coalesce(a.back_on, a.ends_on + 1)));
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Reports that were received go to the successor
CREATE OR REPLACE FUNCTION public.app_inherit_concerns()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE concern_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s, concern_report c
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id AND c.id = h.report_id AND c.from_unit_id <> s.successor_id;
  UPDATE concern_report c SET to_unit_id = s.successor_id, version = c.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = c.to_unit_id AND c.from_unit_id <> s.successor_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: deviations go to the unit that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_deviations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE deviation d SET unit_id = s.successor_id, version = d.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = d.unit_id;
  UPDATE deviation_reporter r SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  UPDATE deviation_measure m SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = m.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Emergency accesses go to the successor
CREATE OR REPLACE FUNCTION public.app_inherit_emergencies()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE emergency_access e SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = e.unit_id;
  UPDATE emergency_access e SET holder_unit_id = s.successor_id FROM unit_successor s
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = e.holder_unit_id
     AND NOT EXISTS (SELECT FROM emergency_access k WHERE k.inquiry_id = e.inquiry_id AND k.holder_unit_id = s.successor_id);
  UPDATE emergency_review_note n SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = n.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: what a unit raised goes to the unit that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_forum_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE forum_case c SET unit_id = s.successor_id, version = c.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = c.unit_id;
  UPDATE forum_link_opening o SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = o.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: requests go to the unit that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_information()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE information_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s JOIN information_request r ON r.to_unit_id = s.unit_id AND r.from_unit_id <> s.successor_id
   WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id AND r.id = h.request_id;
  UPDATE information_request r SET to_unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.to_unit_id AND r.from_unit_id <> s.successor_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: requests go to the unit that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_public_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE public_request r SET unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Trigger: requests go to the unit that takes over
CREATE OR REPLACE FUNCTION public.app_inherit_requests()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE plan_request_handling h SET unit_id = s.successor_id, version = h.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id;
  UPDATE plan_request_plan h SET unit_id = s.successor_id FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = h.unit_id;
  UPDATE plan_request r SET unit_id = s.successor_id, version = r.version + 1
    FROM unit_successor s WHERE s.reorganisation_id = NEW.id AND s.unit_id = r.unit_id;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: Calls that wait for the own unit
CREATE OR REPLACE FUNCTION public.app_invitations()
 RETURNS TABLE(party_id uuid, plan_id uuid, child_id uuid, given_name text, family_name text, protection text, kind text, mode text, from_unit_id uuid, added_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT y.id, p.id, p.child_id, f.given_name, f.family_name, ch.protection, p.kind, y.mode, p.lead_unit_id, y.added_on
    FROM party y JOIN plan p ON p.id = y.plan_id JOIN person ch ON ch.id = p.child_id
    JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = p.lead_unit_id AND f.valid @> app_today()
   WHERE y.unit_id = app_unit() AND y.state IN ('called', 'invited') AND NOT app_is_over(p.status) $function$
;

-- owned by samplan_fence: Whether a unit is a care giver's, so that it can be blocked and opened in an emergency
CREATE OR REPLACE FUNCTION public.app_is_care_giver(p_unit uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM unit n WHERE n.id = p_unit AND n.secrecy_class IN ('health', 'school-health-medical')) $function$
;

-- owned by samplan_fence: Whether the own unit has disposed of what it held of a child on a day
CREATE OR REPLACE FUNCTION public.app_is_disposed(p_child uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM disposal_case d WHERE d.child_id = p_child AND d.unit_id = app_unit() AND d.disposed_on >= p_day) $function$
;

-- owned by samplan_fence: Whether a consent is given by all who decide, as of today
CREATE OR REPLACE FUNCTION public.app_is_given(p_consent uuid, p_child uuid, p_unit uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 10000
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_today date := app_today(); v_birth date := app_birth_date(p_child, p_unit);
BEGIN
  RETURN (SELECT CASE
      WHEN g.refused IS NOT FALSE THEN false
      WHEN g.subject IS NOT NULL THEN g.subject -- about another person: that person decides alone (R19)
      WHEN NOT (g.child OR g.adult) THEN false
      WHEN v_today >= v_birth + interval '18 years' OR m.outcome = 'child-alone' THEN g.child
      WHEN m.outcome IS NULL AND g.asked IS NULL THEN app_givers_by_age(p_unit, v_birth) = 'child-alone'
      WHEN m.outcome IS NULL AND NOT g.child AND (g.asks_child OR app_givers_by_age(p_unit, v_birth) <> 'guardians') THEN false
      WHEN NOT g.adult OR m.outcome = 'together' AND NOT g.child THEN false
      ELSE (SELECT coalesce(array_agg(r.person_id), '{}') <@ g.agreed AND g.asked <@ coalesce(array_agg(r.person_id), '{}')
              FROM relation r
             WHERE r.child_id = p_child AND r.unit_id = p_unit AND r.valid @> v_today
               AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man'))
    END
    FROM (SELECT bool_or(g.answer = 'refused') AS refused, bool_or(g.answer = 'given' AND g.capacity = 'child') AS child,
                 bool_or(g.capacity = 'child') AS asks_child,
                 bool_or(g.answer = 'given') FILTER (WHERE g.capacity = 'subject') AS subject,
                 bool_or(g.answer = 'given' AND g.capacity IN ('guardian', 'god-man')) AS adult,
                 array_agg(g.person_id) FILTER (WHERE g.answer IN ('given', 'hindered')) AS agreed,
                 array_agg(g.person_id) FILTER (WHERE g.capacity <> 'child') AS asked
            FROM consent_giver g WHERE g.consent_id = p_consent) g
    LEFT JOIN LATERAL (SELECT m.outcome FROM maturity_assessment m
                        WHERE m.child_id = p_child AND m.unit_id = p_unit AND m.assessed_on <= v_today
                        ORDER BY m.assessed_on DESC, m.created_at DESC LIMIT 1) m ON true);
END $function$
;

-- owned by samplan_fence: Whether staff who read a child's words must not tell its guardians, since the child asked for it
CREATE OR REPLACE FUNCTION public.app_is_kept(p_item uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN app_unit() IS NOT NULL AND EXISTS (SELECT FROM withholding w WHERE w.item_id = p_item AND w.asked AND w.ended_on IS NULL);
END $function$
;

-- owned by samplan_owner: Whether a plan's process has ended (internal/plan/status.go)
CREATE OR REPLACE FUNCTION public.app_is_over(p_status text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT p_status IN ('closed', 'declined', 'no-need', 'withdrawn', 'moved', 'aged-out') $function$
;

-- owned by samplan_fence: Keeps a token and logs it, once for what was signed for it
CREATE OR REPLACE FUNCTION public.app_issue_token(p_hash bytea, p_client uuid, p_key uuid, p_scopes text[], p_kind text, p_issuer text, p_subject text, p_type text, p_value text, p_thumbprint text, p_expires timestamp with time zone, p_used bytea[], p_until timestamp with time zone[], p_entry uuid, p_request uuid, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_taken bigint;
BEGIN
  INSERT INTO used_once (hash, until) SELECT h, u FROM unnest(p_used, p_until) x (h, u) ORDER BY h ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_taken = ROW_COUNT;
  IF v_taken < cardinality(p_used) THEN RETURN false; END IF;
  INSERT INTO client_token (hash, client_id, key_id, scopes, kind, issuer, subject, identifier_type, identifier, thumbprint, expires_at)
  VALUES (p_hash, p_client, p_key, p_scopes, p_kind, p_issuer, p_subject, p_type, p_value, p_thumbprint, p_expires);
  INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, client_id)
  VALUES (p_entry, p_now, p_request, 'IssueToken', 'done', 'client', p_client);
  RETURN true;
END $function$
;

-- owned by samplan_owner: Trigger: when the words were changed
CREATE OR REPLACE FUNCTION public.app_item_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.changed_on := public.app_today();
  RETURN NEW;
END $function$
;

-- owned by samplan_fence: Counts a plan as active, once in a half-year
CREATE OR REPLACE FUNCTION public.app_keep_active(p_plan uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_term date := app_half_year(coalesce(app_today(), current_date));
BEGIN
  INSERT INTO statistics_active (plan_id, term) VALUES (p_plan, v_term) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex)
    SELECT f.kind, d.principal_id, v_term, d.municipality, d.service, d.age, d.sex
      FROM fact_of_activity f CROSS JOIN LATERAL app_counted_as(f.plan_id, f.child_id, f.unit_id, f.on_day) d
     WHERE f.key = p_plan AND app_half_year(f.on_day) = v_term;
  END IF;
END $function$
;

-- owned by samplan_fence: Keeps what a consent excluded closed when domains merge
CREATE OR REPLACE FUNCTION public.app_keep_apart(p_id uuid, p_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v record;
BEGIN
  FOR v IN
    WITH followed AS ( -- where the people of each unit are from the day on
      SELECT q.branch_id AS was, n.branch_id AS becomes
        FROM unit_place q
        LEFT JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = q.unit_id AND m.kind NOT IN ('move', 'split')
        LEFT JOIN reorganisation_part t ON t.reorganisation_id = p_id AND t.unit_id = q.unit_id
        JOIN unit_place n ON n.valid @> p_day
             AND n.unit_id IN (CASE WHEN m.kind = 'merge' THEN m.into_unit_id WHEN m.kind IS NULL THEN q.unit_id END, t.new_unit_id)
       WHERE q.valid @> (p_day - 1)),
    candidate AS MATERIALIZED (
      SELECT DISTINCT i.id, i.owner_unit_id, p.child_id, c.id AS consent_id, c.child_id AS of_child, c.unit_id AS of_unit
        FROM consent_exclusion x
        JOIN consent c ON c.id = x.consent_id AND p_day - 1 BETWEEN c.valid_from AND c.valid_to AND c.withdrawn_on IS NULL
        JOIN consent_scope s ON s.consent_id = c.id
        JOIN item i ON i.id = x.item_id AND i.visibility <> 'named' AND i.kept_apart_on IS NULL
        JOIN plan p ON p.id = i.plan_id
        JOIN unit_place o ON o.unit_id = i.owner_unit_id AND o.valid @> (p_day - 1)
        LEFT JOIN reorganisation_case t ON t.reorganisation_id = p_id AND t.unit_id = i.owner_unit_id AND t.child_id = p.child_id
        JOIN unit_place h ON h.unit_id = coalesce(t.to_unit_id, i.owner_unit_id) AND h.valid @> p_day
        JOIN followed f ON f.was = s.to_branch_id AND f.becomes = h.branch_id AND f.was <> o.branch_id)
    SELECT c.id, c.owner_unit_id, c.child_id FROM candidate c WHERE app_is_given(c.consent_id, c.of_child, c.of_unit)
    UNION -- what the child has blocked stays with the people of the unit, also when others come to work with them (R39)
    SELECT i.id, i.owner_unit_id, p.child_id
      FROM reorganisation_case t
      JOIN reorganisation_move m ON m.reorganisation_id = p_id AND m.unit_id = t.unit_id AND m.into_unit_id = t.to_unit_id
      JOIN block_in_force b ON b.child_id = t.child_id AND b.unit_id = t.unit_id
      JOIN plan p ON p.child_id = t.child_id
      JOIN item i ON i.plan_id = p.id AND i.owner_unit_id = t.unit_id AND i.visibility <> 'named' AND i.kept_apart_on IS NULL
     WHERE t.reorganisation_id = p_id
  LOOP
    UPDATE item SET kept_apart_on = p_day, version = version + 1 WHERE id = v.id;
    INSERT INTO item_named (item_id, person_id)
      SELECT v.id, w.person_id FROM case_worker w WHERE w.child_id = v.child_id AND w.unit_id = v.owner_unit_id AND w.valid @> (p_day - 1)
      UNION SELECT v.id, a.person_id FROM assignment a WHERE a.unit_id = v.owner_unit_id AND a.role = 'unit-manager' AND a.valid @> (p_day - 1)
      ON CONFLICT DO NOTHING;
  END LOOP;
END $function$
;

-- owned by samplan_fence: Trigger: settled minutes keep their words
CREATE OR REPLACE FUNCTION public.app_keep_minute()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT app_disposing() AND EXISTS (SELECT FROM minute n WHERE n.item_id = OLD.id AND n.settled_on IS NOT NULL) THEN
    RAISE EXCEPTION 'minutes that are settled are not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $function$
;

-- owned by samplan_fence: How many years the domain of a unit has decided to keep what it holds
CREATE OR REPLACE FUNCTION public.app_kept_years(p_unit uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT s.years FROM unit n JOIN unit_place q ON q.unit_id = n.id AND q.valid @> app_today()
    JOIN disposal_setting s ON s.branch_id = q.branch_id AND s.secrecy_class = n.secrecy_class
   WHERE n.id = p_unit ORDER BY s.number DESC LIMIT 1 $function$
;

-- owned by samplan_fence: Whether a consent names the own domain, or the caller was asked for it
CREATE OR REPLACE FUNCTION public.app_knows_consent(p_consent uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM consent_scope s WHERE s.consent_id = p_consent AND (s.from_branch_id = app_branch() OR s.to_branch_id = app_branch()))
      OR app_was_asked(p_consent);
END $function$
;

-- owned by samplan_fence: Whether a unit may know of a party
CREATE OR REPLACE FUNCTION public.app_knows_part(p_unit uuid, p_party uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_mine text := current_setting('app.unit', true); y party%ROWTYPE; v_knows boolean;
BEGIN
  SELECT * INTO y FROM party WHERE id = p_party;
  IF EXISTS (SELECT FROM unit_place a JOIN unit_place b ON b.branch_id = a.branch_id AND b.valid @> app_today()
              WHERE a.unit_id = p_unit AND a.valid @> app_today() AND b.unit_id = y.unit_id) THEN RETURN true; END IF;
  PERFORM set_config('app.unit', p_unit::text, true);
  v_knows := EXISTS (SELECT FROM opening o WHERE o.plan_id = y.plan_id AND o.from_unit_id = y.unit_id AND o.category = 'participation');
  PERFORM set_config('app.unit', v_mine, true);
  RETURN v_knows;
END $function$
;

-- owned by samplan_fence: Whether the caller may know where a child is from what others hold
CREATE OR REPLACE FUNCTION public.app_knows_place(p_child uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF app_unit() IS NULL THEN
    RETURN NOT EXISTS (SELECT FROM whereabouts_block b WHERE b.child_id = p_child AND b.person_id = app_person() AND b.valid @> app_today());
  END IF;
  RETURN EXISTS (SELECT FROM placed_child c WHERE c.child_id = p_child);
END $function$
;

-- owned by samplan_fence: Up to where the order of events goes
CREATE OR REPLACE FUNCTION public.app_last_event()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT coalesce(max(e.position), 0) FROM event e $function$
;

-- owned by samplan_fence: Trigger: what the former lead planned ends
CREATE OR REPLACE FUNCTION public.app_lead_transitions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM app_end_transitions(NEW.plan_id, (SELECT o.to_unit_id FROM lead_offer o WHERE o.id = NEW.offer_id), 'lead');
  RETURN NULL;
END $function$
;

-- owned by samplan_owner: The unit that led a plan on a day
CREATE OR REPLACE FUNCTION public.app_led_on(p_plan uuid, p_day date)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN coalesce((SELECT l.unit_id FROM plan_lead_term l WHERE l.plan_id = p_plan AND l.ends_on >= p_day ORDER BY l.ends_on, l.starts_on LIMIT 1),
    (SELECT p.lead_unit_id FROM plan p WHERE p.id = p_plan));
END $function$
;

-- owned by samplan_fence: Puts a narrower consent in the place of one that the caller was asked for and has just ended
CREATE OR REPLACE FUNCTION public.app_limit_consent(p_wider uuid, p_narrower uuid, p_valid_to date, p_at timestamp with time zone, p_from uuid[], p_to uuid[], p_category text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO consent (id, child_id, unit_id, kind, purpose, form, evidence, recorder_id, valid_from, valid_to, created_at, limits)
  SELECT p_narrower, c.child_id, c.unit_id, c.kind, c.purpose, c.form, c.evidence, c.recorder_id, c.valid_from, p_valid_to, p_at, c.id
    FROM consent c JOIN consent_giver g ON g.consent_id = c.id AND g.person_id = app_person()
   WHERE c.id = p_wider AND app_unit() IS NULL AND c.withdrawn_on = app_today() AND c.withdrawn_by = app_person() AND p_valid_to <= c.valid_to
     AND NOT EXISTS (SELECT FROM consent_giver r WHERE r.consent_id = c.id AND r.answer = 'refused');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing that the caller may limit';
  END IF;
  INSERT INTO consent_giver (consent_id, person_id, capacity, answer, answered_on, reason)
  SELECT p_narrower, g.person_id, g.capacity, g.answer, g.answered_on, g.reason FROM consent_giver g WHERE g.consent_id = p_wider;
  -- What is dropped is named, not what stays: the caller may not be told all of it (protected children), and cannot take that away.
  INSERT INTO consent_scope (consent_id, from_branch_id, to_branch_id, category)
  SELECT p_narrower, s.from_branch_id, s.to_branch_id, s.category FROM consent_scope s
   WHERE s.consent_id = p_wider AND (s.from_branch_id, s.to_branch_id, s.category) NOT IN (SELECT x.a, x.b, x.category FROM unnest(p_from, p_to, p_category) x (a, b, category));
  INSERT INTO consent_exclusion (consent_id, item_id)
  SELECT p_narrower, e.item_id FROM consent_exclusion e WHERE e.consent_id = p_wider;
END $function$
;

-- owned by samplan_fence: How the cases on a list of disposal stand today
CREATE OR REPLACE FUNCTION public.app_listed_cases(p_run uuid, p_case uuid)
 RETURNS TABLE(case_id uuid, secrecy_class text, birth_date date, last_entry_on date, marks text[], changed text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
DECLARE r disposal_run%ROWTYPE; v_units uuid[];
BEGIN
  SELECT * INTO r FROM disposal_run x WHERE x.id = p_run;
  SELECT array_agg(q.unit_id) INTO v_units FROM unit_place q WHERE q.branch_id = r.branch_id AND q.valid @> app_today();
  RETURN QUERY SELECT c.id, n.secrecy_class, app_birth_date(c.child_id, c.unit_id), coalesce(h.last_entry_on, c.last_entry_on), coalesce(h.marks, '{}'),
      CASE WHEN h.unit_id IS NULL THEN 'moved'
           WHEN h.is_held OR h.marked_at >= r.created_at THEN 'marked'
           WHEN h.is_open OR h.last_entry_on > c.last_entry_on OR c.due_on > app_today() THEN 'new-entry' END
    FROM disposal_case c JOIN unit n ON n.id = c.unit_id
    LEFT JOIN LATERAL (SELECT * FROM app_holdings(v_units, c.child_id) x WHERE x.unit_id = c.unit_id) h ON true
   WHERE c.run_id = p_run AND c.outcome = 'listed' AND (p_case IS NULL OR c.id = p_case)
   ORDER BY c.due_on, c.id;
END $function$
;

-- owned by samplan_owner: The Swedish day of a moment
CREATE OR REPLACE FUNCTION public.app_local_day(p_at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (p_at AT TIME ZONE 'Europe/Stockholm')::date $function$
;

-- owned by samplan_fence: Lets one write at a meeting at a time
CREATE OR REPLACE FUNCTION public.app_lock_meeting(p_meeting uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT 1 FROM meeting m WHERE m.id = p_meeting AND app_chairs(p_meeting) FOR UPDATE $function$
;

-- owned by samplan_log: What the client is known as through which an entry of the log came
CREATE OR REPLACE FUNCTION public.app_log_client(p_entry uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.name FROM audit_entry e JOIN client c ON c.id = e.client_id WHERE e.id = p_entry $function$
;

-- owned by samplan_log: The log extract of the family
CREATE OR REPLACE FUNCTION public.app_log_extract(p_child uuid, p_parties uuid[], p_from timestamp with time zone, p_to timestamp with time zone, p_plan text[], p_item text[], p_call text[], p_consent text[], p_case text[], p_own text[])
 RETURNS TABLE(entry_id uuid, at timestamp with time zone, operation text, child_id uuid, own boolean, role text, unit_name text, authority_name text, principal_name text, staff_name text, given_name text, family_name text, protection text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH mine AS MATERIALIZED (
    SELECT p.id, p.child_id, p.lead_unit_id FROM plan p WHERE p.id = ANY (app_family_plans()) AND (p_child IS NULL OR p.child_id = p_child)),
  kid AS MATERIALIZED (
    SELECT DISTINCT ON (m.child_id) m.child_id, f.given_name, f.family_name, ch.protection
      FROM mine m JOIN person ch ON ch.id = m.child_id
      LEFT JOIN case_file f ON f.child_id = m.child_id AND f.unit_id = m.lead_unit_id AND f.valid @> app_today()
     ORDER BY m.child_id, f.id),
  part AS MATERIALIZED (SELECT f.* FROM app_family_parts(p_parties) f JOIN mine m ON m.id = f.plan_id),
  called AS MATERIALIZED (SELECT y.id, y.unit_id, m.child_id FROM mine m JOIN party y ON y.plan_id = m.id WHERE y.id = ANY (p_parties)),
  shown AS MATERIALIZED (
    SELECT i.id, m.id AS plan_id, m.child_id FROM mine m JOIN item i ON i.plan_id = m.id
     WHERE i.visibility = 'family' AND i.id <> ALL (app_withheld())),
  asked AS MATERIALIZED (
    SELECT c.id, k.child_id FROM consent_giver g JOIN consent c ON c.id = g.consent_id JOIN kid k ON k.child_id = c.child_id
     WHERE g.person_id = app_person()),
  entry AS (
    SELECT e.*, (e.at AT TIME ZONE 'Europe/Stockholm')::date AS day, k.child_id AS kid
      FROM kid k JOIN audit_entry e ON e.child_id = k.child_id
     WHERE e.at >= p_from AND e.at < p_to AND e.outcome = 'done'
    UNION ALL
    SELECT e.*, (e.at AT TIME ZONE 'Europe/Stockholm')::date, k.child_id
      FROM audit_entry e CROSS JOIN kid k
     WHERE e.child_id IS NULL AND e.objects <> '{}' AND e.at >= p_from AND e.at < p_to AND e.outcome = 'done'
       AND e.objects && ARRAY(SELECT v.child_id FROM kid v UNION ALL SELECT v.id FROM mine v UNION ALL SELECT v.id FROM called v
                              UNION ALL SELECT v.id FROM asked v))
  SELECT e.id, e.at, e.operation, e.kid, e.actor_kind = 'citizen', e.role, n.name, w.authority, w.principal,
         (SELECT s.staff_name FROM person s JOIN log_setting t ON t.principal_id = w.principal_id AND t.names_staff WHERE s.id = e.person_id),
         k.given_name, k.family_name, k.protection
    FROM entry e JOIN kid k ON k.child_id = e.kid
    LEFT JOIN unit n ON n.id = e.unit_id
    LEFT JOIN LATERAL app_place_on(e.unit_id, e.day) w ON true
   WHERE e.actor_kind = 'citizen' AND e.person_id = app_person() AND e.operation = ANY (p_own)
         AND (e.plan_id IS NULL OR e.plan_id IN (SELECT m.id FROM mine m WHERE m.child_id = e.kid))
         AND (e.child_id = e.kid OR e.kid = ANY (e.objects) OR EXISTS (SELECT FROM mine m WHERE m.child_id = e.kid AND m.id = ANY (e.objects))
              OR EXISTS (SELECT FROM asked a WHERE a.child_id = e.kid AND a.id = ANY (e.objects)))
      OR e.actor_kind = 'staff' AND (
         e.operation = ANY (p_plan) AND EXISTS (
           SELECT FROM part t WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day
              AND (t.plan_id = e.plan_id OR e.plan_id IS NULL AND t.plan_id = ANY (e.objects)))
      OR e.operation = ANY (p_item) AND EXISTS (
           SELECT FROM part t JOIN shown s ON s.plan_id = t.plan_id
            WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day AND s.id = e.objects[cardinality(e.objects)])
      OR e.operation = ANY (p_call) AND EXISTS (
           SELECT FROM called c WHERE c.child_id = e.kid AND c.unit_id = e.unit_id AND c.id = ANY (e.objects))
      OR e.operation = ANY (p_consent) AND EXISTS (
           SELECT FROM part t JOIN asked a ON a.child_id = t.child_id
            WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day AND a.id = ANY (e.objects))
      OR e.operation = ANY (p_case) AND (e.child_id = e.kid OR e.kid = ANY (e.objects)) AND EXISTS (
           SELECT FROM part t WHERE t.child_id = e.kid AND t.unit_id = e.unit_id AND e.day BETWEEN t.first_day AND t.last_day)) $function$
;

-- owned by samplan_log: Hours of unusually wide use
CREATE OR REPLACE FUNCTION public.app_log_flags(p_from timestamp with time zone, p_to timestamp with time zone, p_hidden text[])
 RETURNS TABLE(kind text, hour timestamp with time zone, person_id uuid, staff_name text, role text, unit_id uuid, reached integer, threshold integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH per AS (
    SELECT e.person_id, e.role, e.unit_id, date_trunc('hour', e.at) AS hour,
           count(*) FILTER (WHERE e.operation = 'FindChild')::int AS searches,
           count(*) FILTER (WHERE e.operation LIKE 'List%')::int AS lists,
           count(DISTINCT e.child_id)::int AS children
      FROM app_review_scope(NULL, false, p_from, p_to, p_hidden) e WHERE e.outcome = 'done' GROUP BY 1, 2, 3, 4)
  SELECT v.kind, p.hour, p.person_id, s.staff_name, p.role, p.unit_id, v.reached, v.threshold
    FROM per p CROSS JOIN app_log_limits() l
    CROSS JOIN LATERAL (VALUES ('searches', p.searches, l.wide_searches), ('lists', p.lists, l.wide_lists),
                               ('children', p.children, l.wide_children)) v (kind, reached, threshold)
    LEFT JOIN person s ON s.id = p.person_id
   WHERE v.reached > v.threshold $function$
;

-- owned by samplan_fence: What the own principal holds for unusual
CREATE OR REPLACE FUNCTION public.app_log_limits(OUT wide_searches integer, OUT wide_lists integer, OUT wide_children integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(max(s.wide_searches), 20), coalesce(max(s.wide_lists), 60), coalesce(max(s.wide_children), 15)
    FROM log_setting s WHERE s.principal_id = app_own_principal() $function$
;

-- owned by samplan_log: How the log used the policy, in numbers
CREATE OR REPLACE FUNCTION public.app_log_tally(p_from timestamp with time zone, p_to timestamp with time zone)
 RETURNS TABLE(operation text, role text, outcome text, reach text, ground text, giver text, receiver text, requests bigint, objects bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT e.operation, CASE WHEN e.actor_kind = 'citizen' THEN 'citizen' ELSE e.role END, e.outcome, o.reach,
         CASE WHEN i.id IS NOT NULL THEN coalesce(d.ground, 'consent') END, g.secrecy_class, h.secrecy_class, count(DISTINCT e.id), count(o.object)
    FROM audit_entry e
    LEFT JOIN LATERAL unnest(e.objects, e.reaches, e.grounds) o (object, reach, ground) ON true
    LEFT JOIN item i ON o.ground IS NOT NULL AND i.id = o.object
    LEFT JOIN disclosure d ON d.id = o.ground
    LEFT JOIN unit g ON g.id = i.owner_unit_id
    LEFT JOIN unit h ON i.id IS NOT NULL AND h.id = e.unit_id
   WHERE e.at >= p_from AND e.at < p_to AND e.actor_kind IN ('staff', 'citizen')
   GROUP BY 1, 2, 3, 4, 5, 6, 7 $function$
;

-- owned by samplan_fence: Looks at things as such a unit does
CREATE OR REPLACE FUNCTION public.app_look_as(p_unit uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_branch uuid;
BEGIN
  SELECT q.branch_id INTO v_branch FROM unit_place q
   WHERE q.unit_id = p_unit AND q.valid @> app_today() AND p_unit IN (SELECT s.unit_id FROM app_subscribed_units() s);
  PERFORM set_config('app.unit', CASE WHEN v_branch IS NULL THEN '' ELSE p_unit::text END, true), set_config('app.branch', coalesce(v_branch::text, ''), true),
    set_config('app.own_units', coalesce((SELECT array_agg(q.unit_id)::text FROM unit_place q WHERE q.branch_id = v_branch AND q.valid @> app_today()), ''), true);
END $function$
;

-- owned by samplan_fence: Whether the caller's unit, or the family, is in a plan's meetings
CREATE OR REPLACE FUNCTION public.app_may_attend(p_plan uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT p_plan = ANY (app_family_plans())
    OR EXISTS (SELECT FROM party y WHERE y.plan_id = p_plan AND y.unit_id = app_unit() AND y.state = 'accepted') $function$
;

-- owned by samplan_fence: Whether a party may take the lead of a plan over
CREATE OR REPLACE FUNCTION public.app_may_lead(p_plan uuid, p_to uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM plan p JOIN person c ON c.id = p.child_id JOIN party mine ON mine.plan_id = p.id AND mine.unit_id = p_to
    WHERE p.id = p_plan AND p.lead_unit_id <> p_to AND NOT app_is_over(p.status) AND c.protection = 'none' AND mine.state = 'accepted'
      AND NOT EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.state IN ('called', 'invited'))
      AND NOT EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.state = 'accepted' AND y.unit_id NOT IN (p.lead_unit_id, p_to)
                         AND NOT app_knows_part(p_to, y.id))) $function$
;

-- owned by samplan_fence: Whether the own unit may offer an intervention to a party
CREATE OR REPLACE FUNCTION public.app_may_offer(p_item uuid, p_to uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM item i JOIN party y ON y.plan_id = i.plan_id WHERE i.id = p_item AND i.kind = 'intervention'
    AND i.owner_unit_id = app_unit() AND y.unit_id = p_to AND y.state = 'accepted' AND app_may_take(p_to, p_item)) $function$
;

-- owned by samplan_fence: Whether the caller may know where a plan's child is
CREATE OR REPLACE FUNCTION public.app_may_place(p_plan uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT app_knows_place(p.child_id) FROM plan p WHERE p.id = p_plan $function$
;

-- owned by samplan_fence: Whether a unit may read an item, other than by name
CREATE OR REPLACE FUNCTION public.app_may_take(p_unit uuid, p_item uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM item i WHERE i.id = p_item AND i.visibility <> 'named' AND i.kept_apart_on IS NULL) AND app_unit_sees(p_unit, p_item) $function$
;

-- owned by samplan_fence: Whether the own unit may tell another about a child, and by which consent
CREATE OR REPLACE FUNCTION public.app_may_tell(p_child uuid, p_to uuid, p_category text, OUT is_open boolean, OUT consent_id uuid)
 RETURNS SETOF record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT coalesce(NOT o.is_blocked AND (mine.branch_id = theirs.branch_id OR c.consent_id IS NOT NULL), false),
         CASE WHEN mine.branch_id <> theirs.branch_id THEN c.consent_id END
    FROM unit_place mine JOIN unit_place theirs ON theirs.unit_id = p_to AND theirs.valid @> app_today()
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p_child AND b.unit_id = mine.unit_id) AS is_blocked) o
    LEFT JOIN LATERAL (SELECT n.consent_id FROM app_opening_consents(p_child, app_unit(), p_to, p_category) n ORDER BY n.valid_to DESC, n.consent_id LIMIT 1) c ON true
   WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() $function$
;

-- owned by samplan_fence: What the caller has asked for of what is kept about him or a child of his
CREATE OR REPLACE FUNCTION public.app_my_extracts()
 RETURNS TABLE(id uuid, unit_id uuid, child_id uuid, body text, requester text, asked_on date, answer_by date, created_at timestamp with time zone, state text, decided_on date, extended_on date, extension_reason text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id, r.unit_id, e.child_id, r.body, r.requester, r.received_on, coalesce(x.answer_by, e.answer_by), r.created_at, r.state, r.decided_on, x.extended_on, x.reason
    FROM data_extract e JOIN public_request r ON r.id = e.request_id LEFT JOIN data_extract_extension x ON x.request_id = e.request_id
   WHERE app_unit() IS NULL AND e.person_id = app_person()
     AND (e.child_id = e.person_id OR EXISTS (SELECT FROM plan p WHERE p.child_id = e.child_id AND p.id = ANY (app_family_plans()))) $function$
;

-- owned by samplan_fence: What was decided to leave of a request of the caller's
CREATE OR REPLACE FUNCTION public.app_my_given(p_request uuid)
 RETURNS TABLE(item_id uuid, reservation text, given jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT l.item_id, l.reservation, l.given FROM app_my_extracts() r JOIN public_request_item l ON l.request_id = r.id
   WHERE r.id = p_request AND r.state = 'decided' AND l.given IS NOT NULL ORDER BY l.given ->> 'WrittenOn', l.item_id $function$
;

-- owned by samplan_owner: The groups in which the actor sits today for the own unit
CREATE OR REPLACE FUNCTION public.app_my_groups()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
AS $function$
  SELECT m.group_id FROM group_member m WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today() $function$
;

-- owned by samplan_fence: The own requests that a citizen sees today
CREATE OR REPLACE FUNCTION public.app_my_requests()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id FROM plan_request r CROSS JOIN LATERAL app_family_ages(r.unit_id) g
   WHERE app_unit() IS NULL AND r.person_id = app_person() AND (r.child_id = r.person_id
     OR app_today() < coalesce((SELECT f.birth_date FROM case_file f WHERE f.child_id = r.child_id AND f.unit_id = r.unit_id
                                  AND EXISTS (SELECT FROM plan_request_handling h WHERE h.request_id = r.id AND h.custody_checked)
                                 ORDER BY lower(f.valid) DESC LIMIT 1), r.birth_date) + make_interval(years => g.guardian_until)
    AND coalesce((SELECT bool_or(c.valid @> app_today()) FROM relation c WHERE c.child_id = r.child_id AND c.person_id = r.person_id AND c.unit_id = r.unit_id
       AND c.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')), true)) $function$
;

-- owned by samplan_fence: The units in the child's own plans
CREATE OR REPLACE FUNCTION public.app_my_units()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT y.unit_id FROM party y WHERE y.plan_id = ANY (app_self_plans()) AND app_knows_place(app_person()) $function$
;

-- owned by samplan_fence: Names the readers of an item of the own unit anew
CREATE OR REPLACE FUNCTION public.app_name_readers(p_item uuid, p_persons uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM item i WHERE i.id = p_item AND i.owner_unit_id = app_unit()) THEN RETURN; END IF;
  DELETE FROM item_named n WHERE n.item_id = p_item;
  INSERT INTO item_named (item_id, person_id) SELECT DISTINCT p_item, v.person_id FROM unnest(p_persons) v (person_id);
END $function$
;

-- owned by samplan_fence: Those of some persons who may be named for an item of the own unit
CREATE OR REPLACE FUNCTION public.app_nameable(p_item uuid, p_persons uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT DISTINCT a.person_id FROM item i JOIN assignment a ON a.person_id = ANY (p_persons)
   WHERE i.id = p_item AND i.owner_unit_id = public.app_unit()
     AND a.unit_id = ANY (public.app_own_units()) AND a.valid @> public.app_today()
     AND (i.kept_apart_on IS NULL OR EXISTS (SELECT FROM item_named n WHERE n.item_id = i.id AND n.person_id = a.person_id)) $function$
;

-- owned by samplan_fence: Who is named for an item, for one who is named
CREATE OR REPLACE FUNCTION public.app_named_readers(p_item uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT n.person_id FROM item i JOIN item_named n ON n.item_id = i.id
   WHERE i.id = p_item AND (i.visibility = 'named' OR i.kept_apart_on IS NOT NULL) AND i.owner_unit_id = ANY (public.app_own_units())
     AND EXISTS (SELECT FROM item_named me WHERE me.item_id = i.id AND me.person_id = public.app_person()) $function$
;

-- owned by samplan_owner: The moment of the request, by the clock of the service
CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $function$
;

-- owned by samplan_fence: Of which item an objection is
CREATE OR REPLACE FUNCTION public.app_objected_item(p_objection uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT o.item_id FROM objection o WHERE o.id = p_objection $function$
;

-- owned by samplan_owner: Trigger: calls and meetings are of the unit that leads when they are made
CREATE OR REPLACE FUNCTION public.app_of_lead()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  NEW.unit_id := coalesce(NEW.unit_id, (SELECT p.lead_unit_id FROM plan p WHERE p.id = NEW.plan_id));
  RETURN NEW;
END $function$
;

-- owned by samplan_owner: unit:category pairs whose wall to the own unit is open in the plan at hand
CREATE OR REPLACE FUNCTION public.app_open()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.open', true), ''), '{}')::text[] $function$
;

-- owned by samplan_fence: Sets which units a child has blocked
CREATE OR REPLACE FUNCTION public.app_open_child(p_child uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT set_config('app.blocked', coalesce(array_agg(b.unit_id)::text, '{}'), true) FROM block_in_force b WHERE b.child_id = p_child $function$
;

-- owned by samplan_fence: Opens the case of a new lead
CREATE OR REPLACE FUNCTION public.app_open_lead_case(p_child uuid, p_from uuid, p_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT gen_random_uuid(), f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'lead of a plan', daterange(app_today(), NULL)
      FROM case_file f
     WHERE f.child_id = p_child AND f.unit_id = p_from AND f.valid @> app_today()
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = p_child AND o.unit_id = app_unit() AND o.valid @> app_today());
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT gen_random_uuid(), p_child, app_unit(), p_person, daterange(app_today(), NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = p_child AND w.unit_id = app_unit() AND w.person_id = p_person
                          AND w.valid @> app_today());
  INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
    SELECT gen_random_uuid(), r.child_id, r.person_id, app_unit(), r.kind, r.given_name, r.family_name, daterange(app_today(), upper(r.valid))
      FROM relation r
     WHERE r.child_id = p_child AND r.unit_id = p_from AND r.valid @> app_today()
       AND r.kind IN ('parent-custodian', 'appointed-custodian', 'temporary-custodian', 'god-man')
       AND NOT EXISTS (SELECT FROM relation k WHERE k.child_id = p_child AND k.unit_id = app_unit() AND k.person_id = r.person_id);
END $function$
;

-- owned by samplan_fence: Makes units of the parts of one that is divided
CREATE OR REPLACE FUNCTION public.app_open_parts(p_id uuid, p_unit uuid, p_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM reorganisation_part WHERE reorganisation_id = p_id AND unit_id = p_unit AND staff = 0) THEN RETURN false; END IF;
  INSERT INTO unit (id, name, secrecy_class)
    SELECT t.new_unit_id, t.name, t.secrecy_class FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  INSERT INTO unit_place (unit_id, branch_id, valid)
    SELECT t.new_unit_id, t.branch_id, daterange(p_day, NULL) FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  INSERT INTO unit_predecessor (unit_id, predecessor_id, reorganisation_id)
    SELECT t.new_unit_id, t.unit_id, p_id FROM reorganisation_part t WHERE t.reorganisation_id = p_id AND t.unit_id = p_unit;
  RETURN true;
END $function$
;

-- owned by samplan_fence: Sets which walls of one plan are open to the own unit
CREATE OR REPLACE FUNCTION public.app_open_plan(p_plan uuid, p_item uuid, OUT plan_id uuid, OUT units uuid[], OUT categories text[], OUT consents uuid[], OUT items uuid[], OUT disclosures uuid[])
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE
  v_child uuid; v_knows boolean; v_open text[]; v_discloses boolean; v_by_consent boolean; v_about_others boolean; v_taken_over boolean;
  v_excluded uuid[] := '{}'; v_blocked text; v_set text;
BEGIN
  plan_id := p_plan;
  IF p_item IS NOT NULL THEN SELECT i.plan_id INTO app_open_plan.plan_id FROM item i WHERE i.id = p_item; END IF;
  IF app_unit() IS NULL THEN
    SELECT p.child_id INTO v_child FROM plan p WHERE p.id = app_open_plan.plan_id;
    v_set := set_config('app.place', CASE WHEN app_knows_place(v_child) THEN coalesce(plan_id::text, '') ELSE '' END, true);
    RETURN;
  END IF;
  SELECT p.child_id, EXISTS (SELECT FROM placed_child c WHERE c.child_id = p.child_id), o.units, o.categories, o.consents, o.walls,
         EXISTS (SELECT FROM consent c JOIN consent_exclusion x ON x.consent_id = c.id WHERE c.child_id = p.child_id),
         EXISTS (SELECT FROM item_subject t WHERE t.plan_id = p.id),
         EXISTS (SELECT FROM item i WHERE i.plan_id = p.id AND i.taken_over_on IS NOT NULL),
         EXISTS (SELECT FROM disclosure d WHERE d.plan_id = p.id AND d.to_unit_id = (SELECT app_unit())),
         (SELECT array_agg(b.unit_id)::text FROM block_in_force b WHERE b.child_id = p.child_id)
    INTO v_child, v_knows, units, categories, consents, v_open, v_by_consent, v_about_others, v_taken_over, v_discloses, v_blocked
    FROM plan p
    CROSS JOIN LATERAL (SELECT array_agg(o.from_unit_id) AS units, array_agg(o.category) AS categories, array_agg(o.consent_id) AS consents,
                               array_agg(o.from_unit_id || ':' || o.category) AS walls
                          FROM opening o WHERE o.plan_id = p.id) o
   WHERE p.id = app_open_plan.plan_id;
  -- Behind closed walls there is nothing to keep back; and of most plans nothing is, which is sooner seen than computed.
  IF units IS NOT NULL AND v_by_consent THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_by_consent k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF units IS NOT NULL AND v_about_others THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_for_subject k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF units IS NOT NULL AND v_taken_over THEN
    v_excluded := v_excluded || ARRAY (SELECT k.item_id FROM kept_since_taken_over k WHERE k.plan_id = app_open_plan.plan_id);
  END IF;
  IF v_discloses THEN
    SELECT array_agg(d.item_id), array_agg(d.disclosure_id) INTO items, disclosures FROM disclosed d WHERE d.plan_id = app_open_plan.plan_id;
  END IF;
  v_set := set_config('app.place', CASE WHEN v_knows THEN plan_id::text ELSE '' END, true)
    || set_config('app.plan', coalesce(plan_id::text, ''), true) || set_config('app.open', coalesce(v_open::text, '{}'), true)
    || set_config('app.excluded', v_excluded::text, true) || set_config('app.disclosed', coalesce(items::text, '{}'), true)
    || set_config('app.blocked', coalesce(v_blocked, '{}'), true);
END $function$
;

-- owned by samplan_fence: By which consents in force a unit may tell another of a child, of one category
CREATE OR REPLACE FUNCTION public.app_opening_consents(p_child uuid, p_from uuid, p_to uuid, p_category text)
 RETURNS TABLE(consent_id uuid, valid_to date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT f.id, f.valid_to FROM unit_place giver JOIN unit_place receiver ON receiver.unit_id = p_to AND receiver.valid @> app_today()
    JOIN consent_in_force f ON f.child_id = p_child AND f.kind = 'share' AND lower(giver.valid) <= f.valid_from AND lower(receiver.valid) <= f.valid_from
    JOIN consent_scope s ON s.consent_id = f.id AND s.from_branch_id = giver.branch_id AND s.to_branch_id = receiver.branch_id AND s.category = p_category
   WHERE giver.unit_id = p_from AND giver.valid @> app_today()
     AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = p_child AND b.unit_id = p_from) $function$
;

-- owned by samplan_owner: SHA-256 of the own principal's organisation
CREATE OR REPLACE FUNCTION public.app_organisation_digest()
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  SELECT sha256(convert_to(coalesce(string_agg(x.t, E'\n' ORDER BY x.t), ''), 'UTF8')) FROM (
    SELECT ROW(a.id, a.name, b.id, b.name)::text t FROM authority a LEFT JOIN branch b ON b.authority_id = a.id WHERE a.principal_id = app_principal()
    UNION ALL
    SELECT ROW(u.id, u.name, u.secrecy_class, q.branch_id, q.valid, c.hsa_id, c.school_unit_code, c.local_id, c.municipality_code)::text
      FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id JOIN unit u ON u.id = q.unit_id
      LEFT JOIN unit_code c ON c.unit_id = u.id WHERE a.principal_id = app_principal()) x $function$
;

-- owned by samplan_fence: Reorganisations that the caller is drafting
CREATE OR REPLACE FUNCTION public.app_own_drafts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id FROM reorganisation r WHERE r.unit_id = public.app_unit() AND r.drafted_by = public.app_person() AND r.status = 'drafted' AND r.version = 1 $function$
;

-- owned by samplan_fence: The principal of the own unit today
CREATE OR REPLACE FUNCTION public.app_own_principal()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN (SELECT a.principal_id FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
           WHERE u.unit_id = app_unit() AND u.valid @> app_today());
END $function$
;

-- owned by samplan_fence: Where the cases of the own unit go
CREATE OR REPLACE FUNCTION public.app_own_reorganised_cases(p_id uuid)
 RETURNS TABLE(child_id uuid, to_unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.child_id, c.to_unit_id FROM app_reorganised_cases(p_id) c
   WHERE c.unit_id = app_unit() AND c.to_unit_id <> c.unit_id AND p_id IN (SELECT app_reorganisations()) $function$
;

-- owned by samplan_owner: The version by which the own principal works today
CREATE OR REPLACE FUNCTION public.app_own_routine()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
DECLARE v_principal uuid := app_principal();
BEGIN
  RETURN (SELECT r.version_id FROM principal_routine r WHERE r.principal_id = v_principal);
END $function$
;

-- owned by samplan_owner: All units that lie in the same secrecy domain today
CREATE OR REPLACE FUNCTION public.app_own_units()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.own_units', true), ''), '{}')::uuid[] $function$
;

-- owned by samplan_fence: Ends what ties staff to cases that do not go with them
CREATE OR REPLACE FUNCTION public.app_part_from_cases(p_id uuid, p_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  DELETE FROM case_worker w USING app_parting(p_id) g WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND lower(w.valid) >= p_day;
  UPDATE case_worker w SET valid = daterange(lower(w.valid), p_day), version = w.version + 1 FROM app_parting(p_id) g
   WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND w.valid @> p_day;
  UPDATE whereabouts_reader w SET valid = daterange(lower(w.valid), p_day), version = w.version + 1 FROM app_parting(p_id) g
   WHERE w.unit_id = g.unit_id AND w.child_id = g.child_id AND w.person_id = g.person_id AND w.valid @> p_day AND lower(w.valid) < p_day;
  UPDATE party y SET contact_id = NULL, version = y.version + 1 FROM app_parting(p_id) g, plan p
   WHERE p.id = y.plan_id AND p.child_id = g.child_id AND y.unit_id = g.unit_id AND y.contact_id = g.person_id;
END $function$
;

-- owned by samplan_fence: Who goes elsewhere than a case
CREATE OR REPLACE FUNCTION public.app_parting(p_id uuid)
 RETURNS TABLE(unit_id uuid, child_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH tie AS (
    SELECT w.unit_id, w.child_id, w.person_id, x.rest_id FROM app_split_rest(p_id) x JOIN case_worker w ON w.unit_id = x.unit_id
    UNION
    SELECT w.unit_id, w.child_id, w.person_id, x.rest_id FROM app_split_rest(p_id) x JOIN whereabouts_reader w ON w.unit_id = x.unit_id
    UNION
    SELECT y.unit_id, p.child_id, y.contact_id, x.rest_id FROM app_split_rest(p_id) x
      JOIN party y ON y.unit_id = x.unit_id AND y.contact_id IS NOT NULL JOIN plan p ON p.id = y.plan_id)
  SELECT t.unit_id, t.child_id, t.person_id FROM tie t
    LEFT JOIN reorganisation_case c ON c.reorganisation_id = p_id AND c.unit_id = t.unit_id AND c.child_id = t.child_id
    LEFT JOIN reorganisation_placement s ON s.reorganisation_id = p_id AND s.unit_id = t.unit_id AND s.person_id = t.person_id
   WHERE coalesce(s.new_unit_id, t.rest_id) <> coalesce(c.to_unit_id, t.unit_id) $function$
;

-- owned by samplan_fence: Passes a call on within the own principal
CREATE OR REPLACE FUNCTION public.app_pass_call_on(p_addressee uuid, p_new uuid, p_party uuid, p_unit uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v call_addressee%ROWTYPE; v_plan plan%ROWTYPE;
BEGIN
  SELECT * INTO v FROM call_addressee a WHERE a.id = p_addressee AND a.unit_id = app_unit() AND a.state = 'passed-on';
  IF NOT FOUND OR NOT EXISTS (SELECT FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority t ON t.id = b.authority_id
                               WHERE u.unit_id = p_unit AND u.valid @> app_today() AND t.principal_id = app_principal()) THEN
    RAISE EXCEPTION 'a call is passed on within its principal' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT p.* INTO v_plan FROM call c JOIN plan p ON p.id = c.plan_id WHERE c.id = v.call_id;
  INSERT INTO call_addressee (id, call_id, unit_id, summons, contribution, state, passed_from)
    VALUES (p_new, v.call_id, p_unit, v.summons, v.contribution, 'waiting', v.id);
  INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, added_on)
    VALUES (p_party, v_plan.id, p_unit, v_plan.lead_unit_id, v.summons, v.summons, app_today())
    ON CONFLICT DO NOTHING;
END $function$
;

-- owned by samplan_owner: The person who asks, or NULL
CREATE OR REPLACE FUNCTION public.app_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.person', true), '')::uuid $function$
;

-- owned by samplan_fence: The person behind an identity number
CREATE OR REPLACE FUNCTION public.app_person_for(p_type text, p_value text, p_birth date, p_protection text, p_new uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_person uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_type || p_value, 7265772));
  SELECT i.person_id INTO v_person FROM person_identifier i WHERE i.type = p_type AND i.value = p_value;
  IF v_person IS NULL THEN
    v_person := p_new;
    INSERT INTO person (id, birth_date) VALUES (v_person, p_birth);
    INSERT INTO person_identifier (type, value, person_id) VALUES (p_type, p_value, v_person);
  ELSE
    UPDATE person SET birth_date = p_birth WHERE id = v_person AND birth_date IS NULL;
  END IF;
  PERFORM app_protect(v_person, p_protection);
  RETURN v_person;
END $function$
;

-- owned by samplan_owner: The plan at hand, when the caller may know where its child is
CREATE OR REPLACE FUNCTION public.app_place()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.place', true), '')::uuid $function$
;

-- owned by samplan_fence: Puts the events that are committed in their order
CREATE OR REPLACE FUNCTION public.app_place_events()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_event uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM event e WHERE e.position IS NULL) THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('event', 5426));
  FOR v_event IN SELECT e.id FROM event e WHERE e.position IS NULL ORDER BY e.written LOOP
    UPDATE event SET position = nextval('event_position') WHERE id = v_event;
  END LOOP;
END $function$
;

-- owned by samplan_fence: Authority and principal of a unit on a day
CREATE OR REPLACE FUNCTION public.app_place_on(p_unit uuid, p_day date, OUT authority text, OUT principal text, OUT principal_id uuid)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT a.name, h.name, h.id FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal h ON h.id = a.principal_id
   WHERE u.unit_id = p_unit AND u.valid @> p_day $function$
;

-- owned by samplan_fence: Says who of the own unit goes to which part
CREATE OR REPLACE FUNCTION public.app_place_staff(p_id uuid, p_parts uuid[], p_persons uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  PERFORM FROM reorganisation WHERE id = p_id AND status = 'drafted' AND takes_effect_on > app_today() FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM reorganisation_side WHERE reorganisation_id = p_id AND decided_on IS NOT NULL)
    OR NOT EXISTS (SELECT FROM reorganisation_move WHERE reorganisation_id = p_id AND unit_id = app_unit() AND kind = 'split')
    OR EXISTS (SELECT FROM unnest(p_persons) p WHERE NOT EXISTS (
      SELECT FROM assignment g WHERE g.person_id = p AND g.unit_id = app_unit() AND g.valid @> app_today())) THEN
    RETURN false;
  END IF;
  DELETE FROM reorganisation_placement WHERE reorganisation_id = p_id AND unit_id = app_unit();
  INSERT INTO reorganisation_placement (reorganisation_id, unit_id, person_id, new_unit_id)
    SELECT p_id, app_unit(), n.person_id, n.part_id FROM unnest(p_parts, p_persons) n (part_id, person_id);
  UPDATE reorganisation_part t SET staff = (SELECT count(*) FROM reorganisation_placement s WHERE s.reorganisation_id = p_id AND s.new_unit_id = t.new_unit_id)
   WHERE t.reorganisation_id = p_id AND t.unit_id = app_unit();
  UPDATE reorganisation SET version = version + 1 WHERE id = p_id;
  RETURN true;
END $function$
;

-- owned by samplan_owner: The plan at hand, whose open walls are known
CREATE OR REPLACE FUNCTION public.app_plan()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.plan', true), '')::uuid $function$
;

-- owned by samplan_fence: Consents in force to a plan that the own unit leads
CREATE OR REPLACE FUNCTION public.app_plan_consents(p_plan uuid)
 RETURNS TABLE(id uuid, is_older boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.id, EXISTS (SELECT FROM plan_origin o JOIN plan b ON b.id = o.follows_id
                        WHERE o.plan_id = p.id AND b.kind <> p.kind AND c.created_at <= p.created_at)
    FROM plan p JOIN consent_in_force f ON f.child_id = p.child_id JOIN consent c ON c.id = f.id
   WHERE p.id = p_plan AND p.lead_unit_id = app_unit() AND f.kind = 'plan'
     AND (f.unit_id = p.lead_unit_id OR EXISTS (SELECT FROM plan_lead_term l WHERE l.plan_id = p.id AND l.unit_id = f.unit_id)) $function$
;

-- owned by samplan_fence: What a reorganisation would change, in numbers
CREATE OR REPLACE FUNCTION public.app_preview_reorganisation(p_id uuid)
 RETURNS TABLE(part text, unit_id uuid, role text, from_branch_id uuid, to_branch_id uuid, a integer, b integer, c integer, d integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH r AS (SELECT id, takes_effect_on AS day FROM reorganisation WHERE id = p_id AND status IN ('drafted', 'decided')),
  move AS (SELECT m.* FROM reorganisation_move m JOIN r ON r.id = m.reorganisation_id),
  rest AS (SELECT x.unit_id, x.rest_id FROM r CROSS JOIN LATERAL app_split_rest(r.id) x),
  piece AS (SELECT t.unit_id, t.new_unit_id, t.branch_id FROM reorganisation_part t JOIN r ON r.id = t.reorganisation_id),
  placed AS (SELECT s.unit_id, s.person_id, s.new_unit_id FROM reorganisation_placement s JOIN r ON r.id = s.reorganisation_id),
  before AS (SELECT q.unit_id, q.branch_id, lower(q.valid) AS since, o.principal_id
               FROM r JOIN unit_place q ON q.valid @> (r.day - 1) JOIN branch n ON n.id = q.branch_id JOIN authority o ON o.id = n.authority_id),
  after AS (SELECT q.unit_id, coalesce(m.to_branch_id, q.branch_id) AS branch_id, CASE WHEN m.kind = 'move' THEN r.day ELSE q.since END AS since
              FROM r CROSS JOIN before q LEFT JOIN move m ON m.unit_id = q.unit_id
              LEFT JOIN rest x ON x.unit_id = q.unit_id WHERE m.kind IS NULL OR m.kind = 'move' OR x.rest_id = q.unit_id
            UNION ALL SELECT t.new_unit_id, t.branch_id, r.day FROM r CROSS JOIN piece t),
  touched AS (SELECT q.branch_id FROM before q JOIN move m ON q.unit_id IN (m.unit_id, m.into_unit_id, m.keeper_unit_id)
              UNION SELECT m.to_branch_id FROM move m WHERE m.to_branch_id IS NOT NULL
              UNION SELECT t.branch_id FROM piece t),
  near AS (SELECT q.unit_id FROM before q JOIN touched t ON t.branch_id = q.branch_id),
  handed AS (SELECT h.*, m.kind = 'merge' AND h.to_unit_id = m.into_unit_id AS along
               FROM r CROSS JOIN LATERAL app_reorganised_cases(r.id) h JOIN move m ON m.unit_id = h.unit_id WHERE h.to_unit_id <> h.unit_id),
  part_in AS (SELECT DISTINCT y.plan_id, p.child_id, y.unit_id, y.state, y.id AS party_id, y.taken_over_on, coalesce(h.to_unit_id, y.unit_id) AS becomes
                FROM near n JOIN party y ON y.unit_id = n.unit_id JOIN plan p ON p.id = y.plan_id
                LEFT JOIN handed h ON h.unit_id = y.unit_id AND h.child_id = p.child_id),
  thing AS ( -- a plan is held where a unit takes part, an item where its owner is
    SELECT DISTINCT true AS is_plan, x.plan_id AS id, x.child_id, x.unit_id, x.becomes, false AS is_blocked FROM part_in x WHERE x.state = 'accepted'
    UNION ALL
    SELECT DISTINCT false, i.id, x.child_id, x.unit_id, x.becomes, EXISTS (SELECT FROM block_in_force k WHERE k.child_id = x.child_id AND k.unit_id = x.unit_id)
      FROM part_in x JOIN item i ON i.plan_id = x.plan_id AND i.owner_unit_id = x.unit_id
     WHERE i.visibility <> 'named' AND i.kept_apart_on IS NULL),
  need AS (
    SELECT f.unit_id, 'unit-manager' AS role, f.child_id, coalesce(h.to_unit_id, f.unit_id) AS becomes
      FROM r CROSS JOIN near n JOIN case_file f ON f.unit_id = n.unit_id AND f.valid @> (r.day - 1)
      LEFT JOIN handed h ON h.unit_id = f.unit_id AND h.child_id = f.child_id
    UNION
    SELECT w.unit_id, g.role, w.child_id,
           CASE WHEN x.unit_id IS NOT NULL THEN
                  CASE WHEN coalesce(s.new_unit_id, x.rest_id) = coalesce(h.to_unit_id, w.unit_id) THEN coalesce(h.to_unit_id, w.unit_id) END
                WHEN h.unit_id IS NULL THEN w.unit_id WHEN h.along THEN h.to_unit_id END
      FROM r CROSS JOIN near n JOIN case_worker w ON w.unit_id = n.unit_id AND w.valid @> (r.day - 1)
      JOIN assignment g ON g.person_id = w.person_id AND g.unit_id = w.unit_id AND g.valid @> (r.day - 1) AND g.role IN ('caseworker', 'meeting-leader')
      LEFT JOIN handed h ON h.unit_id = w.unit_id AND h.child_id = w.child_id
      LEFT JOIN rest x ON x.unit_id = w.unit_id
      LEFT JOIN placed s ON s.unit_id = w.unit_id AND s.person_id = w.person_id),
  seen AS (
    SELECT n.unit_id, n.role, t.is_plan, t.id, true AS is_before
      FROM need n JOIN before v ON v.unit_id = n.unit_id
      JOIN thing t ON t.child_id = n.child_id JOIN before o ON o.unit_id = t.unit_id AND o.branch_id = v.branch_id
       AND (NOT t.is_blocked OR t.unit_id = n.unit_id)
    UNION
    SELECT n.becomes, n.role, t.is_plan, t.id, false
      FROM need n JOIN after v ON v.unit_id = n.becomes
      JOIN thing t ON t.child_id = n.child_id JOIN after o ON o.unit_id = t.becomes AND o.branch_id = v.branch_id
       AND (NOT t.is_blocked OR t.becomes = n.becomes)),
  change AS (SELECT s.unit_id, s.role, s.is_plan, bool_and(s.is_before) AS is_lost FROM seen s GROUP BY s.unit_id, s.role, s.is_plan, s.id HAVING count(*) = 1),
  pair AS (
    SELECT s.consent_id, s.from_branch_id, s.to_branch_id, k.child_id, k.unit_id,
           (gh.unit_id IS NULL AND ga.branch_id = gb.branch_id OR gh.unit_id IS NOT NULL AND ga.branch_id = gb.branch_id AND gb.since <= k.valid_from) IS TRUE
             AND (rh.unit_id IS NULL AND ra.branch_id = rb.branch_id OR rh.unit_id IS NOT NULL AND ra.branch_id = rb.branch_id AND rb.since <= k.valid_from) IS TRUE
             AND ga.since <= k.valid_from AND ra.since <= k.valid_from AS holds
      FROM consent k
      JOIN consent_scope s ON s.consent_id = k.id AND (s.from_branch_id IN (SELECT branch_id FROM touched) OR s.to_branch_id IN (SELECT branch_id FROM touched))
      JOIN plan p ON p.child_id = k.child_id
      JOIN party g ON g.plan_id = p.id AND g.state = 'accepted' AND coalesce(g.taken_over_on <= k.valid_from, true)
      JOIN party y ON y.plan_id = p.id AND y.state = 'accepted' AND coalesce(y.taken_over_on <= k.valid_from, true)
      JOIN before gb ON gb.unit_id = g.unit_id AND gb.branch_id = s.from_branch_id AND gb.since <= k.valid_from
      JOIN before rb ON rb.unit_id = y.unit_id AND rb.branch_id = s.to_branch_id AND rb.since <= k.valid_from
      LEFT JOIN handed gh ON gh.unit_id = g.unit_id AND gh.child_id = p.child_id
      LEFT JOIN handed rh ON rh.unit_id = y.unit_id AND rh.child_id = p.child_id
      LEFT JOIN after ga ON ga.unit_id = coalesce(gh.to_unit_id, g.unit_id)
      LEFT JOIN after ra ON ra.unit_id = coalesce(rh.to_unit_id, y.unit_id)
     WHERE k.kind = 'share' AND app_today() BETWEEN k.valid_from AND k.valid_to AND k.withdrawn_on IS NULL),
  stopping AS MATERIALIZED (SELECT DISTINCT x.consent_id, x.child_id, x.unit_id, x.from_branch_id, x.to_branch_id FROM pair x WHERE x.holds IS NOT TRUE),
  own AS (SELECT v.unit_id FROM before v WHERE v.principal_id = app_principal()),
  own_branch AS (SELECT n.id FROM branch n JOIN authority o ON o.id = n.authority_id WHERE o.principal_id = app_principal())
  SELECT 'access', x.unit_id, x.role, NULL::uuid, NULL::uuid, count(*) FILTER (WHERE x.is_plan AND x.is_lost)::int, count(*) FILTER (WHERE x.is_plan AND NOT x.is_lost)::int,
         count(*) FILTER (WHERE NOT x.is_plan AND x.is_lost)::int, count(*) FILTER (WHERE NOT x.is_plan AND NOT x.is_lost)::int
    FROM change x JOIN own USING (unit_id) GROUP BY x.unit_id, x.role
  UNION ALL
  SELECT 'records', m.unit_id, NULL, NULL, NULL,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.lead_unit_id = h.unit_id WHERE h.unit_id = m.unit_id)::int,
         (SELECT count(*) FROM plan p LEFT JOIN handed h ON h.unit_id = m.unit_id AND h.child_id = p.child_id
           WHERE p.next_follow_up_unit_id = m.unit_id AND (m.kind <> 'move' OR h.unit_id IS NOT NULL))::int,
         (SELECT count(*) FROM part_in x WHERE x.unit_id = m.unit_id AND x.becomes <> x.unit_id AND x.state IN ('called', 'invited'))::int,
         (SELECT count(*) FROM handed h WHERE h.unit_id = m.unit_id AND h.is_open)::int
    FROM move m JOIN own USING (unit_id) WHERE m.kind <> 'split'
  UNION ALL -- not beside what the divided unit hands over in all: the difference would tell a small number
  SELECT 'records', t.new_unit_id, NULL, NULL, NULL,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.lead_unit_id = h.unit_id WHERE h.to_unit_id = t.new_unit_id)::int,
         (SELECT count(*) FROM handed h JOIN plan p ON p.child_id = h.child_id AND p.next_follow_up_unit_id = h.unit_id WHERE h.to_unit_id = t.new_unit_id)::int,
         (SELECT count(*) FROM part_in x WHERE x.becomes = t.new_unit_id AND x.state IN ('called', 'invited'))::int,
         (SELECT count(*) FROM handed h WHERE h.to_unit_id = t.new_unit_id AND h.is_open)::int
    FROM piece t JOIN own USING (unit_id)
  UNION ALL
  SELECT 'consent', NULL, NULL, s.from_branch_id, s.to_branch_id, count(DISTINCT s.consent_id)::int, 0, 0, 0
    FROM stopping s WHERE app_is_given(s.consent_id, s.child_id, s.unit_id)
     AND (s.from_branch_id IN (SELECT id FROM own_branch) OR s.to_branch_id IN (SELECT id FROM own_branch))
   GROUP BY s.from_branch_id, s.to_branch_id
  UNION ALL
  SELECT 'responsible', NULL, NULL, NULL, NULL, count(DISTINCT p.id)::int, 0, 0, 0
    FROM part_in x JOIN plan p ON p.id = x.plan_id AND p.overall_responsible_id = app_principal()
    JOIN own ON own.unit_id = x.unit_id
   WHERE x.state = 'accepted' AND NOT EXISTS (
     SELECT FROM party y LEFT JOIN handed h ON h.unit_id = y.unit_id AND h.child_id = p.child_id
       JOIN after v ON v.unit_id = coalesce(h.to_unit_id, y.unit_id) JOIN own_branch n ON n.id = v.branch_id
      WHERE y.plan_id = p.id AND y.state = 'accepted')
  HAVING count(DISTINCT p.id) > 0 $function$
;

-- owned by samplan_fence: The principal of the own unit today
CREATE OR REPLACE FUNCTION public.app_principal()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN (SELECT a.principal_id FROM branch b JOIN authority a ON a.id = b.authority_id WHERE b.id = app_branch());
END $function$
;

-- owned by samplan_fence: The own principal's emergency accesses, without content, for its data protection officer
CREATE OR REPLACE FUNCTION public.app_principal_emergencies()
 RETURNS TABLE(id uuid, person_id uuid, unit_id uuid, holder_unit_id uuid, danger text, opened_at timestamp with time zone, opens_until timestamp with time zone, review_due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH mine AS (
    SELECT u.unit_id
      FROM unit_place m JOIN branch mb ON mb.id = m.branch_id JOIN authority ma ON ma.id = mb.authority_id
      JOIN authority a ON a.principal_id = ma.principal_id JOIN branch b ON b.authority_id = a.id
      JOIN unit_place u ON u.branch_id = b.id AND u.valid @> app_today()
     WHERE m.unit_id = app_unit() AND m.valid @> app_today() AND EXISTS (
       SELECT FROM assignment s WHERE s.person_id = app_person() AND s.unit_id = app_unit() AND s.role = 'data-protection-officer' AND s.valid @> app_today()))
  SELECT e.id, e.person_id, e.unit_id, e.holder_unit_id, e.danger, e.opened_at, e.opens_until, e.review_due_on
    FROM emergency_access e WHERE e.unit_id IN (SELECT mine.unit_id FROM mine) OR e.holder_unit_id IN (SELECT mine.unit_id FROM mine) $function$
;

-- owned by samplan_owner: The principal of a unit on a day, or the last one that it had
CREATE OR REPLACE FUNCTION public.app_principal_on(p_unit uuid, p_day date)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN (SELECT a.principal_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
           WHERE q.unit_id = p_unit ORDER BY q.valid @> p_day DESC, lower(q.valid) DESC LIMIT 1);
END $function$
;

-- owned by samplan_fence: Raises a protection level
CREATE OR REPLACE FUNCTION public.app_protect(p_person uuid, p_protection text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  INSERT INTO protection_record (id, child_id, unit_id, level, person_id, recorded_on, created_at)
  SELECT gen_random_uuid(), p.id, app_unit(), p_protection, app_person(), app_today(), now() FROM person p
   WHERE p.id = p_person AND public.app_protection_level(p_protection) > public.app_protection_level(p.protection) $function$
;

-- owned by samplan_owner: Order of the protection levels
CREATE OR REPLACE FUNCTION public.app_protection_level(p text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT array_position(ARRAY['none', 'confidentiality-marking', 'protected-registration', 'assumed-identity'], p) $function$
;

-- owned by samplan_owner: Whether a dispatched version is read
CREATE OR REPLACE FUNCTION public.app_reads_version()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(current_setting('app.version', true), '') = 'on' $function$
;

-- owned by samplan_fence: Carries a list out again, as its certificate says that it was
CREATE OR REPLACE FUNCTION public.app_reapply_disposal(p_certificate jsonb, p_number integer, p_hash text, p_now timestamp with time zone, OUT disposed integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_run uuid := p_certificate ->> 'run'; v_on date := p_certificate ->> 'carriedOutOn'; v_branch uuid := p_certificate ->> 'branch'; v_state text; c record;
BEGIN
  disposed := 0;
  IF EXISTS (SELECT FROM disposal_certificate x WHERE x.run_id = v_run) THEN RETURN; END IF;
  PERFORM set_config('app.today', v_on::text, true), set_config('app.disposing', 'on', true);
  PERFORM app_weed_keys(1000000);
  SELECT r.state INTO v_state FROM disposal_run r WHERE r.id = v_run FOR UPDATE;
  IF v_state IS NULL AND EXISTS (SELECT FROM branch b WHERE b.id = v_branch) THEN
    INSERT INTO person (id) SELECT x.who FROM (SELECT (p_certificate ->> 'drawnUpBy')::uuid AS who UNION
        SELECT (d ->> 'person')::uuid FROM jsonb_array_elements(p_certificate -> 'decisions') d) x
      WHERE NOT EXISTS (SELECT FROM person p WHERE p.id = x.who);
    INSERT INTO disposal_run (id, branch_id, profile, state, drawn_up_by, drawn_up_on, created_at)
      VALUES (v_run, v_branch, (p_certificate ->> 'profile')::int, 'decided', (p_certificate ->> 'drawnUpBy')::uuid,
        (p_certificate ->> 'drawnUpOn')::date, (p_certificate ->> 'createdAt')::timestamptz);
    v_state := 'decided';
  END IF;
  IF v_state IN ('carried-out', 'cancelled') THEN
    RAISE EXCEPTION 'list % is % here and carried out elsewhere', v_run, v_state USING ERRCODE = 'restrict_violation';
  END IF;
  IF v_state IS NOT NULL THEN
    INSERT INTO disposal_decision (run_id, person_id, decided_at)
      SELECT v_run, (d ->> 'person')::uuid, (d ->> 'at')::timestamptz FROM jsonb_array_elements(p_certificate -> 'decisions') d
       WHERE EXISTS (SELECT FROM person p WHERE p.id = (d ->> 'person')::uuid) ON CONFLICT DO NOTHING;
    FOR c IN SELECT * FROM jsonb_to_recordset(p_certificate -> 'cases') AS x (id uuid, unit uuid, child uuid, clock text, paragraph text, "lastEntryOn" date,
        "dueOn" date, "finishBy" date, outcome text, "droppedBecause" text) JOIN unit n ON n.id = x.unit LOOP
      INSERT INTO disposal_case (id, run_id, unit_id, child_id, clock, paragraph, last_entry_on, due_on, finish_by, outcome)
        VALUES (c.id, v_run, c.unit, c.child, c.clock, c.paragraph, c."lastEntryOn", c."dueOn", c."finishBy", 'listed') ON CONFLICT DO NOTHING;
      IF c.outcome = 'disposed' THEN
        PERFORM app_dispose_case(c.id);
        disposed := disposed + 1;
      ELSE
        UPDATE disposal_case SET outcome = 'dropped', dropped_because = c."droppedBecause" WHERE id = c.id;
      END IF;
    END LOOP;
    UPDATE disposal_run SET state = 'carried-out', carried_out_on = v_on, version = version + 1 WHERE id = v_run;
  END IF;
  INSERT INTO disposal_certificate (run_id, number, hash, written_at) VALUES (v_run, p_number, p_hash, p_now);
  PERFORM set_config('app.disposing', '', true);
END $function$
;

-- owned by samplan_fence: Ends and begins assignments
CREATE OR REPLACE FUNCTION public.app_reassign_staff(p_id uuid, p_day date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE a record;
BEGIN
  FOR a IN SELECT g.id, g.person_id, g.role, upper(g.valid) AS ends, CASE m.kind WHEN 'move' THEN m.unit_id WHEN 'merge' THEN m.into_unit_id
                  WHEN 'split' THEN coalesce(s.new_unit_id, x.rest_id) END AS goes_to
             FROM reorganisation_move m JOIN assignment g ON g.unit_id = m.unit_id AND g.valid @> p_day AND lower(g.valid) < p_day
             LEFT JOIN app_split_rest(p_id) x ON x.unit_id = m.unit_id
             LEFT JOIN reorganisation_placement s ON s.reorganisation_id = p_id AND s.unit_id = m.unit_id AND s.person_id = g.person_id
            WHERE m.reorganisation_id = p_id AND coalesce(s.new_unit_id, x.rest_id) IS DISTINCT FROM m.unit_id LOOP
    UPDATE assignment SET valid = daterange(lower(valid), p_day) WHERE id = a.id;
    IF a.goes_to IS NOT NULL THEN
      INSERT INTO assignment (id, person_id, unit_id, role, valid)
        VALUES (gen_random_uuid(), a.person_id, a.goes_to, a.role, daterange(p_day, a.ends)) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
END $function$
;

-- owned by samplan_fence: Makes the events of statistics anew, of half-years from one on
CREATE OR REPLACE FUNCTION public.app_rebuild_statistics(p_from date)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_made bigint;
BEGIN
  DELETE FROM statistics_event e WHERE e.term >= app_half_year(p_from);
  DELETE FROM statistics_active a WHERE a.term >= app_half_year(p_from);
  INSERT INTO statistics_active (plan_id, term) SELECT s.key, s.term FROM statistics_source s WHERE s.kind = 'plan-active' AND s.term >= app_half_year(p_from);
  INSERT INTO statistics_event (kind, principal_id, term, municipality, service, age, sex, answer, days, entry)
  SELECT s.kind, s.principal_id, s.term, s.municipality, s.service, s.age, s.sex, s.answer, s.days, s.entry
    FROM statistics_source s WHERE s.term >= app_half_year(p_from) ORDER BY gen_random_uuid();
  GET DIAGNOSTICS v_made = ROW_COUNT;
  RETURN v_made;
END $function$
;

-- owned by samplan_fence: Calls to the own unit
CREATE OR REPLACE FUNCTION public.app_received_calls()
 RETURNS TABLE(id uuid, call_id uuid, unit_id uuid, summons text, contribution text, state text, seen_on date, contact_id uuid, reason text, answered_on date, passed_from uuid, version integer, purpose text, questions text[], long_term_goal text, way text, sent_on date, answer_by date, plan_id uuid, party_id uuid, kind text, child_id uuid, given_name text, family_name text, protection text, from_unit_id uuid, passed_to uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT a.id, a.call_id, a.unit_id, a.summons, a.contribution, a.state, a.seen_on, a.contact_id, a.reason, a.answered_on, a.passed_from, a.version,
         c.purpose, c.questions, c.long_term_goal, c.way, c.sent_on, c.answer_by, p.id, y.id, p.kind, p.child_id, f.given_name, f.family_name,
         ch.protection, c.unit_id,
         (SELECT n.unit_id FROM call_addressee n WHERE n.passed_from = a.id ORDER BY n.id DESC LIMIT 1)
    FROM call_addressee a JOIN call c ON c.id = a.call_id JOIN plan p ON p.id = c.plan_id JOIN person ch ON ch.id = p.child_id
    LEFT JOIN party y ON y.plan_id = p.id AND y.unit_id = a.unit_id AND y.state IN ('called', 'invited', 'accepted')
    LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = c.unit_id AND f.valid @> app_today()
   WHERE a.unit_id = app_unit() AND a.state NOT IN ('drafted', 'dropped') AND NOT app_is_disposed(p.child_id, c.sent_on) $function$
;

-- owned by samplan_owner: The unit that receives requests of each principal on a day
CREATE OR REPLACE FUNCTION public.app_receivers(p_day date)
 RETURNS TABLE(principal_id uuid, unit_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE heir AS (
    SELECT c.principal_id, c.unit_id FROM (SELECT DISTINCT ON (r.principal_id) r.principal_id, r.unit_id FROM request_receiver r
      WHERE r.valid_from <= p_day ORDER BY r.principal_id, r.created_at DESC, r.id DESC) c
    UNION SELECT h.principal_id, s.successor_id FROM heir h JOIN unit_successor s ON s.unit_id = h.unit_id)
  SELECT h.principal_id, h.unit_id FROM heir h JOIN unit_place q ON q.unit_id = h.unit_id AND q.valid @> p_day
    JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id WHERE a.principal_id = h.principal_id $function$
;

-- owned by samplan_fence: Whether the own unit recorded a consent
CREATE OR REPLACE FUNCTION public.app_recorded_consent(p_consent uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent AND c.unit_id = app_unit());
END $function$
;

-- owned by samplan_fence: Refuses to change what belongs to a plan that is over
CREATE OR REPLACE FUNCTION public.app_refuse_ended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_status text;
BEGIN
  SELECT p.status INTO v_status FROM plan p WHERE p.id = NEW.plan_id FOR KEY SHARE;
  IF app_is_over(v_status) OR (TG_TABLE_NAME = 'evaluation' OR TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'item') AND NOT EXISTS (SELECT FROM party y
      WHERE y.plan_id = NEW.plan_id AND y.state = 'accepted' AND y.unit_id = ANY (app_own_units())) THEN
    RAISE EXCEPTION 'the plan has ended' USING ERRCODE = 'SP001';
  END IF;
  RETURN NEW;
END $function$
;

-- owned by samplan_fence: Trigger: an assumed identity has one number
CREATE OR REPLACE FUNCTION public.app_refuse_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_person uuid; v_numbers int;
BEGIN
  v_person := CASE TG_TABLE_NAME WHEN 'person' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'person_id' END;
  SELECT count(*) INTO v_numbers FROM person_identifier i WHERE i.person_id = v_person;
  IF v_numbers > 1 AND EXISTS (SELECT FROM person p WHERE p.id = v_person AND p.protection = 'assumed-identity') THEN
    RAISE EXCEPTION 'an assumed identity is never linked to another number' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: The own unit's relations, by the hash of the other's number
CREATE OR REPLACE FUNCTION public.app_register_relations()
 RETURNS TABLE(relation_id uuid, guardian_key bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id, sha256(convert_to(n.type || ' ' || n.value, 'UTF8')) FROM relation r JOIN person_identifier n ON n.person_id = r.person_id
   WHERE r.unit_id = public.app_unit() $function$
;

-- owned by samplan_fence: Reorganisations that concern the own principal or name a unit of the own domain
CREATE OR REPLACE FUNCTION public.app_reorganisations()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT s.reorganisation_id FROM reorganisation_side s WHERE s.principal_id = public.app_principal()
  UNION SELECT m.reorganisation_id FROM reorganisation_move m
         WHERE m.unit_id = ANY (public.app_own_units()) OR m.into_unit_id = ANY (public.app_own_units()) OR m.keeper_unit_id = ANY (public.app_own_units())
  UNION SELECT t.reorganisation_id FROM reorganisation_part t WHERE t.new_unit_id = ANY (public.app_own_units()) $function$
;

-- owned by samplan_fence: Who holds what a unit held about each child
CREATE OR REPLACE FUNCTION public.app_reorganised_cases(p_id uuid)
 RETURNS TABLE(unit_id uuid, child_id uuid, to_unit_id uuid, is_open boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH held AS (
    SELECT m.*, x.rest_id, h.child_id, bool_or(h.is_open) AS is_open, CASE WHEN bool_or(h.is_open) THEN m.open_cases_go ELSE m.old_records_go END AS goes
      FROM reorganisation r
      JOIN reorganisation_move m ON m.reorganisation_id = r.id
      LEFT JOIN app_split_rest(r.id) x ON x.unit_id = m.unit_id
      CROSS JOIN LATERAL (
        SELECT f.child_id, f.valid @> r.takes_effect_on AS is_open FROM case_file f WHERE f.unit_id = m.unit_id
        UNION ALL
        SELECT p.child_id, y.state IN ('called', 'invited') FROM party y JOIN plan p ON p.id = y.plan_id WHERE y.unit_id = m.unit_id) h
     WHERE r.id = p_id
     GROUP BY m.reorganisation_id, m.position, x.rest_id, h.child_id),
  work AS ( -- with whom a case of a unit that is divided goes; the last counts for what is over
    SELECT w.unit_id, w.child_id, w.valid @> r.takes_effect_on AND e.works AS works,
           rank() OVER (PARTITION BY w.unit_id, w.child_id ORDER BY upper(w.valid) DESC NULLS FIRST) = 1 AS is_last,
           CASE WHEN e.works THEN coalesce(s.new_unit_id, x.rest_id) ELSE x.rest_id END AS to_unit_id
      FROM reorganisation r
      CROSS JOIN LATERAL app_split_rest(r.id) x
      JOIN case_worker w ON w.unit_id = x.unit_id AND lower(w.valid) < r.takes_effect_on
      LEFT JOIN reorganisation_placement s ON s.reorganisation_id = r.id AND s.unit_id = w.unit_id AND s.person_id = w.person_id
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM assignment g WHERE g.person_id = w.person_id AND g.unit_id = w.unit_id
                                            AND g.valid @> r.takes_effect_on AND lower(g.valid) < r.takes_effect_on) AS works) e
     WHERE r.id = p_id),
  ways AS (
    SELECT w.unit_id, w.child_id, array_agg(DISTINCT w.to_unit_id) FILTER (WHERE w.works) AS of_open,
           array_agg(DISTINCT w.to_unit_id) FILTER (WHERE w.is_last) AS of_old
      FROM work w GROUP BY w.unit_id, w.child_id)
  SELECT h.unit_id, h.child_id,
         CASE WHEN h.kind <> 'split' THEN CASE WHEN h.goes THEN coalesce(h.into_unit_id, h.unit_id) ELSE h.keeper_unit_id END
              WHEN h.goes AND h.is_open AND cardinality(v.of_open) = 1 THEN v.of_open[1]
              WHEN h.goes AND NOT h.is_open AND cardinality(v.of_old) = 1 THEN v.of_old[1]
              ELSE h.rest_id END,
         h.is_open
    FROM held h LEFT JOIN ways v ON v.unit_id = h.unit_id AND v.child_id = h.child_id $function$
;

-- owned by samplan_owner: The answer first given under an Idempotency-Key, after waiting for whoever works under it
CREATE OR REPLACE FUNCTION public.app_replay(p_operation text, p_key text, p_since timestamp with time zone)
 RETURNS TABLE(key_hash bytea, body_hash bytea, status integer, headers jsonb, answer bytea)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
DECLARE v_hash bytea;
BEGIN
  IF coalesce(app_person(), app_system()) IS NULL THEN RETURN; END IF;
  v_hash := sha256(convert_to(coalesce(app_person()::text, ''), 'UTF8') || '\x00' || convert_to(coalesce(current_setting('app.assignment', true), ''), 'UTF8')
    || '\x00' || convert_to(p_operation, 'UTF8') || '\x00' || convert_to(p_key, 'UTF8') || '\x00'
    || coalesce(convert_to(app_client()::text, 'UTF8') || '\x00', ''));
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(v_hash, 'hex'), 7265773));
  RETURN QUERY SELECT v_hash, k.body_hash, k.status, k.headers, k.answer
                 FROM (SELECT) one
                 LEFT JOIN LATERAL (SELECT * FROM idempotency_key k WHERE k.key_hash = v_hash OFFSET 0) k ON k.created_at > p_since;
END $function$
;

-- owned by samplan_fence: How far the child of a request to the own unit is protected
CREATE OR REPLACE FUNCTION public.app_request_protection(p_request uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT p.protection FROM plan_request r JOIN person p ON p.id = r.child_id WHERE r.id = p_request AND r.unit_id = app_unit() $function$
;

-- owned by samplan_fence: Working days within which a unit's principal wants an emergency access reviewed
CREATE OR REPLACE FUNCTION public.app_review_days(p_unit uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.review_working_days
    FROM unit_place u JOIN branch b ON b.id = u.branch_id JOIN authority a ON a.id = b.authority_id
    JOIN principal_routine r ON r.principal_id = a.principal_id
   WHERE u.unit_id = p_unit ORDER BY lower(u.valid) DESC LIMIT 1 $function$
;

-- owned by samplan_log: The entries of a review, so far as the caller may know of them
CREATE OR REPLACE FUNCTION public.app_review_entries(p_review uuid, p_named boolean)
 RETURNS TABLE(entry_id uuid, at timestamp with time zone, operation text, outcome text, staff_name text, role text, unit_id uuid, objects integer, child_number integer, purpose text, child_id uuid, given_name text, family_name text, protection text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT e.id, e.at, e.operation, e.outcome, s.staff_name, e.role, e.unit_id, cardinality(e.objects), r.child_number,
         CASE WHEN f.id IS NOT NULL THEN e.purpose END, f.child_id, f.given_name, f.family_name, CASE WHEN f.id IS NOT NULL THEN ch.protection END
    FROM log_review v JOIN log_review_entry r ON r.review_id = v.id JOIN audit_entry e ON e.id = r.entry_id
    LEFT JOIN person s ON s.id = e.person_id
    LEFT JOIN person ch ON ch.id = e.child_id
    LEFT JOIN case_file f ON p_named AND f.child_id = e.child_id AND f.unit_id = app_unit() AND f.valid @> app_today()
   WHERE v.id = p_review AND e.person_id <> app_person()
     AND CASE WHEN p_named THEN v.own_unit AND v.unit_id = app_unit() ELSE v.principal_id = app_own_principal() END
   ORDER BY r.position $function$
;

-- owned by samplan_log: Draws the sample of a review
CREATE OR REPLACE FUNCTION public.app_review_sample(p_unit uuid, p_own_unit boolean, p_from timestamp with time zone, p_to timestamp with time zone, p_hidden text[], p_rule text, p_size integer, p_seed bytea)
 RETURNS TABLE(entry_id uuid, child_number integer, found integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH e AS MATERIALIZED (
    SELECT s.*, s.at AT TIME ZONE 'Europe/Stockholm' AS local FROM app_review_scope(p_unit, p_own_unit, p_from, p_to, p_hidden) s),
  hit AS (
    SELECT e.id, e.at, e.child_id FROM e
     WHERE CASE p_rule
       WHEN 'random' THEN e.outcome = 'done' AND e.objects <> '{}'
       WHEN 'after-hours' THEN e.outcome = 'done' AND e.objects <> '{}'
         AND (extract(isodow FROM e.local) > 5 OR extract(hour FROM e.local) NOT BETWEEN 6 AND 19)
       WHEN 'many-children' THEN e.child_id IS NOT NULL AND (e.person_id, date_trunc('hour', e.at)) IN (
         SELECT v.person_id, date_trunc('hour', v.at) FROM e v GROUP BY 1, 2
         HAVING count(DISTINCT v.child_id) > (SELECT wide_children FROM app_log_limits()))
       WHEN 'refused' THEN e.outcome IN ('denied', 'not-found') AND (e.person_id, e.local::date) IN (
         SELECT v.person_id, v.local::date FROM e v WHERE v.outcome IN ('denied', 'not-found') GROUP BY 1, 2 HAVING count(*) >= 5)
       WHEN 'blind-searches' THEN e.operation = 'FindChild' AND e.outcome = 'done' AND e.objects = '{}' AND (e.person_id, e.local::date) IN (
         SELECT v.person_id, v.local::date FROM e v WHERE v.operation = 'FindChild' AND v.outcome = 'done' AND v.objects = '{}'
          GROUP BY 1, 2 HAVING count(*) >= 5)
       ELSE false END),
  chosen AS (
    SELECT h.*, count(*) OVER ()::int AS found FROM hit h ORDER BY sha256(p_seed || uuid_send(h.id)) LIMIT p_size),
  met AS (SELECT c.child_id, row_number() OVER (ORDER BY min((c.at, c.id)::text))::int AS n FROM chosen c WHERE c.child_id IS NOT NULL GROUP BY c.child_id)
  SELECT c.id, m.n, c.found FROM chosen c LEFT JOIN met m ON m.child_id = c.child_id ORDER BY c.at, c.id $function$
;

-- owned by samplan_log: Log entries that the caller may review
CREATE OR REPLACE FUNCTION public.app_review_scope(p_unit uuid, p_own_unit boolean, p_from timestamp with time zone, p_to timestamp with time zone, p_hidden text[])
 RETURNS SETOF audit_entry
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT e.* FROM audit_entry e
   WHERE e.at >= p_from AND e.at < p_to AND e.actor_kind = 'staff' AND e.person_id <> app_person() AND e.operation <> ALL (p_hidden)
     AND (p_unit IS NULL OR e.unit_id = p_unit)
     AND CASE WHEN p_own_unit THEN e.unit_id = app_unit()
              ELSE (app_place_on(e.unit_id, (e.at AT TIME ZONE 'Europe/Stockholm')::date)).principal_id = app_own_principal() END $function$
;

-- owned by samplan_fence: All who hold a role, for those who give or take it
CREATE OR REPLACE FUNCTION public.app_role_holders(p_plan uuid, p_role text)
 RETURNS SETOF role_holder
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT h.* FROM role_holder h WHERE h.plan_id = p_plan AND h.role = p_role
    AND (app_gives_role(p_plan, p_role) OR EXISTS (SELECT FROM role_offer o
      WHERE o.plan_id = p_plan AND o.role = p_role AND o.state = 'waiting' AND o.to_unit_id = app_unit())) $function$
;

-- owned by samplan_fence: Whether the caller may know of a consent
CREATE OR REPLACE FUNCTION public.app_sees_consent(p_consent uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent AND c.unit_id = ANY (app_own_units())) OR app_knows_consent(p_consent);
END $function$
;

-- owned by samplan_owner: Whether an item is within the caller's fence
CREATE OR REPLACE FUNCTION public.app_sees_item(p_item uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM item i WHERE i.id = p_item);
END $function$
;

-- owned by samplan_fence: Whether an offer to the own unit is there
CREATE OR REPLACE FUNCTION public.app_sees_lead_offer(p_offer uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM lead_offer o WHERE o.id = p_offer AND o.to_unit_id = app_unit()
    AND (o.state <> 'waiting' OR app_may_lead(o.plan_id, o.to_unit_id))) $function$
;

-- owned by samplan_owner: Whether an objection to an item, kept from guardians or not, made by somebody, is within the caller's fence
CREATE OR REPLACE FUNCTION public.app_sees_objected(p_item uuid, p_kept boolean, p_person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM item i WHERE i.id = p_item
    AND (NOT p_kept OR app_unit() IS NOT NULL OR p_person = app_person() OR i.plan_id = ANY (app_self_plans())));
END $function$
;

-- owned by samplan_owner: Whether an objection is within the caller's fence
CREATE OR REPLACE FUNCTION public.app_sees_objection(p_objection uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM objection o WHERE o.id = p_objection);
END $function$
;

-- owned by samplan_fence: Whether an offer to the own unit is there
CREATE OR REPLACE FUNCTION public.app_sees_offer(p_offer uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM intervention_offer o WHERE o.id = p_offer AND o.to_unit_id = app_unit() AND app_may_take(o.to_unit_id, o.item_id)) $function$
;

-- owned by samplan_owner: The plans that the person may see as the child itself
CREATE OR REPLACE FUNCTION public.app_self_plans()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT coalesce(nullif(current_setting('app.self_plans', true), ''), '{}')::uuid[] $function$
;

-- owned by samplan_fence: Trigger: the answer to a call that was passed on
CREATE OR REPLACE FUNCTION public.app_settle_call()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF NEW.state = 'declined' THEN
    UPDATE call_addressee SET state = 'waiting', answered_on = NULL, version = version + 1 WHERE id = NEW.passed_from AND state = 'passed-on';
    RETURN NULL;
  END IF;
  WITH RECURSIVE passed AS (
    SELECT a.id, a.unit_id, a.call_id, a.passed_from FROM call_addressee a WHERE a.id = NEW.passed_from
    UNION ALL
    SELECT a.id, a.unit_id, a.call_id, a.passed_from FROM passed p JOIN call_addressee a ON a.id = p.passed_from)
  UPDATE party y SET state = 'declined', answered_on = app_today(), version = y.version + 1
    FROM passed p JOIN call c ON c.id = p.call_id
   WHERE y.plan_id = c.plan_id AND y.unit_id = p.unit_id AND y.state IN ('called', 'invited');
  RETURN NULL;
END $function$
;

-- owned by samplan_fence: What goes on of each unit that is divided
CREATE OR REPLACE FUNCTION public.app_split_rest(p_id uuid)
 RETURNS TABLE(unit_id uuid, rest_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT m.unit_id, coalesce(t.new_unit_id, m.unit_id)
    FROM reorganisation_move m
    LEFT JOIN reorganisation_part t ON t.reorganisation_id = m.reorganisation_id AND t.unit_id = m.unit_id AND t.takes_rest
   WHERE m.reorganisation_id = p_id AND m.kind = 'split' $function$
;

-- owned by samplan_fence: Enters as the person of an address, to see whether there is something new
CREATE OR REPLACE FUNCTION public.app_stand_in(p_address uuid, p_assignment uuid, p_today date)
 RETURNS TABLE(person_id uuid, assignment_id uuid, role text, unit_id uuid, branch_id uuid, secrecy_class text, chosen boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v contact_address%ROWTYPE;
BEGIN
  SELECT c.* INTO v FROM contact_address c WHERE c.id = p_address;
  IF v.capacity = 'staff' THEN
    RETURN QUERY SELECT s.person_id, s.assignment_id, s.role, s.unit_id, s.branch_id, s.secrecy_class, s.chosen
      FROM (SELECT k.issuer, k.subject FROM login k WHERE k.person_id = v.person_id ORDER BY k.issuer, k.subject LIMIT 1) l
      CROSS JOIN LATERAL app_enter_staff(l.issuer, l.subject, p_assignment, p_today) s;
  ELSIF v.capacity = 'family' THEN
    RETURN QUERY SELECT e.person_id, NULL::uuid, NULL::text, NULL::uuid, NULL::uuid, NULL::text, true
      FROM (SELECT n.type, n.value FROM person_identifier n WHERE n.person_id = v.person_id ORDER BY n.type, n.value LIMIT 1) i
      CROSS JOIN LATERAL app_enter_citizen(i.type, i.value, p_today) e;
  END IF;
END $function$
;

-- owned by samplan_stats: The numbers of the own principal, of half-years that are over
CREATE OR REPLACE FUNCTION public.app_statistics_counts()
 RETURNS TABLE(term date, fewest integer, kind text, municipality text, service text, age text, sex text, answer text, days integer, entry text, times integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.term, f.fewest, c.kind, c.municipality, c.service, c.age, c.sex, c.answer, c.days, c.entry, c.times
    FROM (SELECT DISTINCT s.term, s.principal_id FROM statistics_count s WHERE s.principal_id = app_own_principal() AND s.term < app_half_year(app_today())) t
    CROSS JOIN LATERAL (SELECT app_statistics_fewest(t.principal_id, t.term) AS fewest) f
    JOIN statistics_count c ON c.principal_id = t.principal_id AND c.term = t.term $function$
;

-- owned by samplan_fence: How few are not told of a principal's half-year
CREATE OR REPLACE FUNCTION public.app_statistics_fewest(p_principal uuid, p_term date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT greatest(5, (SELECT r.fewest_told FROM routine_version r
     WHERE r.code = coalesce((SELECT c.code FROM routine_choice c WHERE c.principal_id = p_principal AND c.valid_from < d.day AND app_local_day(c.created_at) < d.day
         ORDER BY c.created_at DESC, c.id DESC LIMIT 1), 'national')
       AND (r.principal_id = p_principal OR r.principal_id IS NULL) AND r.valid_from < d.day AND app_local_day(r.created_at) < d.day
     ORDER BY (r.principal_id IS NULL), r.valid_from DESC, r.number DESC LIMIT 1))
    FROM (SELECT (p_term + interval '6 months')::date AS day) d $function$
;

-- owned by samplan_fence: The units as which the client that asks is told of events
CREATE OR REPLACE FUNCTION public.app_subscribed_units()
 RETURNS TABLE(unit_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM reorganisation r WHERE r.status = 'decided' AND r.takes_effect_on <= app_today()) THEN
    PERFORM app_apply_due(app_today());
  END IF;
  RETURN QUERY SELECT q.unit_id FROM client c JOIN unit_place q ON q.unit_id = ANY (c.event_unit_ids) AND q.valid @> app_today()
    JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE c.id = app_system() AND a.principal_id = c.principal_id ORDER BY q.unit_id;
END $function$
;

-- owned by samplan_fence: How often what was answered in half-years that are over, of the own unit and principal
CREATE OR REPLACE FUNCTION public.app_survey_counts()
 RETURNS TABLE(unit_id uuid, principal_id uuid, period date, respondent text, version_id uuid, question text, answer text, times integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT a.unit_id, a.principal_id, a.period, a.respondent, a.routine_version_id, e.key, e.value, count(*)::int
    FROM survey_answer a CROSS JOIN LATERAL jsonb_each_text(a.answers) e
   WHERE (a.unit_id = app_unit() OR a.principal_id = app_principal()) AND a.period < app_half_year(app_today())
   GROUP BY 1, 2, 3, 4, 5, 6, 7 $function$
;

-- owned by samplan_owner: The registered client that asks for nobody
CREATE OR REPLACE FUNCTION public.app_system()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.system', true), '')::uuid $function$
;

-- owned by samplan_fence: Lets somebody of the new lead call
CREATE OR REPLACE FUNCTION public.app_take_calling(p_plan uuid, p_from uuid, p_party uuid, p_person uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  UPDATE role_offer o SET state = 'declined', answered_on = app_today(), reason = 'lead', version = o.version + 1
   WHERE o.plan_id = p_plan AND o.from_unit_id = p_from AND o.state = 'waiting' AND NOT EXISTS (
     SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p_plan AND h.role = o.role AND h.role NOT IN ('leader', 'caller')
        AND y.unit_id = p_from AND h.ends_on IS NULL AND h.stands_in_for_id IS NULL);
  IF EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p_plan AND h.role = 'caller'
      AND h.stands_in_for_id IS NULL AND coalesce(h.ends_on >= app_today(), true) AND y.unit_id <> p_from) THEN
    RETURN;
  END IF;
  UPDATE role_holder h SET ends_on = greatest(h.starts_on, app_today()) - 1, version = h.version + 1
   WHERE h.plan_id = p_plan AND h.role = 'caller' AND coalesce(h.ends_on >= app_today(), true);
  INSERT INTO role_holder (id, plan_id, party_id, role, seat, person_id, starts_on, created_at)
    VALUES (gen_random_uuid(), p_plan, p_party, 'caller', 1, p_person, app_today(), p_now);
END $function$
;

-- owned by samplan_fence: Takes an offered intervention over
CREATE OR REPLACE FUNCTION public.app_take_intervention(p_offer uuid, p_new uuid, p_contact text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE o intervention_offer%ROWTYPE; v item%ROWTYPE; v_from date;
BEGIN
  SELECT * INTO o FROM intervention_offer WHERE id = p_offer AND to_unit_id = app_unit() AND state = 'waiting' FOR UPDATE;
  SELECT * INTO v FROM item WHERE id = o.item_id AND owner_unit_id = o.from_unit_id AND status IN ('planned', 'ongoing') FOR UPDATE;
  IF v.id IS NULL OR NOT app_may_take(app_unit(), v.id) THEN
    RAISE EXCEPTION 'nothing to take over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  v_from := greatest(o.starts_on, app_today());
  INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, title, body, goal_id, outside_actor, contact_name, starts_on, ends_on,
      status, author_id, author_kind, created_on, catalogue_id)
    VALUES (p_new, v.plan_id, v.kind, app_unit(), v.category, v.visibility, v.title, v.body,
      CASE WHEN v.goal_id IS NOT NULL AND app_may_take(app_unit(), v.goal_id) THEN v.goal_id END, v.outside_actor, p_contact, v_from,
      CASE WHEN v.ends_on >= v_from THEN v.ends_on END, CASE WHEN v_from <= app_today() THEN 'ongoing' ELSE 'planned' END,
      app_person(), 'staff', app_today(), (SELECT c.id FROM intervention_catalogue c WHERE c.id = v.catalogue_id AND c.principal_id IS NULL));
  INSERT INTO withholding (id, item_id, person_id, decided_by, decided_on, reason)
    SELECT gen_random_uuid(), p_new, w.person_id, app_person(), app_today(), 'Följer med från den enhet som lämnade över insatsen.'
      FROM withholding w WHERE w.item_id = v.id AND w.ended_on IS NULL;
  INSERT INTO item_subject (item_id, person_id, plan_id)
    SELECT p_new, t.person_id, t.plan_id FROM item_subject t WHERE t.item_id = v.id AND t.ended_on IS NULL;
  PERFORM app_copy_objection(b.id, gen_random_uuid(), p_new) FROM objection b WHERE b.item_id = v.id;
  PERFORM app_drop_confirmations(v.id);
  PERFORM app_drop_confirmations(p_new);
  UPDATE item i SET ends_on = greatest(coalesce(i.starts_on, v_from - 1), v_from - 1), version = i.version + 1,
    status = CASE WHEN v_from <= app_today() THEN 'done' ELSE i.status END WHERE i.id = v.id;
END $function$
;

-- owned by samplan_fence: Takes the lead of a plan over
CREATE OR REPLACE FUNCTION public.app_take_lead(p_offer uuid, p_person uuid, p_now timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE o lead_offer%ROWTYPE; v plan%ROWTYPE;
BEGIN
  SELECT * INTO o FROM lead_offer WHERE id = p_offer AND to_unit_id = app_unit() AND state = 'accepted' FOR UPDATE;
  SELECT * INTO v FROM plan WHERE id = o.plan_id AND lead_unit_id = o.from_unit_id FOR UPDATE;
  IF v.id IS NULL OR NOT app_may_lead(v.id, app_unit()) THEN
    RAISE EXCEPTION 'nothing to take over' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO plan_lead_term (plan_id, unit_id, offer_id, starts_on, ends_on)
    VALUES (v.id, o.from_unit_id, o.id, coalesce(v.led_since, v.created_on), app_today() - 1);
  PERFORM app_open_lead_case(v.child_id, o.from_unit_id, p_person);
  UPDATE party y SET added_by_unit_id = app_unit()
   WHERE y.plan_id = v.id AND y.state = 'accepted' AND y.added_by_unit_id = o.from_unit_id;
  UPDATE meeting m SET unit_id = app_unit(), call_id = NULL, version = m.version + 1
   WHERE m.plan_id = v.id AND m.unit_id = o.from_unit_id AND m.state = 'scheduled';
  UPDATE hand_over h SET state = 'declined', answered_on = app_today(), answer_reason = 'lead', version = h.version + 1
   WHERE h.plan_id = v.id AND h.state = 'waiting';
  PERFORM app_take_calling(v.id, o.from_unit_id, o.party_id, p_person, p_now);
  UPDATE plan p SET lead_unit_id = app_unit(), led_since = app_today(), version = p.version + 1,
    next_follow_up_unit_id = CASE WHEN p.next_follow_up_unit_id = o.from_unit_id THEN app_unit() ELSE p.next_follow_up_unit_id END
   WHERE p.id = v.id;
END $function$
;

-- owned by samplan_fence: Opens the own unit's case and ends the plan that was handed over
CREATE OR REPLACE FUNCTION public.app_take_over(p_hand_over uuid, p_contact uuid, p_case uuid, p_worker uuid, p_step uuid, p_now timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_plan plan%ROWTYPE; v_by uuid;
BEGIN
  SELECT h.offered_by INTO v_by FROM hand_over h WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted';
  SELECT p.* INTO v_plan FROM hand_over h JOIN plan p ON p.id = h.plan_id
   WHERE h.id = p_hand_over AND h.to_unit_id = app_unit() AND h.state = 'accepted' FOR UPDATE OF p;
  IF NOT FOUND OR app_is_over(v_plan.status) THEN RETURN NULL; END IF;
  INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
    SELECT p_case, f.child_id, app_unit(), f.given_name, f.family_name, f.birth_date, 'hand-over of a plan', daterange(app_today(), NULL)
      FROM case_file f
     WHERE f.child_id = v_plan.child_id AND f.unit_id = v_plan.lead_unit_id AND f.valid @> app_today()
       AND NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today());
  IF NOT EXISTS (SELECT FROM case_file o WHERE o.child_id = v_plan.child_id AND o.unit_id = app_unit() AND o.valid @> app_today()) THEN
    RETURN NULL;
  END IF;
  INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
    SELECT p_worker, v_plan.child_id, app_unit(), p_contact, daterange(app_today(), NULL)
     WHERE NOT EXISTS (SELECT FROM case_worker w WHERE w.child_id = v_plan.child_id AND w.unit_id = app_unit()
                          AND w.person_id = p_contact AND w.valid @> app_today());
  INSERT INTO plan_status_change (id, plan_id, from_status, to_status, on_day, person_id, created_at)
    VALUES (p_step, v_plan.id, v_plan.status, 'moved', app_today(), v_by, p_now);
  UPDATE plan SET status = 'moved', version = version + 1 WHERE id = v_plan.id;
  RETURN v_plan.child_id;
END $function$
;

-- owned by samplan_fence: Whether the own unit may hold a role as a party, also in the place of somebody
CREATE OR REPLACE FUNCTION public.app_takes_role(p_party uuid, p_role text, p_for uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM party y WHERE y.id = p_party AND y.unit_id = app_unit() AND y.state = 'accepted'
    AND (app_gives_role(y.plan_id, p_role)
      OR EXISTS (SELECT FROM role_offer o WHERE o.party_id = y.id AND o.role = p_role AND o.state = 'accepted')
      OR EXISTS (SELECT FROM role_holder h WHERE h.id = p_for AND h.party_id = y.id AND h.role = p_role))) $function$
;

-- owned by samplan_fence: Whether a consent is in force from the own domain for a child and a category
CREATE OR REPLACE FUNCTION public.app_tells_by(p_consent uuid, p_child uuid, p_category text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM consent_in_force f JOIN consent_scope s ON s.consent_id = f.id AND s.category = p_category
    JOIN unit_place mine ON mine.unit_id = app_unit() AND mine.valid @> app_today() AND mine.branch_id = s.from_branch_id AND lower(mine.valid) <= f.valid_from
   WHERE f.id = p_consent AND f.child_id = p_child AND f.kind = 'share') $function$
;

-- owned by samplan_owner: The Swedish calendar day of the request
CREATE OR REPLACE FUNCTION public.app_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.today', true), '')::date $function$
;

-- owned by samplan_fence: Whether the caller is told the whole scope of a consent
CREATE OR REPLACE FUNCTION public.app_told_consent(p_consent uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM consent c WHERE c.id = p_consent
    AND (c.unit_id = ANY (app_own_units()) OR app_was_asked(c.id) AND app_knows_place(c.child_id)));
END $function$
;

-- owned by samplan_fence: Cases of the actor's groups that a consent in force opens to the actor's unit
CREATE OR REPLACE FUNCTION public.app_told_forum_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT c.id FROM forum_case c JOIN forum_case_child k ON k.case_id = c.id JOIN person p ON p.id = k.child_id AND p.protection = 'none'
    JOIN group_member m ON m.group_id = c.group_id AND m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today()
   WHERE c.basis = 'consent' AND (k.consent_id IN (SELECT n.consent_id FROM app_opening_consents(k.child_id, k.unit_id, app_unit(), c.category) n)
      OR EXISTS (SELECT FROM unit_place mine JOIN unit_place theirs ON theirs.branch_id = mine.branch_id AND theirs.valid @> app_today()
                  WHERE mine.unit_id = app_unit() AND mine.valid @> app_today() AND theirs.unit_id = k.unit_id
                    AND NOT EXISTS (SELECT FROM block_in_force b WHERE b.child_id = k.child_id AND b.unit_id = k.unit_id))
         AND EXISTS (SELECT FROM consent_in_force f WHERE f.id = k.consent_id)) $function$
;

-- owned by samplan_fence: Lists that were carried out and have no certificate outside
CREATE OR REPLACE FUNCTION public.app_uncertified_disposals()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT r.id FROM disposal_run r WHERE r.state = 'carried-out' AND NOT EXISTS (SELECT FROM disposal_certificate c WHERE c.run_id = r.id)
   ORDER BY r.created_at, r.id $function$
;

-- owned by samplan_owner: The unit of the assignment that is acted under, or NULL
CREATE OR REPLACE FUNCTION public.app_unit()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.unit', true), '')::uuid $function$
;

-- owned by samplan_fence: Whether a unit can see an item today
CREATE OR REPLACE FUNCTION public.app_unit_sees(p_unit uuid, p_item uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_mine text := current_setting('app.unit', true); v item%ROWTYPE; v_child uuid; v_sees boolean := false;
BEGIN
  SELECT i.* INTO v FROM item i WHERE i.id = p_item;
  IF NOT FOUND THEN RETURN false; END IF;
  IF v.owner_unit_id = p_unit THEN RETURN true; END IF;
  SELECT p.child_id INTO v_child FROM plan p WHERE p.id = v.plan_id;
  IF EXISTS (SELECT FROM block_in_force k WHERE k.child_id = v_child AND k.unit_id = v.owner_unit_id) THEN RETURN false; END IF;
  IF EXISTS (SELECT FROM unit_place a JOIN unit_place b ON b.branch_id = a.branch_id AND b.valid @> app_today()
              WHERE a.unit_id = p_unit AND a.valid @> app_today() AND b.unit_id = v.owner_unit_id) THEN RETURN true; END IF;
  IF v.visibility NOT IN ('parties', 'family') THEN RETURN false; END IF;
  PERFORM set_config('app.unit', p_unit::text, true);
  IF EXISTS (SELECT FROM opening o WHERE o.plan_id = v.plan_id AND o.from_unit_id = v.owner_unit_id AND o.category = v.category) THEN
    v_sees := NOT EXISTS (SELECT FROM exclusion x WHERE x.plan_id = v.plan_id AND x.item_id = v.id);
  END IF;
  IF NOT v_sees THEN
    v_sees := EXISTS (SELECT FROM disclosed d WHERE d.plan_id = v.plan_id AND d.item_id = v.id);
  END IF;
  PERFORM set_config('app.unit', v_mine, true);
  RETURN v_sees;
END $function$
;

-- owned by samplan_owner: Who answers for a unit today
CREATE OR REPLACE FUNCTION public.app_unit_today(p_unit uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$
  WITH RECURSIVE heir AS (
    SELECT p_unit AS unit_id, 0 AS n
    UNION ALL
    SELECT s.successor_id, h.n + 1 FROM heir h JOIN unit_successor s ON s.unit_id = h.unit_id
     WHERE h.n < 20 AND NOT EXISTS (SELECT FROM unit_place q WHERE q.unit_id = h.unit_id AND q.valid @> app_today()))
  SELECT h.unit_id FROM heir h WHERE EXISTS (SELECT FROM unit_place q WHERE q.unit_id = h.unit_id AND q.valid @> app_today()) LIMIT 1 $function$
;

-- owned by samplan_fence: Whose a token is, while client, key and token count
CREATE OR REPLACE FUNCTION public.app_use_token(p_hash bytea, p_thumbprint text, p_proof bytea, p_until timestamp with time zone, p_now timestamp with time zone, p_today date)
 RETURNS TABLE(client_id uuid, rate_class text, scopes text[], kind text, issuer text, subject text, identifier_type text, identifier text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
#variable_conflict use_column
BEGIN
  SELECT t.client_id, c.rate_class, ARRAY(SELECT unnest(t.scopes) INTERSECT SELECT unnest(c.scopes)), t.kind, t.issuer, t.subject,
         t.identifier_type, t.identifier, t.expires_at
    INTO client_id, rate_class, scopes, kind, issuer, subject, identifier_type, identifier, expires_at
    FROM client_token t JOIN client c ON c.id = t.client_id JOIN client_key k ON k.id = t.key_id
   WHERE t.hash = p_hash AND t.thumbprint IS NOT DISTINCT FROM p_thumbprint AND t.expires_at > p_now
     AND c.valid @> p_today AND c.ended_at IS NULL AND k.removed_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_proof IS NOT NULL THEN
    INSERT INTO used_once (hash, until) VALUES (p_proof, p_until) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN RETURN; END IF;
  END IF;
  RETURN NEXT;
END $function$
;

-- owned by samplan_fence: Units of the own principal that hold something, now or before
CREATE OR REPLACE FUNCTION public.app_used_units()
 RETURNS TABLE(unit_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT DISTINCT q.unit_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
   WHERE a.principal_id = public.app_principal() AND (
     EXISTS (SELECT FROM assignment g WHERE g.unit_id = q.unit_id) OR EXISTS (SELECT FROM case_file f WHERE f.unit_id = q.unit_id)
     OR EXISTS (SELECT FROM party y WHERE y.unit_id = q.unit_id) OR EXISTS (SELECT FROM request_receiver r WHERE r.unit_id = q.unit_id)
     OR EXISTS (SELECT FROM plan p WHERE p.lead_unit_id = q.unit_id)
     OR EXISTS (SELECT FROM reorganisation_move m WHERE q.unit_id IN (m.unit_id, m.into_unit_id, m.keeper_unit_id))) $function$
;

-- owned by samplan_fence: Whether the caller was asked for a consent
CREATE OR REPLACE FUNCTION public.app_was_asked(p_consent uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = p_consent AND g.person_id = app_person());
END $function$
;

-- owned by samplan_fence: Whether a call was sent in a plan that the own unit leads
CREATE OR REPLACE FUNCTION public.app_was_called(p_plan uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM call c JOIN plan p ON p.id = c.plan_id WHERE p.id = p_plan AND p.lead_unit_id = app_unit() AND c.sent_on IS NOT NULL) $function$
;

-- owned by samplan_fence: Removes absences that ended more than a year ago
CREATE OR REPLACE FUNCTION public.app_weed_absences(p_most integer, p_today date)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH gone AS (DELETE FROM absence WHERE id IN (SELECT a.id FROM absence a WHERE a.ends_on < p_today - interval '1 year' ORDER BY a.ends_on LIMIT p_most) RETURNING 1)
  SELECT count(*) FROM gone $function$
;

-- owned by samplan_fence: Removes events that are older than so many days
CREATE OR REPLACE FUNCTION public.app_weed_events(p_most integer, p_days integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_gone bigint;
BEGIN
  DELETE FROM event e USING (SELECT o.id FROM event o WHERE o.kept_at < now() - make_interval(days => p_days) ORDER BY o.kept_at LIMIT p_most) o WHERE e.id = o.id;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $function$
;

-- owned by samplan_fence: Removes the words of cases whose last day has been
CREATE OR REPLACE FUNCTION public.app_weed_forum_cases(p_most integer, p_today date)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_over uuid[];
BEGIN
  SELECT array_agg(o.id) INTO v_over FROM (SELECT c.id FROM forum_case c WHERE (c.expires_on < p_today OR c.withdrawn_on IS NOT NULL)
     AND (EXISTS (SELECT FROM forum_case_text t WHERE t.case_id = c.id) OR EXISTS (SELECT FROM forum_contribution t WHERE t.case_id = c.id)
       OR EXISTS (SELECT FROM forum_case_child t WHERE t.case_id = c.id)
       OR EXISTS (SELECT FROM forum_link_opening t WHERE t.case_id = c.id AND t.reason IS NOT NULL)) ORDER BY c.expires_on LIMIT p_most) o;
  PERFORM app_empty_forum_cases(v_over);
  RETURN coalesce(array_length(v_over, 1), 0);
END $function$
;

-- owned by samplan_fence: Removes kept answers that are older than a day
CREATE OR REPLACE FUNCTION public.app_weed_keys(p_most integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_gone bigint;
BEGIN
  DELETE FROM idempotency_key k USING (SELECT o.key_hash FROM idempotency_key o ORDER BY o.created_at LIMIT p_most) o
   WHERE k.key_hash = o.key_hash;
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $function$
;

-- owned by samplan_fence: Removes tokens, and names of what was used once, that have expired
CREATE OR REPLACE FUNCTION public.app_weed_tokens(p_most integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_tokens bigint; v_used bigint;
BEGIN
  DELETE FROM client_token t USING (SELECT o.hash FROM client_token o WHERE o.expires_at < now() ORDER BY o.expires_at LIMIT p_most) o WHERE t.hash = o.hash;
  GET DIAGNOSTICS v_tokens = ROW_COUNT;
  DELETE FROM used_once t USING (SELECT o.hash FROM used_once o WHERE o.until < now() ORDER BY o.until LIMIT p_most) o WHERE t.hash = o.hash;
  GET DIAGNOSTICS v_used = ROW_COUNT;
  RETURN greatest(v_tokens, v_used);
END $function$
;

-- owned by samplan_fence: Takes back a case that the actor raised, and removes its words
CREATE OR REPLACE FUNCTION public.app_withdraw_forum_case(p_case uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
DECLARE v_found uuid;
BEGIN
  UPDATE forum_case c SET withdrawn_on = app_today(), version = c.version + 1
   WHERE c.id = p_case AND c.raised_by = app_person() AND c.unit_id = app_unit() AND c.withdrawn_on IS NULL AND c.expires_on >= app_today()
     AND EXISTS (SELECT FROM group_member m WHERE m.group_id = c.group_id AND m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today())
   RETURNING c.id INTO v_found;
  IF v_found IS NULL THEN RETURN 0; END IF;
  PERFORM app_empty_forum_cases(ARRAY[v_found]);
  RETURN 1;
END $function$
;

-- owned by samplan_fence: Takes back what a group has learnt
CREATE OR REPLACE FUNCTION public.app_withdraw_forum_learning(p_learning uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  WITH gone AS (DELETE FROM forum_learning WHERE id IN (SELECT l.id FROM forum_learning l WHERE l.id = p_learning
    AND l.group_id IN (SELECT app_my_groups()) AND (l.written_by = app_person() OR l.group_id IN (SELECT app_chaired_groups()))) RETURNING 1)
  SELECT count(*) FROM gone $function$
;

-- owned by samplan_owner: Items that are withheld from the citizen who asks
CREATE OR REPLACE FUNCTION public.app_withheld()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('app.withheld', true), '')::uuid[] $function$
;

-- owned by samplan_fence: Whether somebody has an assignment at a unit on a day
CREATE OR REPLACE FUNCTION public.app_works_at(p_person uuid, p_unit uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  SELECT EXISTS (SELECT FROM assignment g WHERE g.person_id = p_person AND g.unit_id = p_unit AND g.valid @> p_day) $function$
;

-- owned by samplan_owner: Whether a job is told by ids and days alone
CREATE OR REPLACE FUNCTION job.args_are_ids(p_args jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT jsonb_typeof(p_args) = 'object' AND NOT EXISTS (SELECT FROM jsonb_each(p_args) a
    WHERE jsonb_typeof(a.value) <> 'string' OR a.value #>> '{}' !~
      '^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2})$') $function$
;

-- owned by samplan_fence: Trigger: an item for more than named persons has no list of them
CREATE OR REPLACE FUNCTION public.item_named_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
BEGIN
  DELETE FROM item_named n WHERE n.item_id = NEW.id;
  RETURN NULL;
END $function$
;

-- owned by samplan_owner: Trigger: the columns named as arguments are written once
CREATE OR REPLACE FUNCTION public.keep_columns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE v_old jsonb := to_jsonb(OLD); v_new jsonb := to_jsonb(NEW); column_name text;
BEGIN
  FOREACH column_name IN ARRAY TG_ARGV LOOP
    IF v_new -> column_name IS DISTINCT FROM v_old -> column_name THEN
      RAISE EXCEPTION 'column %.% cannot change', TG_TABLE_NAME, column_name USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $function$
;

-- owned by samplan_owner: Trigger: rows are only ever added
CREATE OR REPLACE FUNCTION public.keep_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'samplan_fence' AND public.app_disposing() THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a row of % is never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $function$
;

-- owned by samplan_owner: Trigger: rows are removed by the named role alone
CREATE OR REPLACE FUNCTION public.keep_row_but_for()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF current_user <> TG_ARGV[0] THEN
    RAISE EXCEPTION 'a row of % is removed by % alone', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $function$
;

-- owned by samplan_owner: Trigger: a mail that may have left is not sent again
CREATE OR REPLACE FUNCTION public.keep_sent_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.state = 'sending' AND OLD.state <> 'refused' OR OLD.state = 'sent' THEN
    RAISE EXCEPTION 'a mail leaves once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $function$
;

-- owned by samplan_owner: Whether a state is among those that the bits stand for
CREATE OR REPLACE FUNCTION job.river_job_state_in_bitmask(bitmask bit, state job.river_job_state)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT get_bit(bitmask, 8 - array_position(
    ARRAY['available', 'cancelled', 'completed', 'discarded', 'pending', 'retryable', 'running', 'scheduled']::job.river_job_state[], state)) = 1 $function$
;

-- owned by samplan_owner: Trigger: the places of a unit follow on each other
CREATE OR REPLACE FUNCTION public.unit_place_without_gap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT lower(valid) AS starts, lag(upper(valid)) OVER (ORDER BY lower(valid)) AS before
                            FROM unit_place WHERE unit_id = coalesce(NEW.unit_id, OLD.unit_id)) p
              WHERE before IS NOT NULL AND before <> starts) THEN
    RAISE EXCEPTION 'a unit has a gap between its places' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NULL;
END $function$
;
