// Package civil is a calendar day without time and zone, and the one place that knows which zone Samplan lives in.
// Periods of law (consent, custody, assignment, a unit's place) run by days: from the first to the last, both included,
// and they change at midnight in Europe/Stockholm.
package civil
