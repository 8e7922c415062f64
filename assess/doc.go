// Package assess scores a project's profile on a catalogue: readiness with its bounds, burdens, strengths and forces behind it,
// blockers before it, and tensions beside it.
//
// [NewScorer] prepares a catalogue once; [Scorer.Score] scores a profile and gives a [Result], whose every number is an
// [Estimate] with bounds and coverage and can be asked what it was made of ([Result.Explain]), down to the observations.
//
// # From answers to readiness
//
// A rating 0..4 counts as x = rating/4. A respondent's answer is the mean over contexts and goals; a perspective's the mean over its
// respondents; a parameter's the weighted mean over perspectives, so that forty clinicians do not drown two patients; a type's the
// weighted mean over its parameters that matter at the project's stage. A type's clearance, 0 to 1, says how far it is out of the way:
//
//	pure challenge   1 - N                  N: mean hindrance, the burden
//	pure driver      P                      P: mean help, the strength
//	oppositional     1 - N(1-P)             N of its challenges, P of its drivers; N(1-P) is the residual
//	ambivalent       (1 + P - N) / 2        P and N of the same parameters; P does not cancel N
//
// Within a form clearances are averaged to a component: C of pure challenges, D of pure drivers (the drive), F of forces. Readiness is
// 100 C^wc D^wd F^wf, the weights proportional to the number of types, 9:4:9 in the reference catalogue. The mean between forms
// is geometric because strong drivers should not fully buy off an unresolved challenge; [Options] has the alternatives.
//
// A rating of a whole type, as a short questionnaire asks it, stands for each of the type's parameters that the same respondent did not
// answer. A side of a force of which nothing applies counts as empty.
//
// Every score is monotone: raising a rating of help never lowers readiness, raising one of hindrance never raises it.
//
// # What is missing
//
// A respondent who did not answer, does not know or contradicts themselves leaves an answer missing. It lowers coverage
// and is never taken for 0 or for the mean: the bounds are what the score would be with every missing answer at its worst and
// at its best, so that an answer less never makes them narrower. "Not applicable" takes the answer out. A number for which
// nothing is known has bounds and no value.
//
// # Who sees it how
//
// Tension is not a lack of readiness and stands beside it ([Result.Tensions]): ambivalence within people, disagreement between them, and what the
// positions go with - perspective, context, goal - with the probability of as much by chance. [Result.Unisons] says of each perspective
// and type whether its mean may stand for it, and [Result.Warnings] where not. The indices are in package consensus.
//
// # How sure
//
// [Result.Model] takes a result apart, so that it can be scored again and again under other circumstances ([Trial]); package uncertainty
// draws these and says what follows.
//
// # What it is not
//
// Scores are decisions of this project, not of the article whose concepts they use. They order attention; they do not predict.
package assess
