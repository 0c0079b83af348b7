// Package objection is what somebody thinks is wrong in an item (uppgift felaktig, R60): a guardian or the child objects in
// their own words, or staff take it down for them, and the unit that holds the item decides: what is right is written beside,
// or the item stands. The item itself is not changed by that.
//
// An objection has no visibility of its own. Who may read the item may read it, in every copy: views, lists, versions,
// documents, exports, and copies that become items of their own. The one exception is for the child's sake: what is kept from
// guardians (OSL 12:3, R27) is not there for those other than who wrote it. A child may ask for that when it writes, as of its
// other words; the holder of the item decides on it later.
//
// Which item it is about is all that this package knows of items: plan and care show it beside theirs.
package objection
