// Package meeting is what brings the people of a plan together: the call (kallelse) that the leading unit sends, and what
// each addressee answers.
//
// A call is to a meeting, a party is a part in the plan; so a call lies here and not in package plan, and one answer does
// for both: sending makes a party of every addressee that is none, and the first answer to a call answers for the party.
// What a call says is the leading unit's own text, disclosed by calling (R43). An addressee gets what all are told (purpose,
// questions, the child's long-term goal) and what it is asked itself; who else is called, and what they are asked, it learns
// through the plan's own walls or not at all. A call has no place: where a meeting is, is told beside it, to those who may
// know where the child is (R33); when and how it is, once it is booked, every addressee is told who has not said no. Nothing is disclosed before a consent to the plan is in force.
//
// A meeting is seen by whoever sees its plan: that and when people meet belongs to the frame. Its place lies in a compartment
// of its own, for those who may know where the child is, and so do leaders and the next caller, whose workplace could tell
// it; the link is for units that take part themselves, and the family. How somebody took part is known to that person's unit,
// to the leading one and to who leads the meeting, who may be of another unit; of the family each knows that of oneself (R46). A meeting is closed with the day of the next one and who calls to it, or with the reason why
// there is none (R47); what follows from it in the plan's own frame is written there.
//
// The duty to come rests on the principal (R44): an addressee may name who comes, decline with a reason, or pass the call on
// to the right unit of its own principal. Until that unit has accepted, the addressee stays responsible.
package meeting
