// Package wire is what goes over the network: the request and response types of the contract and the strict server
// interface that package httpapi implements. It is generated from openapi/openapi.yaml (go generate ./openapi) and never
// edited. What is left out of a message is a nil pointer or an empty list.
package wire
