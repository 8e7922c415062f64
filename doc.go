// Package readiness turns a published model of why patient data sharing projects succeed or stall into something a project can
// use. It has no code of its own; its packages are
//
//   - framework: the model and the reference catalogue; framework/profile: one project at one moment; framework/strict: reading what
//     comes from outside
//   - coding: from coded sources to parameters, by a replayable ledger; coding/agreement, coding/similar, coding/refi: how far coders
//     agree, phrases that may say the same, exchange with other programs; coding/reference: how the reference catalogue was derived
//   - assess: from a profile to readiness, bounds, blockers and tensions
//   - recommend: from an assessment to explained actions
//   - examples/readiness: the program
//
// The model is Petrova & Barclay (2024), PLOS Digital Health 3(4):e0000470. What is theirs and what is this project's is said at every entry
// of the catalogue and in the README.
package readiness
