// Package catalogue is the intervention catalogue (insatskatalog): what interventions (KOMET, FFT, familjesamtal …) are called, for
// whom they are meant and what is known of their effect. National entries come with the schema; each principal adds its own.
// It is no secret and about nobody. An entry does not change: it is ended and another one added, so that what was written
// down under it goes on to say the same. Whether one may be chosen on a day is looked up where it is chosen (plan).
package catalogue
