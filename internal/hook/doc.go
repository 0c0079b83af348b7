// Package hook calls webhooks: addresses that others choose, so each call is made as if the address were an attack. Only https is
// spoken, no redirect is followed, no proxy of the environment is asked, and what is dialled is looked at when it is dialled, whatever
// a name led to before: private, local, shared and translated addresses are refused, and every port but 443. Of an answer nothing is
// read but its status and how long to wait; time and size are bounded.
package hook
