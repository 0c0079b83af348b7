// Package job is what is done beside requests: who is told by mail that there is something new, and when.
//
// A job is told by ids and a day, never by what they stand for, and its failures by codes of a closed list: whoever operates
// the queue sees no content, and neither does a backup of it. River keeps the queue and tries again (package store).
//
// Once a day, at one hour for everybody, each person who wants it gets one mail if there is anything new in the inbox, and
// none if there is not. It always reads the same, so the mail tells nothing, and neither does its time; that it came tells
// that something is new. What is new is computed when the mail is about to leave, as the person would see it: what somebody
// has lost the right to is not announced, and a family of which a child is protected is not mailed, however long the job
// has waited (R33, R34).
//
// A mail leaves once. Before it goes, the database says that it is on its way; when that is found there by a later attempt,
// nobody can know whether it went, and it is not sent again. What was refused for certain is tried again until the day is
// over. A lost mail costs a day: what it would have told of is in the inbox, and in tomorrow's mail.
package job
