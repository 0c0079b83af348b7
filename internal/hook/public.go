package hook

import "net/netip"

// closed are the ranges that are not of the public internet, or that lead to others from within (IANA's special-purpose registries).
var closed = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
	"192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)

// open is what IPv6 has given out, without what leads to IPv4 (6to4, Teredo) and what is for documents and benchmarks.
var (
	open      = netip.MustParsePrefix("2000::/3")
	notInOpen = prefixes("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)

func prefixes(all ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, p := range all {
		out = append(out, netip.MustParsePrefix(p))
	}
	return out
}

// isPublic tells whether an address is of the public internet. NAT64, unique local, link local and mapped addresses lie outside of
// what IPv6 has given out.
func isPublic(ip netip.Addr) bool {
	in := func(all []netip.Prefix) bool {
		for _, p := range all {
			if p.Contains(ip) {
				return true
			}
		}
		return false
	}
	if !ip.IsValid() || ip.Zone() != "" {
		return false
	}
	if ip.Is4() {
		return !in(closed)
	}
	return open.Contains(ip) && !in(notInOpen)
}
