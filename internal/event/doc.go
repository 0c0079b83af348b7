// Package event is what systems are told of without a person behind them: that something has happened (api.md), as a kind and
// an id. Names, numbers and words are never in an event; whoever wants to know more reads the thing itself, for a person.
//
// A subscriber is a registered client for which its principal has named units. It is told what those units may see at the
// moment of delivery, by the predicates by which they read (store/event_due.go): an event about what a wall hides, or what a
// reorganisation has moved away, is not there, and comes back with the right to see it. Which events there are besides can be
// told neither from the ids, which are drawn by lot, nor from the cursor, which is the position of an event that the client
// was told of under a key of its own.
//
// A client may also listen (webhooks): the same is delivered to it, signed as Standard Webhooks 1.0 says, in order as far as its
// receiver lets us, again and again for about a day where it fails, and looked at anew each time: what is hidden by then is not
// delivered. The secrets are kept nowhere; they follow from a key of the service. Calls are made by package hook, by whoever works on
// the queue, beside its jobs, as the client itself and through the same door as its requests: so the log tells of each delivery, and a
// client that has ended, or lost its scope, is told nothing.
//
// Events are written by the database as part of the change itself (migrations/00063_keep_events.sql), so none is forgotten and
// none tells of what did not happen. They get their order once they are committed: a reader that has come to an event has missed
// none before it. After a while, which is a setting, they are removed.
package event
