//go:build !release

package main

// commands of a development build: those of production, and the county.
func commands() map[string]command {
	all := production()
	all["dev"] = command{"run the demonstration county on this machine; dev token KEY prints an access token", dev}
	all["bench"] = command{"measure the server against a floor, in one run", runBench}
	return all
}
