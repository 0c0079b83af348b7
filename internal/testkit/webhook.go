package testkit

import "samplan/internal/event"

// Webhooks has a key that everybody knows, and lets this machine listen.
func Webhooks() event.Options {
	key, err := event.ReadMasterKey("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=")
	if err != nil {
		panic(err) // a constant
	}
	return event.Options{Key: key, IsLocal: true}
}
