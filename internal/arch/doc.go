// Package arch holds the house rules that a program can check, as tests: who imports whom, who owns which library, who
// makes actors, that contract and policy speak of the same operations, that the store opens for grants alone, and the
// measures of files and functions. Each rule is a function over its input, so that a second test can show it a planted
// break. A rule that hurts is changed here, with its reason beside it; it is never worked around.
package arch
