package httpapi

import (
	"context"
	"slices"
	"strings"

	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// forAnHour lets what is the same for everyone be kept on its way.
const forAnHour = "public, max-age=3600"

// GetPhrases tells what codes are called in a language. It reads nothing of anybody, and so asks for no grant.
func (a *API) GetPhrases(_ context.Context, q wire.GetPhrasesRequestObject) (wire.GetPhrasesResponseObject, error) {
	l := phrase.In(string(given(q.Params.Language)))
	tag := etag(l.Version())
	if isHeld(given(q.Params.IfNoneMatch), tag) {
		return wire.GetPhrases304Response{Headers: wire.GetPhrases304ResponseHeaders{ETag: tag, CacheControl: forAnHour}}, nil
	}
	return wire.GetPhrases200JSONResponse{Body: phrases(l), Headers: wire.GetPhrases200ResponseHeaders{ETag: tag, CacheControl: forAnHour}}, nil
}

// isHeld tells whether a caller has named the tag among those it holds (RFC 9110, 13.1.2). A proxy may have made it weak.
func isHeld(ifNoneMatch, tag string) bool {
	return slices.ContainsFunc(strings.Split(ifNoneMatch, ","), func(t string) bool {
		t = strings.TrimSpace(t)
		return t == "*" || strings.TrimPrefix(t, "W/") == tag
	})
}

func phrases(l phrase.Language) wire.Phrases {
	return wire.Phrases{Language: l.Tag(), Name: l.Name(), Direction: wire.LanguageDirection(l.Direction()), Codes: l.Codes()}
}
