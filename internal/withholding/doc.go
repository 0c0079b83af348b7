// Package withholding is what is kept from the family (OSL 12:3, R27): an item is withheld from one guardian
// (vårdnadshavare), from every guardian so that the child alone sees it, or from the child; decided by a named person,
// with a reason. For the one concerned the item is not there, in no list, count, version or tag, and neither is the
// withholding: it is a compartment of its own, which no operation of the family and no log extract tells of.
//
// What is withheld from a citizen is computed once by the door (app_enter_citizen). A withholding holds whatever the item's
// visibility is, so that a later change of that lets nothing through.
//
// Notes of family counselling (familjerådgivning, OSL 26:3) are not withheld but refused: their secrecy is absolute, no
// secrecy class stands for them (policy/classes.csv), and so no unit of it can be entered that would hold them.
package withholding
