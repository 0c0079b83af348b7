// Package consent is the consent (samtycke) of those who decide for a child: to making a plan, or to sharing information
// across a wall. A consent is never general (R12, R13): it names from which secrecy domain, to which, which categories,
// what for and until when, and may keep single items back (förbehåll).
//
// Who is asked is decided here from what the recording unit knows (family.go): everyone with custody today, and the child
// by age and recorded maturity (mognadsbedömning, R14, R16, R20). Where a consent stands is told by status.go. Whether it
// is in force today is one rule in the database (view consent_in_force), computed at each reading and never kept: a
// withdrawal, an end of custody, a birthday or a reorganisation closes the wall at the next read (R17, R18, R20).
//
// A recorded assessment decides before any age. Where the recording unit has made none, the routine profile in force today
// at its principal says by the child's age, as the unit knows it, whether the guardians, all together or the child alone
// must answer. That is asked anew at each reading, as an assessment is: a consent that guardians gave lapses on the birthday
// from which the child's own is needed and was not given, or when the principal takes another profile. Besides, those count
// who were asked: without an assessment, a consent that asked both guardians and child needs both, whatever the age. So a
// birthday below majority makes no consent count that waited for somebody's answer the day before. What a lapsed consent
// kept back is kept back no more from what another consent opens, as with one that is withdrawn. A child that is to decide
// alone is asked alone, in a consent of its own.
//
// A unit records written and oral answers, and only for information of its own domain: each authority must itself have the
// consent for its own disclosure (OSL 10:1, 12:2). Whoever answers with an e-identification does it in person, and so may
// open other domains than the recorder's. A staff member never answers such a consent for somebody else.
package consent
