// Package agreement measures how far coders who coded the same units agree.
//
// A [Table] holds units (rows), coders (columns) and one category a cell, or none. A [Statistic] is a value with its formula and
// its source; [Statistics] lists them:
//
//	t, err := agreement.Read(file, agreement.Format{})
//	alpha, err := agreement.KrippendorffAlpha.Of(t, agreement.Options{Metric: agreement.Ordinal, Interval: agreement.Bootstrap})
//
// Units coded in several categories at once go in a [SetTable]; spans of a text in a [Continuum]. [Confuse] shows which categories
// are taken for which.
//
// # What is decided once, for all statistics
//
//   - Undefined is said, with its reason, and is neither 0 nor 1 nor NaN: [Value].Undefined. A statistic that corrects for chance is
//     undefined when chance alone would agree always: every rating is the same, so nothing could have been told apart.
//   - A missing cell is no category. Percent agreement, Fleiss, Gwet and Brennan-Prediger take agreement from the units with two ratings
//     or more, and prevalence from those with one or more (Gwet 2014); Krippendorff's alpha takes both from units with two or more; statistics of
//     pairs of coders (Cohen, Scott, Light) take the units that both rated.
//   - Categories are those in the data, unless [Format].Categories names more: who codes must know which were on offer.
//   - A statistic of two coders given another number of them is undefined; it does not choose a pair.
//   - Numbers are categories by value: 1 and 1.0 are one. Order, distance and ratio need numbers, or an order given in Format.Categories.
//   - Counts are added as whole numbers as far as possible and sums run in one order: the same table gives the same bits on every machine.
//
// # Which to report
//
// Percent agreement says how often coders agree, not whether they could have by guessing. Alpha serves any number of coders, missing
// cells and every metric. AC1 stays near percent agreement when one category is very frequent, where kappas fall ("paradox"): if the two differ much,
// report both and the prevalence. No threshold is built in; an interval says more than a threshold.
package agreement
