// Measures: how alike two phrases are, 0 to 1.

package similar

import "math"

// A Measure compares two phrases: 1 when it cannot tell them apart, 0 when they share nothing. It is symmetric.
type Measure interface {
	Similarity(a, b string) float64
	String() string
}

// A Coefficient compares two sets A and B.
type Coefficient uint8

// The coefficients; two empty sets are 1 alike, an empty one and another 0.
const (
	// Jaccard: |A and B| / |A or B| (Jaccard 1901).
	Jaccard Coefficient = iota
	// Dice: 2 |A and B| / (|A| + |B|) (Dice 1945, doi:10.2307/1932409). It orders pairs as Jaccard does.
	Dice
	// Cosine: |A and B| / sqrt(|A| |B|) (Ochiai 1957).
	Cosine
	// Overlap: |A and B| / min(|A|, |B|): 1 when one phrase says all that the other does (Simpson).
	Overlap
)

var coefficientNames = []string{"jaccard", "dice", "cosine", "overlap"}

// String gives the name.
func (c Coefficient) String() string {
	if int(c) < len(coefficientNames) {
		return coefficientNames[c]
	}
	return "unknown"
}

// of compares sets of a and b features that share so many.
func (c Coefficient) of(shared, a, b int) float64 {
	if a == 0 && b == 0 {
		return 1
	}
	if shared == 0 {
		return 0
	}
	s, x, y := float64(shared), float64(a), float64(b)
	switch c {
	case Dice:
		return 2 * s / (x + y)
	case Cosine:
		return s / math.Sqrt(x*y)
	case Overlap:
		return s / min(x, y)
	}
	return s / (x + y - s)
}

// A Set compares phrases by their features.
type Set struct {
	By Features // Words(English()) when nil
	As Coefficient
}

func (s Set) features() Features {
	if s.By == nil {
		return english()
	}
	return s.By
}

// Similarity compares two phrases.
func (s Set) Similarity(a, b string) float64 {
	x, y := s.features().Of(a), s.features().Of(b)
	shared := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return s.As.of(shared, len(x), len(y))
}

// String says what is compared how.
func (s Set) String() string { return s.As.String() + " of " + s.features().String() }

// Edit is 1 - d / the length of the longer phrase, d the least number of characters inserted, left out, changed or exchanged with their neighbour, none touched twice
// (Damerau 1964, doi:10.1145/363958.363994; optimal string alignment). Case and accents do not count.
type Edit struct{}

// String gives the name.
func (Edit) String() string { return "edit" }

// Similarity compares two phrases; it costs the product of their lengths.
func (Edit) Similarity(a, b string) float64 {
	x, y := []rune(fold(a)), []rune(fold(b))
	if len(x) == 0 && len(y) == 0 {
		return 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			change := last[j]
			if x[i] != y[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return 1 - float64(last[len(y)])/float64(max(len(x), len(y)))
}

// JaroWinkler counts characters that both have at about the same place, and favours a common beginning of up to four (Winkler 1990, ERIC ED325505; weight 0.1).
// Case and accents do not count.
type JaroWinkler struct{}

// String gives the name.
func (JaroWinkler) String() string { return "jaro-winkler" }

// Similarity compares two phrases.
func (JaroWinkler) Similarity(a, b string) float64 {
	x, y := []rune(fold(a)), []rune(fold(b))
	if len(x) == 0 || len(y) == 0 {
		if len(x) == len(y) {
			return 1
		}
		return 0
	}
	far := max(0, max(len(x), len(y))/2-1)
	taken := make([]bool, len(y))
	var inX []rune
	for i, r := range x {
		for j := max(0, i-far); j < min(len(y), i+far+1); j++ {
			if !taken[j] && y[j] == r {
				taken[j] = true
				inX = append(inX, r)
				break
			}
		}
	}
	m := float64(len(inX))
	if m == 0 {
		return 0
	}
	turned, k := 0, 0
	for j, r := range y {
		if taken[j] {
			if inX[k] != r {
				turned++
			}
			k++
		}
	}
	jaro := (m/float64(len(x)) + m/float64(len(y)) + (m-float64(turned/2))/m) / 3
	same := 0
	for same < min(4, len(x), len(y)) && x[same] == y[same] {
		same++
	}
	return min(1, jaro+float64(float64(same)*.1*(1-jaro)))
}
