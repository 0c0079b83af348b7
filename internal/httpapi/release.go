package httpapi

import (
	"errors"
	"fmt"
	"strings"

	"samplan/internal/civil"
)

// releases says on which day each version of the contract came out. A new info.version needs its line here.
var releases = map[string]string{"0.1.0": "2026-11-22"}

var errRelease = errors.New("the contract's version has no day of release")

// ContractInfo gives what the contract tells of itself, for GetApiInfo.
func ContractInfo(baseURL string) (Info, error) {
	doc, err := contractDocument()
	if err != nil {
		return Info{}, err
	}
	version := doc.Info.Version
	day, err := civil.Parse(releases[version])
	if err != nil {
		return Info{}, fmt.Errorf("%w: %s", errRelease, version)
	}
	status := "active"
	if strings.HasPrefix(version, "0.") {
		status = "alpha"
	}
	base := strings.TrimSuffix(baseURL, "/")
	return Info{Version: version, Released: day.UTC(), Documentation: base + "/docs", Status: status, Events: base + "/v1/events"}, nil
}
