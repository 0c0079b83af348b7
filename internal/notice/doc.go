// Package notice holds what people are told without being told what it is about: the inbox (aviseringar) and the address to
// which a mail goes.
//
// What there is to know is a table (kind.go): what is due, who is told, in which neutral words. None of it is kept: whether
// a consent ends soon (R18) or an emergency access waits for its review (R38) is computed when somebody asks, by the
// predicates of what it is about and with the reader's own grants. Which deadlines of plans are broken (R45) is asked of the plans
// themselves, day by day, so that the inbox cannot differ from them. So it is there for those who can open it and for nobody
// else, and gone as soon as the right is (R22, R34). It never names a child, a plan, a unit or a person: whoever follows it
// to the thing itself is shown there what may be shown.
//
// Kept are what somebody has read, and the address. The address is the person's own: nobody else sees it, and it is kept
// apart as staff and as family. A mail says the same to everybody and never what is new; the family of a protected child
// gets none (R33). When mails go is package job's to say.
package notice
