// Package forum is what collaboration groups do when they meet about cases (samverkansforum: Fossam, SSPF, local and steering
// groups; R28, R29): sessions, often weekly; an agenda to which every member brings cases alike; who spoke for what; what came out
// of it and what is followed up; and what was learnt. Who sits there is package group.
//
// Whose case it is. A case is raised without names, through a gate: numbers, telephones and addresses are refused, and so are the
// names and places of the writer's own cases; what is rare together is warned of and confirmed (package deidentify). Or it rests on
// the family's consent, the one that is recorded beside the child, for one category of information: then it is there for those
// members alone whose service that consent names, as long as it is in force, looked at anew at each reading. For the others, the
// police among them, there is no such case; nor for anybody but who raised it once the consent is weeded. A child that is protected is never told of by consent: its case has no names either.
//
// The link. Which child a case is about lies in a row of the raising unit, for those who work with the child there; they give a
// reason each time and it is logged. Nobody else has it. A plan that the unit begins for the child afterwards has no link to the
// case, and nothing about the case changes then: what members know is the outcome that they wrote themselves.
//
// The end. The texts of a case, what was said, and the link are removed so many days after the last step, which the group decides;
// that day they are gone for every reader, and a job removes them, and with them why somebody opened the link; that it was opened stays.
// What was learnt stays, in texts that went through the gate and belong to no case, until its author or who keeps the minutes takes
// it back.
package forum
