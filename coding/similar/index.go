// The index: phrases as sets of numbered features, the rarest first.

package similar

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// Options of an index; the zero value compares words of English by Jaccard.
type Options struct {
	Measure Set
	// Order, when given, orders pairs of one similarity by this measure of the phrases themselves, the most alike first.
	Order Measure
}

// Limits of an index.
const (
	MaxPhrases = 2_000_000
	MaxLength  = 10_000 // bytes of a phrase
)

// An Index holds phrases. It does not change once made.
type Index struct {
	options  Options
	phrases  []string
	features []string // by number, rarest first
	number   map[string]int32
	sets     []int32 // all sets, one after the other
	start    []int32 // of each representative's set in sets
	members  [][]int32
	bySize   []int32 // representatives, smallest set first
}

// New indexes phrases. Too many or too long ones are an error.
func New(phrases []string, o Options) (*Index, error) {
	var problems []strict.Problem
	if len(phrases) > MaxPhrases {
		problems = append(problems, strict.Problem{Path: "phrases", What: fmt.Sprintf("there are %d", len(phrases)), Cure: fmt.Sprintf("give at most %d", MaxPhrases)})
	}
	for i, p := range phrases {
		if len(p) > MaxLength {
			problems = append(problems, strict.Problem{Path: fmt.Sprintf("phrase %d", i), What: fmt.Sprintf("has %d bytes", len(p)), Cure: fmt.Sprintf("give at most %d; compare names, not texts", MaxLength)})
		}
	}
	if err := strict.Fail("phrases", problems); err != nil {
		return nil, err
	}
	x := &Index{options: o, phrases: phrases}
	x.order(x.read())
	return x, nil
}

// read numbers features as they come and gives every phrase's set, end to end, with where each begins.
func (x *Index) read() (sets, start []int32) {
	x.number = map[string]int32{}
	by := x.options.Measure.features()
	start = make([]int32, 1, len(x.phrases)+1)
	for _, p := range x.phrases {
		for _, f := range by.Of(p) {
			n, ok := x.number[f]
			if !ok {
				n = int32(len(x.features))
				x.number[f] = n
				x.features = append(x.features, f)
			}
			sets = append(sets, n)
		}
		start = append(start, int32(len(sets)))
	}
	return sets, start
}

// order renumbers features by how many phrases have them, sorts every set, and groups phrases whose sets are equal.
func (x *Index) order(sets, start []int32) {
	count := make([]int32, len(x.features))
	for _, f := range sets {
		count[f]++
	}
	byCount := make([]int32, len(x.features))
	for i := range byCount {
		byCount[i] = int32(i)
	}
	slices.SortFunc(byCount, func(a, b int32) int {
		return cmp.Or(cmp.Compare(count[a], count[b]), cmp.Compare(x.features[a], x.features[b]))
	})
	rank, named := make([]int32, len(byCount)), make([]string, len(byCount))
	for i, f := range byCount {
		rank[f], named[i] = int32(i), x.features[f]
		x.number[x.features[f]] = int32(i)
	}
	x.features = named
	for i := range x.phrases {
		set := sets[start[i]:start[i+1]]
		for j, f := range set {
			set[j] = rank[f]
		}
		slices.Sort(set)
	}
	x.group(sets, start)
}

// group keeps one set of those that are equal: sorting phrases by their sets puts them side by side.
func (x *Index) group(sets, start []int32) {
	set := func(i int32) []int32 { return sets[start[i]:start[i+1]] }
	order := make([]int32, len(x.phrases))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(set(a)), len(set(b))), slices.Compare(set(a), set(b)), cmp.Compare(a, b))
	})
	x.start = append(x.start, 0)
	for k := 0; k < len(order); {
		end := k + 1
		for end < len(order) && slices.Equal(set(order[k]), set(order[end])) {
			end++
		}
		x.bySize = append(x.bySize, int32(len(x.members)))
		x.members = append(x.members, order[k:end:end])
		x.sets = append(x.sets, set(order[k])...)
		x.start = append(x.start, int32(len(x.sets)))
		k = end
	}
}

// set gives the features of a representative.
func (x *Index) set(i int32) []int32 { return x.sets[x.start[i]:x.start[i+1]] }
