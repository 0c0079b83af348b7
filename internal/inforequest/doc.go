// Package inforequest is a request for information (komplettering, R51): one service asks another to answer a questionnaire about a child.
// It is no referral (remiss): nobody is handed over, and whoever asks has a case about the child already. It lies between two units
// and is seen by those alone: what is answered goes to the asker and to nobody else.
//
// Before it is sent. Asking discloses that the child has a case with the asker, so the wall to the receiver must be open for that
// (category participation) by a consent in force, or by a legal ground that the policy knows between the two (access.Lawful, policy/walls.csv).
// Answering discloses the other way, for the category of the questionnaire, and is held against the same rule by whoever
// answers: each service needs its own. What is missing is said in words that are the same whether or not the receiver knows the child.
// Nothing is sent to a unit whose contact card is outdated: that is how a request goes to a telephone number that nobody answers.
//
// At the receiver the unit's own routine stands beside it. A manager names a task owner, who can hand it over; while that one is away
// the task is of who stands in (package absence, or for this one alone), so that the summer leave does not stop it, and where nobody is
// there the manager is told. What is written before it is answered, and the receiver's own note, are the answering unit's.
// It declines with a reason. That it does not know the child is one of them, and says no more than that, as an answer under R25 does.
package inforequest
