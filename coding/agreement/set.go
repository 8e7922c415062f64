// Sets: units that a coder may put in several categories at once.

package agreement

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// MaxLabels is how many labels a table of sets can have.
const MaxLabels = 64

// A SetTable holds a set of labels, or none, for every unit and coder. The empty set is a judgement (none applies), missing is not.
type SetTable struct {
	cells  []set
	coders int
	labels []string
}

type set struct {
	bits  uint64
	rated bool
}

// NewSets makes a table of rows, one unit each; a nil cell is missing, an empty one the empty set.
func NewSets(rows [][][]string) (*SetTable, error) {
	t := &SetTable{}
	for _, row := range rows {
		t.coders = max(t.coders, len(row))
		for _, cell := range row {
			t.labels = append(t.labels, cell...)
		}
	}
	slices.Sort(t.labels)
	t.labels = slices.Compact(t.labels)
	if len(t.labels) > MaxLabels {
		return nil, strict.Fail("sets", []strict.Problem{{Path: "labels", What: fmt.Sprintf("there are %d", len(t.labels)), Cure: fmt.Sprintf("use at most %d", MaxLabels)}})
	}
	for _, row := range rows {
		for i := range t.coders {
			s := set{}
			if i < len(row) && row[i] != nil {
				s.rated = true
				for _, label := range row[i] {
					at, _ := slices.BinarySearch(t.labels, label)
					s.bits |= 1 << at
				}
			}
			t.cells = append(t.cells, s)
		}
	}
	return t, nil
}

// Units is the number of rows, Coders of columns; Labels lists the labels.
func (t *SetTable) Units() int { return len(t.cells) / max(1, t.coders) }

// Coders is the number of columns.
func (t *SetTable) Coders() int { return t.coders }

// Labels lists the labels, sorted.
func (t *SetTable) Labels() []string { return slices.Clone(t.labels) }

// A SetMetric is how far two sets are apart, 0 to 1.
type SetMetric uint8

// The metrics of sets A and B; two empty sets are 0 apart.
const (
	// Jaccard: 1 - |A and B| / |A or B|.
	Jaccard SetMetric = iota
	// MASI: 1 - J M, J the Jaccard similarity, M 1 for equal sets, 2/3 when one holds the other, 1/3 when they overlap, 0 otherwise
	// (Passonneau 2006). Exact thirds: nltk rounds them to .67 and .33.
	MASI
	// MASIRounded is MASI with .67 and .33, as nltk computes it.
	MASIRounded
	// WholeSets: 0 for equal sets, 1 otherwise.
	WholeSets
	// Step: 0, 1/3, 2/3, 1 for equal, one within the other, overlapping, disjoint (Passonneau 2004).
	Step
	// JaccardStep is the Jaccard distance times Step; DKPro calls it MASI.
	JaccardStep
)

var setMetricNames = []string{"jaccard", "masi", "masi-rounded", "whole-sets", "step", "jaccard-step"}

// SetMetrics lists them.
func SetMetrics() []SetMetric {
	return []SetMetric{Jaccard, MASI, MASIRounded, WholeSets, Step, JaccardStep}
}

// String gives the name.
func (m SetMetric) String() string { return nameOf(setMetricNames, int(m)) }

// ParseSetMetric reads a name.
func ParseSetMetric(s string) (SetMetric, error) {
	i, err := find("metric", setMetricNames, s)
	return SetMetric(i), err
}

// Distance gives the distance of two sets of labels.
func (m SetMetric) Distance(a, b []string) (float64, error) {
	t, err := NewSets([][][]string{{append([]string{}, a...), append([]string{}, b...)}})
	if err != nil {
		return 0, err
	}
	return m.distance(t.cells[0].bits, t.cells[1].bits), nil
}

func (m SetMetric) distance(a, b uint64) float64 {
	if a == b {
		return 0
	}
	both, either := bits.OnesCount64(a&b), bits.OnesCount64(a|b)
	similarity, step := float64(both)/float64(either), 1
	within := a&b == a || a&b == b
	switch {
	case within: // the empty set is within every set
		step = 0
	case both == 0:
		step = 2
	}
	switch m {
	case Jaccard:
		return 1 - similarity
	case MASI:
		return 1 - float64(similarity*float64(2-step))/3
	case MASIRounded:
		return 1 - float64(similarity*[]float64{.67, .33, 0}[step])
	case Step:
		return float64(step+1) / 3
	case JaccardStep:
		return (1 - similarity) * float64(step+1) / 3
	}
	return 1
}

// Alpha is Krippendorff's alpha with a distance of sets in place of the squared difference: 1 - Do/De, as [KrippendorffAlpha].
// Source: Passonneau 2006, aclanthology.org/L06-1392.
func (m SetMetric) Alpha(t *SetTable) Value {
	v := Value{Statistic: "krippendorff_alpha", Variant: m.String(), Units: t.Units(), Coders: t.coders, Categories: len(t.labels)}
	kinds, counts, n := t.kinds(&v)
	if n == 0 {
		v.Undefined = noPairs
		return v
	}
	expected := 0.0
	for i, a := range kinds {
		for j, b := range kinds[:i] {
			expected += float64(2 * float64(counts[i]*counts[j]) * m.distance(a, b))
		}
	}
	observed := 0.0
	t.units(func(row []uint64) {
		part := 0.0
		for i, a := range row {
			for _, b := range row[:i] {
				part += m.distance(a, b)
			}
		}
		observed += 2 * part / float64(len(row)-1)
	})
	return v.of(alpha(observed/float64(n), expected/(float64(n)*float64(n-1))))
}

func (v Value) of(r raw) Value {
	if r.undefined != "" {
		v.Undefined = r.undefined
		return v
	}
	v.Value, v.Observed, v.Expected = &r.value, &r.observed, &r.expected
	return v
}

// units calls f with the sets of every unit that has two or more.
func (t *SetTable) units(f func(row []uint64)) {
	row := make([]uint64, 0, t.coders)
	for i := 0; i < len(t.cells); i += t.coders {
		row = row[:0]
		for _, s := range t.cells[i : i+t.coders] {
			if s.rated {
				row = append(row, s.bits)
			}
		}
		if len(row) > 1 {
			f(row)
		}
	}
}

// kinds lists the distinct sets among pairable ones, sorted, with their counts.
func (t *SetTable) kinds(v *Value) (kinds []uint64, counts []int64, n int64) {
	at := map[uint64]int64{}
	t.units(func(row []uint64) {
		v.Pairable++
		for _, s := range row {
			if at[s] == 0 {
				kinds = append(kinds, s)
			}
			at[s]++
			n++
		}
	})
	slices.Sort(kinds)
	for _, k := range kinds {
		counts = append(counts, at[k])
	}
	return kinds, counts, n
}
