// Package consensus measures how far people agree in their ratings, how torn each of them is, and what their differences go with.
//
//	g := consensus.Group{Rows: [][]float64{{3, 4}, {4, 4}, {0, 1}}, Points: 5}
//	fmt.Println(consensus.RStarWGJ(g, consensus.Options{})) // r*_wg(j) -0.83: more dissent than ratings at random would show
//
// One index a file:
//
//	Griffin, Ambivalence      how torn people are between two sides (Thompson, Zanna & Griffin 1995)
//	VanDerEijk                agreement A of a distribution over ordered categories, -1 to 1 (2001)
//	RWG, RWGJ, RStarWGJ       within-group agreement beside a null distribution (James, Demaree & Wolf 1984; Lindell, Brandt & Whitney 1999)
//	DeviationMean, -Median    average deviation in units of the scale (Burke, Finkelstein & Dusig 1999)
//	ICC1, ICC2, ShroutFleiss  intraclass correlations (Shrout & Fleiss 1979)
//	EtaSquared                share of the variance between groups, with a permutation p-value
//	Polarisation              Esteban & Ray (1994)
//
// # What is decided once, for all indices
//
//   - Undefined is said, with its reason, and is neither 0 nor 1 nor NaN: [Value].Undefined.
//   - A missing answer is [Missing] in the input. One respondent does not agree with anybody: indices of agreement are undefined.
//   - Where leaving out what is missing can be done in two ways, a [Policy] names which was taken, in the options and in the result.
//   - A rating outside 0 .. Points-1 makes the index undefined, and is named.
//   - No index depends on the order of respondents, items or groups beyond the last bit; the same input gives the same bits everywhere.
//
// # Which to read
//
// Indices of agreement (r_wg, average deviation, A) ask whether a group may be spoken of as one; ICC asks whether groups differ
// beyond what their members do, and is low when all groups agree. r_wg(j) rises with the number of items alone, so that almost any
// scale of many items passes 0.7; r*_wg(j) does not. [Unison] asks whether a group's mean may stand for it.
package consensus
