package job

import (
	"samplan/internal/civil"
	"samplan/internal/id"
)

// Daily asks, once a day, who is to be told.
type Daily struct {
	Day civil.Date `json:"day"`
}

// Kind names the job.
func (Daily) Kind() string { return "daily" }

// Digest tells the person of an address that there is something new, if there is.
type Digest struct {
	Address id.Address `json:"addressId"`
	Day     civil.Date `json:"day"`
}

// Kind names the job.
func (Digest) Kind() string { return "digest" }

// Discard throws the file of an attachment that was taken back out of the bucket.
type Discard struct {
	Item id.Item `json:"itemId"`
}

// Kind names the job.
func (Discard) Kind() string { return "discard" }

// Greeting sends a first mail to an address that was set, so that its person sees that it works.
type Greeting struct {
	Address id.Address `json:"addressId"`
}

// Kind names the job.
func (Greeting) Kind() string { return "greeting" }
