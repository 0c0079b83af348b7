package county

import (
	"crypto/sha256"
	"encoding/base64"

	"samplan/internal/event"
)

// webhooks lets this machine listen to the county. The key is no secret, as nothing of a demonstration is.
func webhooks() event.Options {
	sum := sha256.Sum256([]byte("samplan demonstration webhooks"))
	key, err := event.ReadMasterKey(base64.StdEncoding.EncodeToString(sum[:]))
	if err != nil {
		panic(err) // it has the right length
	}
	return event.Options{Key: key, IsLocal: true}
}
