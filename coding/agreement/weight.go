// Weights: how much agreement is left when two categories differ, for the kappas and their kin.

package agreement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/framework/strict"
)

// Weights say how much of agreement a pair of categories is, from 1 when equal to 0.
type Weights uint8

// The weights; min and max are the smallest and largest value among the categories.
const (
	// Unweighted: 0 for any difference.
	Unweighted Weights = iota
	// Linear: 1 - |c-k|/(max-min), on values.
	Linear
	// Quadratic: 1 - (c-k)^2/(max-min)^2, on values.
	Quadratic
	// OrdinalWeights: 1 - C(|i-j|+1,2)/C(q,2), on the ranks i, j of the categories (Gwet).
	OrdinalWeights
)

var weightNames = []string{"none", "linear", "quadratic", "ordinal"}

// AllWeights lists them.
func AllWeights() []Weights { return []Weights{Unweighted, Linear, Quadratic, OrdinalWeights} }

// String gives the name.
func (w Weights) String() string { return nameOf(weightNames, int(w)) }

// ParseWeights reads a name.
func ParseWeights(s string) (Weights, error) {
	i, err := find("weights", weightNames, s)
	return Weights(i), err
}

// matrix gives the q x q agreement weights.
func (w Weights) matrix(values []float64) []float64 {
	q := len(values)
	m := make([]float64, q*q)
	lowest, highest := 0.0, 0.0
	if q > 0 {
		lowest, highest = slices.Min(values), slices.Max(values)
	}
	for i := range q {
		for j := range q {
			m[i*q+j] = w.of(i, j, values, highest-lowest)
		}
	}
	return m
}

func (w Weights) of(i, j int, values []float64, width float64) float64 {
	if i == j {
		return 1
	}
	far := (max(values[i], values[j]) - min(values[i], values[j])) / width
	switch w {
	case Linear:
		return 1 - far
	case Quadratic:
		return 1 - float64(far*far)
	case OrdinalWeights:
		d, q := max(i, j)-min(i, j)+1, len(values)
		return 1 - float64(d*(d-1))/float64(q*(q-1))
	}
	return 0
}

func nameOf(names []string, i int) string {
	if i >= len(names) {
		return fmt.Sprintf("unknown (%d)", i)
	}
	return names[i]
}

func find(what string, names []string, s string) (int, error) {
	if i := slices.Index(names, s); i >= 0 {
		return i, nil
	}
	cure := "use one of " + strings.Join(names, ", ")
	if near := strict.Nearest(s, names); near != "" {
		cure = near + " " + cure
	}
	return 0, strict.Fail(what, []strict.Problem{{What: fmt.Sprintf("%q is none", s), Cure: cure}})
}
