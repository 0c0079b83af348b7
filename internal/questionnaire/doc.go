// Package questionnaire is what a principal asks other services when it needs to know more about a child (frågeformulär): questions
// with a kind, help, and whether they must be answered, in Swedish, English and whatever more the principal writes them in. It is
// data, versioned: a draft becomes published, which retires the version before it, and a published version never changes, so
// that what was sent is answered as it was sent. It is no secret and about nobody; what is asked about whom lies in a request for
// information. The category says of which kind of information the answers are, as a consent names it (R12, R21).
package questionnaire
