// Package documenttest stands in tests where what prints documents is, and lets two documents be compared.
package documenttest
