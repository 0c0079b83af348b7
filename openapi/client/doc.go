// Package client calls Samplan from Go. What a method takes and which types there are is generated from the contract
// (client.gen.go, package oapi-codegen): a method for each operation, by its name. What is written here is what every
// caller needs besides: a token (Bearer, or a registered client's own key), the trace, faults as Go errors, and another try when the
// service is busy.
//
//	api, err := client.New(client.Options{Address: "https://api.samplan.example", Tokens: client.Bearer(token)})
//	me, err := client.Read[client.Me](api.GetMe(ctx, nil))
//
// Types for each answer of each operation are not generated: they would be two thirds of a package that is large already.
// Read reads any answer. The names RegisteredClient and NewRegisteredClient stand for the contract's Client and NewClient, which Go has
// use for itself (overlay.yaml). NewClient is the generated constructor, without all of this: use New.
package client
