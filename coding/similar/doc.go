// Package similar finds phrases that may say the same, as candidates for merging. It proposes; people decide, and a ledger records it.
//
//	index, err := similar.New(names, similar.Options{})
//	found, err := index.Pairs(0.5)
//	for _, p := range found.Pairs {
//		fmt.Println(p.Similarity, names[p.A], "-", names[p.B], ":", p.Reason())
//	}
//
// A phrase becomes a set of features: its words without stop words and endings ([Words]), or its runs of characters ([Grams]). Two sets are compared by a [Set] measure;
// [Edit] and [JaroWinkler] compare the letters themselves and serve to order what a set measure found. [Language] is data, English by default.
//
// # Exact, without comparing all pairs
//
// [Index.Pairs] gives every pair at or above the threshold. Features are ordered from the rarest to the most frequent. Two sets that share enough must share one of
// their first few; only sets that meet there are compared, and given up as soon as what is left of them cannot be enough (prefix, length and positional filters: Bayardo, Ma & Srikant
// 2007, doi:10.1145/1242572.1242591; Xiao et al. 2008, doi:10.1145/1367497.1367516). Phrases with equal sets are found first and stand for each other, so that a thousand times the
// same phrase is one group and not half a million pairs.
package similar
