// Package insight (insyn) lets those concerned see how access is used. The family gets its log extract (loggutdrag, R37):
// which unit used what is kept about the child, when and how, in plain words. Reviewers draw samples of the log and record
// what they found, never about themselves (logguppföljning, R40). A reader learns why something is there to be read, and
// the data protection officer (dataskyddsombud) who could have read it on a day.
//
// None of it shows content. What the log says of compartments, of units that the family does not meet in a plan and of
// items that are kept from the reader has no trace here (confidentiality 8): the lists of operation.go name what is told,
// and whatever they do not name is not told.
package insight
