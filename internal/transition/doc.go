// Package transition tells what is left to do when a plan is to go over from one unit to another: the child moves to another
// municipality, or grows up and goes from the psychiatry for children to that for adults (övergång).
//
// The unit that leads a plan plans the transition: why, from which day on, and who takes over from whom. What is planned is that unit's
// own, and where a plan goes tells where a protected child will be, so that it is shown to those who may know that (R31). To carry it out
// makes the offers of which it consists, each by the use case that it always had and with what its caller may do; the receiving units
// answer. It ends when all is offered, when the plan has gone over, or with a reason.
//
// The checklist is computed of what whoever leads the plan sees of it at that moment, and is kept nowhere: a line is gone when what
// it asks for is done. To be on it opens nothing. The receiving unit takes part by being asked, leads by taking the lead over, carries
// an intervention on by taking it over, and reads what a consent lets it read; what a consent lets the unit before read serves no other
// (R13, R20). What the unit before has stays its own.
package transition
