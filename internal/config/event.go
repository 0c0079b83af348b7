package config

import (
	"errors"

	"samplan/internal/event"
)

// Events says how long what has happened can be fetched, and whether it is sent to webhooks.
type Events struct {
	Days int `env:"DAYS"` // zero means the usual 90
	// KeyFile names the file with the key that the secrets of webhooks follow from. Without it there are none.
	KeyFile string          `env:"KEY_FILE"`
	Key     event.MasterKey `env:"-"`
}

// mostEventDays keeps what is for catching up from becoming an archive.
const mostEventDays = 366

func (e *Events) readFiles() []error {
	if e.KeyFile == "" {
		return nil
	}
	text, err := readFile(e.KeyFile)
	if err == nil {
		e.Key, err = event.ReadMasterKey(string(text))
	}
	if err != nil {
		return []error{errors.New("SAMPLAN_EVENT_KEY_FILE: must name a file with 32 bytes in base64 (openssl rand -base64 32 makes one)")}
	}
	return nil
}

func (e Events) problems() []error {
	if e.Days < 0 || e.Days > mostEventDays {
		return []error{errors.New("SAMPLAN_EVENT_DAYS: must be from 1 to 366 (90 when it is not set)")}
	}
	return nil
}
