// Package known is the one question that a social board may ask another of the same municipality without consent: is the
// child known to you (SoL 15:8, OSL 10:28, R25)? The answer is yes or no and nothing more.
//
// It is asked within an investigation, so the asker has the child's case. Between which classes of units it may be asked is
// said by policy/walls.csv; that both boards are of one municipality, and not the same board, is looked up beside it. Known is
// an open or former case at a unit of the asked board that may answer.
//
// Why it is kept on both sides and limited: an answer is a disclosure, and whoever could ask without a trace, or without end,
// would have a register of who has ever had help. So no answer is given without its question being stored in the same
// statement, one person asks a limited number in a day, and the board that said yes can see that it was asked. Of a question
// that was answered with no it sees nothing: that question was about nobody whom it knows.
package known
