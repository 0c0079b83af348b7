// Package fault is how Samplan says no. A fault has a kind, a code from a closed list, words chosen for people, and
// pointers to the fields at fault; what caused it stays inside. It knows nothing of HTTP: package httpapi alone turns a
// kind into a status and a problem document (RFC 9457). An error that is not a fault is internal and tells nothing.
package fault
