// Package config reads the settings of a running Samplan from its environment, once, at start. All names begin with
// SAMPLAN_. A secret can be given as a file, whose name stands in the variable with _FILE at its end; it masks itself
// wherever it is printed. What is left out has a safe default or is an error; a limit of zero means the usual limit, never
// none. A name that nobody knows is an error, since it is most often a known one misspelt.
//
// Why caarlos0/env: it turns tags into values, reports every fault and not only the first, and has no dependencies.
package config
