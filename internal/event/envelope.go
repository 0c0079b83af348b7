package event

import (
	"encoding/json"
	"fmt"
	"time"
)

// Envelope is an event as CloudEvents 1.0 writes it (its JSON format, 3.1).
type Envelope struct {
	Specversion     string    `json:"specversion"`
	ID              string    `json:"id"`
	Source          string    `json:"source"`
	Type            string    `json:"type"`
	Subject         string    `json:"subject"`
	Time            time.Time `json:"time"`
	Datacontenttype string    `json:"datacontenttype"`
	Data            Data      `json:"data"`
}

// Data says what an event is about.
type Data struct {
	Resource string `json:"resource"`
	ID       string `json:"id"`
}

// ping is the kind of what a client sends itself to try a webhook; it is about the webhook.
const ping = "ping"

// Envelope writes the event down.
func (e Event) Envelope(source string) Envelope {
	return envelope(e.ID.String(), e.Kind.String(), e.Resource().String(), e.About.String(), source, e.At)
}

func envelope(id, kind, resource, about, source string, at time.Time) Envelope {
	return Envelope{"1.0", id, source, kind, about, at.UTC(), "application/json", Data{resource, about}}
}

func (e Envelope) text() []byte {
	b, err := json.Marshal(e)
	if err != nil {
		panic(fmt.Errorf("write event: %w", err)) // texts and a time
	}
	return b
}
