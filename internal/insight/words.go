package insight

import (
	"samplan/internal/access"
	"samplan/internal/phrase"
)

// Text says in plain words what was done. It tells what kind of thing was used, never which: two uses of the same kind
// read the same.
func (e Entry) Text() phrase.Key { return texts[mentioned[e.Operation]] }

var texts = map[mention]phrase.Key{
	{ofPlan, Listed}:     "log.plan-listed",
	{ofPlan, Read}:       "log.plan-read",
	{ofPlan, Changed}:    "log.plan-changed",
	{ofPlan, Dispatched}: "log.plan-dispatched",
	{ofPlan, Exported}:   "log.plan-exported",
	{ofItem, Listed}:     "log.item-listed",
	{ofItem, Read}:       "log.item-read",
	{ofItem, Changed}:    "log.item-changed",
	{ofItem, Exported}:   "log.item-exported",
	{ofCall, Listed}:     "log.call-listed",
	{ofCall, Exported}:   "log.call-exported",
	{ofCall, Changed}:    "log.call-changed",
	{ofConsent, Read}:    "log.consent-read",
	{ofConsent, Listed}:  "log.consent-listed",
	{ofConsent, Changed}: "log.consent-changed",
	{ofCase, Searched}:   "log.case-searched",
	{ofCase, Listed}:     "log.case-listed",
	{ofCase, Read}:       "log.case-read",
	{ofCase, Changed}:    "log.case-changed",
	{ofCase, Exported}:   "log.case-exported",
	{ofCase, Emergency}:  "log.case-emergency",
	{ofFamily, Listed}:   "log.family-listed",
	{ofFamily, Read}:     "log.family-read",
	{ofFamily, Changed}:  "log.family-changed",
	{ofFamily, Exported}: "log.family-exported",
	{ofFamily, ReadLog}:  "log.family-read-log",
}

// Title names a role to those who do not work with it.
func Title(r access.Role) phrase.Key { return titles[r] }

var titles = map[access.Role]phrase.Key{
	access.Caseworker:  "log.title-caseworker",
	access.UnitManager: "log.title-unit-manager",
	access.Admin:       "log.title-admin",
	access.Leader:      "log.title-leader",
	access.DPO:         "log.title-dpo",
	access.SystemAdmin: "log.title-system-admin",
	access.Analyst:     "log.title-analyst",
}
