//go:build release

package main

// commands of a release build.
func commands() map[string]command { return production() }
