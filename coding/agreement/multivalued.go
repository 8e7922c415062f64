// Krippendorff and Craggs' alpha for sets, whose chance respects how many labels coders give.

package agreement

import "math/bits"

// MultiValued is alpha for multi-valued nominal coding: 1 - Do/De with d = 1 - 2|A and B| / (|A|+|B|). Chance draws, for each pair
// of set sizes as often as it occurs, sets in proportion to how often their labels occur: weights are the product of label counts n_c
// over A or B, times n_c - 1 over A and B.
//
// Undefined when no unit has two sets, or De is 0. Confused with alpha under [Jaccard] or [MASI], whose chance takes whole sets as they come.
// Two empty sets are 0 apart. Source: Krippendorff & Craggs 2016, doi:10.1080/19312458.2016.1228863.
func MultiValued(t *SetTable) Value {
	v := Value{Statistic: "krippendorff_mvalpha", Variant: "nominal", Units: t.Units(), Coders: t.coders, Categories: len(t.labels)}
	_, _, n := t.kinds(&v)
	if n == 0 {
		v.Undefined = noPairs
		return v
	}
	if len(t.labels) > maxExpanded {
		v.Undefined = "there are more than 16 labels, and chance runs over all sets of them"
		return v
	}
	observed := 0.0
	sizes, labels := make([]int64, len(t.labels)+1), make([]int64, len(t.labels))
	t.units(func(row []uint64) {
		part := 0.0
		for i, a := range row {
			sizes[bits.OnesCount64(a)]++
			for s := a; s != 0; s &= s - 1 {
				labels[bits.TrailingZeros64(s)]++
			}
			for _, b := range row[:i] {
				part += dice(a, b)
			}
		}
		observed += 2 * part / float64(len(row)-1)
	})
	return v.of(alpha(observed/float64(n), chanceOfSets(sizes, labels, n)))
}

// maxExpanded bounds the labels over whose sets chance is summed; only sets of sizes that occur are looked at.
const maxExpanded = 16

func dice(a, b uint64) float64 {
	if a == b {
		return 0
	}
	return 1 - float64(2*bits.OnesCount64(a&b))/float64(bits.OnesCount64(a)+bits.OnesCount64(b))
}

// chanceOfSets sums over pairs of sizes the chance of the pair times the mean distance of sets of those sizes.
func chanceOfSets(sizes, labels []int64, n int64) float64 {
	bySize := make([][]uint64, len(sizes))
	for s := range uint64(1) << len(labels) {
		if k := bits.OnesCount64(s); sizes[k] > 0 {
			bySize[k] = append(bySize[k], s)
		}
	}
	sum := 0.0
	for i, ni := range sizes {
		for j, nj := range sizes {
			if ni > 0 && nj > 0 {
				sum += float64(float64(ni) * float64(nj) / (float64(n) * float64(n)) * meanDistance(bySize[i], bySize[j], labels))
			}
		}
	}
	return sum
}

func meanDistance(as, bs []uint64, labels []int64) float64 {
	sum, weights := 0.0, 0.0
	for _, a := range as {
		for _, b := range bs {
			w := weightOfSets(a, b, labels)
			weights += w
			sum += float64(w * dice(a, b))
		}
	}
	if weights == 0 {
		return 0
	}
	return sum / weights
}

func weightOfSets(a, b uint64, labels []int64) float64 {
	w := 1.0
	for s := a | b; s != 0; s &= s - 1 {
		k := bits.TrailingZeros64(s)
		w *= float64(labels[k])
		if a&b&(1<<k) != 0 {
			w *= float64(labels[k] - 1)
		}
	}
	return w
}
