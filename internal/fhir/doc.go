// Package fhir writes a plan in the terms of FHIR R4 (4.0.1), for the record systems of health care. It is handed what one reader
// may see of a plan, as plain words (Record), and makes a Bundle of it; it reads nothing, decides nothing about who may see
// what, and knows nothing of HTTP. The structures are the elements that we emit and no others: a model of all of FHIR would be
// a hundred times the size.
//
// What becomes of what:
//
//	plan            CarePlan (intent plan), category by kind: sip, barnets-plan
//	intervention    CarePlan.activity.detail, its id as the element's; what became of it as activity.progress
//	next follow-up  CarePlan.activity.detail of kind Appointment
//	the child's words, disagreements, the evaluation of the whole    CarePlan.note (R9: a disagreement follows every copy)
//	goal            Goal; what became of it as achievementStatus
//	party, role     CareTeam.participant: Organization, or PractitionerRole where somebody is named
//	unit, principal Organization, the unit part of its principal; principals with their organisation number
//	consent         Consent: period, from which secrecy domain, to which, which categories; what is excepted as deny
//	who wrote       Provenance, one for each unit
//	child           Patient: numbers under the systems of HL7 Sweden's base profiles; never an address, nor anything else that
//	                tells where the child is (R31)
//
// Own notes, attachments, observations and links to other plans stay behind.
//
// Statuses (status.go; a test asks that each of ours has its line):
//
//	plan                                             CarePlan   CareTeam  Goal
//	noted informed consenting preparing called met   draft      proposed  proposed
//	established following-up revised                 active     active    active
//	closed                                           completed  inactive  completed
//	declined                                         revoked    inactive  rejected
//	no-need withdrawn moved aged-out                 revoked    inactive  cancelled
//
//	intervention  planned not-started · ongoing in-progress · done completed · stopped stopped
//	goal          reached achieved (and the goal completed) · partly-reached improving · not-reached not-achieved
//	consent       pending proposed · live active · refused rejected · withdrawn, expired, lapsed inactive
//
// Ids: what has an id of its own that the reader knows keeps it. The rest is derived from the plan's id and what the reader
// sees of the thing, so it is the same each time and tells nothing. The version of the CarePlan is derived from the tag of the
// view, which changes when something that this reader sees changes, and only then; there is no lastUpdated. Provenance.recorded,
// which FHIR demands, is the day on which the copy was made.
//
// Security labels: every resource about the child is R (restricted), a protected child's V (very restricted) and DEMO, with
// sekretessmarkering or skyddadFolkbokforing of HL7 Sweden's base profiles where the reader knows the level. An assumed identity
// has no code of its own there and is labelled as skyddadFolkbokforing.
//
// HSA-ids are not kept for units yet; when they are, they become Organization.identifier.
package fhir
