// Package profile describes one data sharing project at one moment: its stage, its respondents in their perspectives, and what
// they say of the parameters of a catalogue.
//
// A [Definition] is the plain data, and its JSON form; the JSON Schema is [Schema]. [New], [ReadJSON] and [ReadCSV] check it and
// make a [Profile], which is immutable and indexed for scoring. [Profile.WriteJSON] and [Profile.WriteCSV] write it back without loss; in
// CSV, one observation a row, the row "#profile" carries in its note what observations do not: project, perspectives, effort.
//
// An [Observation] rates one parameter on two sides that never cancel: how strongly it hinders and how strongly it helps, each
// 0 to 4. Four kinds of absence are kept apart ([State]): not asked, don't know, not applicable, and answers of one respondent
// that contradict each other. A rating of a type's id, as a short questionnaire asks it, stands for each of the type's
// parameters that the same respondent did not rate.
//
// [FromSigned] takes ratings of the kind -2..+2 with "mix" and "missing", and keeps the two sides of a mix.
package profile
