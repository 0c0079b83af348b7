//go:build !release

package county

import (
	"fmt"
	"net"
	"net/netip"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// check refuses what the county cannot do, before anything is started or thrown away.
func (o Options) check() error {
	if began := civil.MustParse(demo.Began); !o.Today.IsZero() && o.Today.Before(began) {
		return fmt.Errorf("the county begins on %s, it cannot live on %s", began, o.Today)
	}
	if o.Mail != "" {
		if err := checkAddress(o.Mail); err != nil {
			return err
		}
	}
	return checkAddress(o.Address)
}

// checkAddress refuses an address that others than this machine could reach: whoever reaches the county can be anybody
// in it.
func checkAddress(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("address %q: want host and port, as 127.0.0.1:8080", address)
	}
	if ip, err := netip.ParseAddr(host); host != "localhost" && (err != nil || !ip.Unmap().IsLoopback()) {
		return fmt.Errorf("address %q: the county serves this machine alone, as 127.0.0.1:8080", address)
	}
	return nil
}
